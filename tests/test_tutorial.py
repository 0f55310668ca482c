"""The tutorial's commands, run word for word on the demonstration manual."""

from __future__ import annotations

import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from policybook.cli import main
from tests import repositories

docx = pytest.importorskip("docx", reason="python-docx is not installed")

_TUTORIAL = Path("docs/keeping/tutorial.md").resolve()
_DEMO = Path("src/policybook/scaffold/demo/policy").resolve()
_STEP = "Change the words in Word and save the file."


def _steps() -> list[str]:
    """Return the commands of the terminal's part, and the step in Word between them."""
    part = _TUTORIAL.read_text(encoding="utf-8").partition("## The same with a terminal")[2]
    lines = [line.strip() for line in part.splitlines()]
    return [_STEP if line.startswith(_STEP) else line for line in lines if line.startswith(("policybook ", _STEP))]


@pytest.mark.skipif(not shutil.which("git"), reason="git isn't here")
def test_the_tutorial_works_word_for_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(_DEMO, tmp_path / "policy")
    monkeypatch.chdir(tmp_path)
    repositories.git(tmp_path, "init", "--quiet", "--initial-branch=main")
    repositories.commit(tmp_path, "Begin")
    day = "2026-12-01"
    steps = _steps()
    assert len(steps) > 8
    for step in steps:
        if step == _STEP:
            _edit(tmp_path / "fair-discipline.docx", "together, last", "together may last")
            continue
        named = re.search(r"--(?:date|published) ([0-9-]{10})", step)
        day = named[1] if named else day
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime.fromisoformat(f"{day}T20:00:00+00:00").timestamp())))
        repositories.git(tmp_path, "update-ref", "refs/remotes/origin/main", "HEAD")
        ran = CliRunner().invoke(main.policybook, step.split()[1:])
        assert ran.exit_code == 0, (step, ran.output, ran.exception)
        if "check" not in step:
            repositories.commit(tmp_path, step)
    shown = CliRunner().invoke(main.policybook, ["show", "3210"]).output
    assert "In force since 8 December 2026" in shown
    assert "together may last" in shown


def _edit(path: Path, old: str, new: str) -> None:
    """Change some words in a Word file, as somebody does in Word."""
    document = docx.Document(str(path))
    for paragraph in document.paragraphs:
        if old in paragraph.text:
            run = next(run for run in paragraph.runs if old in run.text)
            run.text = run.text.replace(old, new)
            break
    else:
        raise AssertionError(old)
    document.save(str(path))


def test_a_file_made_from_another_text_is_told_where_it_belongs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(_DEMO, tmp_path / "policy")
    monkeypatch.chdir(tmp_path)
    proposal = "3210@2026-shorter-suspensions"

    def run(*words: str) -> str:
        ran = CliRunner().invoke(main.policybook, [*words, "--as-of", "2026-11-24"])
        return f"{ran.output}{ran.exception or ''}"

    run("export", "docx", proposal, "--output", "proposed.docx")
    run("export", "docx", "3210", "--output", "in-force.docx")
    _edit(tmp_path / "proposed.docx", "together, last", "together may last")
    who = ("--summary", "S", "--proposed-by", "board")
    assert f"policybook propose {proposal} --from proposed.docx" in run(
        "propose", "3210", "--from", "proposed.docx", *who
    )
    said = run("propose", proposal, "--from", "in-force.docx")
    assert f"The text to edit is the proposal's: policybook export docx {proposal}" in said
    assert "has a new text" in run("propose", proposal, "--from", "proposed.docx")
