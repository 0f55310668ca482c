"""`policybook init`: what it writes is sound, and nothing is written over."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from policybook import __version__, scaffold


def run(*words: str, inside: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "policybook", *words]
    environment = {**os.environ, "PYTHONPATH": str(Path("src").resolve())}
    return subprocess.run(command, cwd=inside, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("options", "said"), [(["--name", "O'Brien: a #1 district"], "0 policies"), (["--demo"], "")])
def test_a_new_manual_is_sound_and_builds(options: list[str], said: str, tmp_path: Path) -> None:
    begun = run("init", "ours", *options, inside=tmp_path)
    assert begun.returncode == 0, begun.stderr
    checked = run("check", "--as-of", "2026-11-24", inside=tmp_path / "ours")
    assert checked.returncode == 0, checked.stdout
    assert said in checked.stdout
    assert (tmp_path / "ours/.vscode/schemas/policy.schema.json").is_file()
    assert (tmp_path / "ours/.gitignore").is_file()
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    built = subprocess.run(build, cwd=tmp_path / "ours", capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr


def test_what_comes_next_can_be_typed_as_it_stands(tmp_path: Path) -> None:
    begun = run("init", "our manual's", "--name", "Ours", inside=tmp_path)
    first = begun.stdout.splitlines()[1]
    moved = subprocess.run(["sh", "-c", f"{first} && pwd"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert moved.stdout.strip().endswith("/our manual's")


def test_a_code_host_finds_what_it_runs(tmp_path: Path) -> None:
    run("init", "ours", "--demo", inside=tmp_path)
    ours = tmp_path / "ours"
    for name in ("check", "comment", "site", "propose", "act"):
        assert (ours / f".github/workflows/{name}.yml").read_bytes() == (
            Path(f".github/workflows/{name}.yml").read_bytes()
        )
    for name in (".github/ISSUE_TEMPLATE/propose.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml"):
        assert yaml.safe_load((ours / name).read_text(encoding="utf-8"))


def test_the_engine_s_version_is_a_range_that_this_one_is_in(tmp_path: Path) -> None:
    run("init", "ours", "--demo", inside=tmp_path)
    last = (tmp_path / "ours/requirements.txt").read_text(encoding="utf-8").splitlines()[-1]
    wanted = Requirement(last)
    assert (wanted.name, wanted.extras) == ("policybook", {"word", "pdf"})
    assert __version__ in wanted.specifier
    assert [scaffold.versions(of) for of in ("0.3.2", "2.1.0")] == [">=0.3.2,<0.4", ">=2.1.0,<3"]


def test_the_readme_names_each_file_that_is_there(tmp_path: Path) -> None:
    run("init", "ours", "--name", "Ours", inside=tmp_path)
    readme = (tmp_path / "ours/README.md").read_text(encoding="utf-8")
    hidden = {".gitignore", ".gitattributes", "README.md"}
    assert all(f"`{path.name}" in readme for path in (tmp_path / "ours").iterdir() if path.name not in hidden)


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("mine")
    refused = run("init", ".", "--demo", inside=tmp_path)
    assert refused.returncode == 2
    assert "mkdocs.yml is there already" in refused.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mkdocs.yml"]


def test_a_name_is_needed(tmp_path: Path) -> None:
    refused = run("init", "ours", inside=tmp_path)
    assert refused.returncode == 2
    assert "--name" in refused.stderr
    assert not (tmp_path / "ours").exists()


def test_modelines_lead_to_a_schema(tmp_path: Path) -> None:
    run("init", "ours", "--demo", inside=tmp_path)
    for path in (tmp_path / "ours/policy").rglob("*.yml"):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        where = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / where).resolve().is_file(), path
