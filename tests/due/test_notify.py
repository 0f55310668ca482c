"""`policybook due --notify`: one message a body, a dry run unless a folder is named, nothing twice."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest
from click.testing import CliRunner

from policybook.cli import main
from tests import cases


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cases.written(cases.small(), tmp_path_factory.mktemp("notify"))


def told(manual: Path, *words: str, day: str = "2026-12-20") -> str:
    """Return what the shipped command prints."""
    command = ["due", "--manual", str(manual), "--as-of", day, "--within", "30d", *words]
    result = CliRunner().invoke(main.policybook, command)
    assert result.exit_code == 0, (result.output, result.exception)
    return result.output


def test_without_a_folder_nothing_is_written(small: Path) -> None:
    before = sorted(small.parent.rglob("*"))
    said = told(small, "--notify", "markdown")
    assert "restorative-team.md: Restorative Practice Team: 0 overdue, 1 due soon" in said
    assert "Next step: 3210 Fair Discipline: ‘Train three leads’, due by December 2026" in said
    assert said.endswith("Nothing is written. Name a folder with --output.\n")
    assert sorted(small.parent.rglob("*")) == before


def test_a_second_run_of_the_day_writes_nothing_again(small: Path, tmp_path: Path) -> None:
    words = ("--notify", "markdown", "--output", str(tmp_path / "out"))
    assert "Wrote" in told(small, *words)
    again = told(small, *words)
    assert "Wrote" not in again
    assert "is there already" in again
    text = (tmp_path / "out" / "restorative-team.md").read_text(encoding="utf-8")
    assert text.startswith("# Restorative Practice Team")
    assert text.count("- [ ] ") == 1


def test_a_mail_is_a_draft_that_is_the_same_the_same_day(small: Path, tmp_path: Path) -> None:
    words = ("--notify", "eml", "--output", str(tmp_path))
    told(small, *words)
    data = (tmp_path / "restorative-team.eml").read_bytes()
    mail = message_from_bytes(data, policy=policy.default)
    assert (mail["X-Unsent"], mail["To"]) == ("1", None)
    assert "Train three leads" in mail.get_content()
    told(small, *words)
    assert (tmp_path / "restorative-team.eml").read_bytes() == data
    told(small, *words, day="2026-12-21")
    assert message_from_bytes((tmp_path / "restorative-team.eml").read_bytes())["Message-ID"] != mail["Message-ID"]


def test_nobody_is_told_where_nothing_is_due(small: Path) -> None:
    assert told(small, "--notify", "eml", day="2026-10-21") == "Nothing is due, so nobody is told.\n"
