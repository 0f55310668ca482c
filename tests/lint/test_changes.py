"""Whole changes as people make them: a clerk's ordinary ones pass clean, a stranger's tricks are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from policybook.finding import Finding
from policybook.lint import runner
from policybook.record.git import Base
from policybook.record.tree import MemoryTree
from tests import cases, repositories

CHECKS = runner.all_checks()
FOLDER = Path(__file__).parents[1] / "changes"
ORDINARY = sorted((FOLDER / "ordinary").glob("*.txt"))
HOSTILE = sorted((FOLDER / "hostile").glob("*.txt"))


def judge(case: cases.Case) -> runner.Verdict:
    base = Base("main", MemoryTree(cases.laid(case.base), label=""))
    return runner.judge(MemoryTree(cases.laid(case.files), label=""), case.as_of, CHECKS, base=base)


def grave(judged: runner.Verdict) -> list[Finding]:
    return [one for one in judged.findings if one.severity == "error" or CHECKS[one.check].family == "change"]


def named(findings: list[Finding]) -> list[str]:
    return [f"{finding.check} {finding.severity} {finding.message}" for finding in findings]


@pytest.mark.parametrize("path", ORDINARY, ids=lambda path: path.stem)
def test_an_ordinary_change_passes_clean(path: Path) -> None:
    assert named(grave(judge(cases.read(path)))) == []


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_a_trick_is_named(path: Path) -> None:
    """The errors and what is said of the change itself; `*` stands for any others that come with them."""
    case = cases.read(path)
    found = named(grave(judge(case)))
    expected = [line for line in case.findings if line != "*"]
    for line in expected:
        assert any(one.startswith(line) for one in found), found
    if "*" not in case.findings:
        assert len(found) == len(expected), found


def test_what_the_record_is_judged_by_heads_the_report() -> None:
    found = judge(cases.read(FOLDER / "hostile" / "a-check-off.txt")).findings
    assert [one.check for one in found][:2] == ["judged-alike", "judged-alike"]
    assert "judged-alike" not in {one.check for one in found[2:]}


def test_a_change_finding_can_not_be_waived_even_by_the_base(tmp_path: Path) -> None:
    waiver = (
        b"waivers:\n  - {check: adopted-kept, subject: 3210P@2026-08-15, by: board, until: 2027-06-30, reason: So.}\n"
    )
    files = {**cases.small(), "waivers.yml": waiver}
    repositories.begin(tmp_path, files)
    del files["3210p-holding-a-meeting/revisions/2026-08-15.yml"]
    repositories.change(tmp_path, files)
    found = repositories.findings(tmp_path, "--base", "main")
    assert [(one["check"], one["waived_by"]) for one in found if one["severity"] == "error"] == [("adopted-kept", None)]
