"""`policybook init`: what it writes is sound, and nothing is written over."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from policybook import __version__


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
            Path(f"src/policybook/scaffold/starter/.github/workflows/{name}.yml").read_bytes()
        )
    for name in (".github/ISSUE_TEMPLATE/propose.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml"):
        assert yaml.safe_load((ours / name).read_text(encoding="utf-8"))


def test_the_engine_comes_along_as_a_wheel_that_installs(tmp_path: Path) -> None:
    run("init", "ours", "--demo", inside=tmp_path)
    ours = tmp_path / "ours"
    line = (ours / "requirements.txt").read_text(encoding="utf-8").splitlines()[-1]
    assert line == f"./wheels/policybook-{__version__}-py3-none-any.whl[word,pdf]"
    wheel = ours / line.removeprefix("./").removesuffix("[word,pdf]")
    digest, name = (ours / "wheels/SHA256SUMS").read_text(encoding="utf-8").split()
    assert (hashlib.sha256(wheel.read_bytes()).hexdigest(), name) == (digest, wheel.name)
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    assert {
        "policybook/checks/strategy_owner.py",
        "policybook/schemas/policy.schema.json",
        "policybook/ci/check.sh",
    } <= names
    assert "policybook/scaffold/starter/.github/workflows/check.yml" in names
    target = tmp_path / "installed"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(target),
        str(wheel),
    ]
    subprocess.run(pip, check=True, capture_output=True)
    environment = {**os.environ, "PYTHONPATH": str(target)}
    done = subprocess.run(
        [sys.executable, "-m", "policybook", "explain", "strategy-owner"],
        cwd=ours, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_the_engine_can_come_from_an_address(tmp_path: Path) -> None:
    run("init", "ours", "--demo", "--engine", "https://example.com/policybook.whl", inside=tmp_path)
    lines = (tmp_path / "ours/requirements.txt").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "policybook[word,pdf] @ https://example.com/policybook.whl"
    assert not (tmp_path / "ours/wheels").exists()


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
