"""Every check on its own cases, on the examples of its own page, and through the shipped command."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

import pytest

from policybook.lint import builtin, runner
from policybook.lint.runner import Verdict
from policybook.record.git import Base
from policybook.record.tree import MemoryTree
from tests import cases, repositories

CHECKS = runner.all_checks()
FOLDER = Path(__file__).parents[1] / "checks"
CASES = sorted(FOLDER.glob("*/*.txt"))
FAILING = {
    path.parent.name: path for path in reversed(CASES) if cases.read(path).findings and path.parent.name in CHECKS
}
_EXAMPLE = re.compile(r"^Example:\n\n((?:(?: {4}.*)?\n)+)", re.MULTILINE)


def compares(case: cases.Case, id: str) -> bool:
    """Say whether a case of a check has a base: the small manual, or that with something laid over it."""
    return bool(case.base) or (id in CHECKS and CHECKS[id].family == "change")


def judge(case: cases.Case, only: str = "") -> Verdict:
    tree = MemoryTree(cases.laid(case.files), label="")
    base = Base("main", MemoryTree(cases.laid(case.base), label="")) if compares(case, only) else None
    return runner.judge(tree, case.as_of, CHECKS, base=base, only=frozenset([only] if only else []))


def said(judged: Verdict) -> list[str]:
    return [f"{finding.path} {finding.severity} {finding.message}" for finding in judged.findings]


def points_to(files: Mapping[str, bytes], path: str, line: int, column: int) -> str:
    """Return the rest of the line from the place that a finding points to."""
    lines = files.get(path, b"").decode("utf-8", "replace").splitlines()
    return lines[line - 1][column - 1 :] if line <= len(lines) else ""


def test_the_small_manual_is_sound() -> None:
    assert said(judge(cases.parse(""))) == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_case(path: Path) -> None:
    case = cases.read(path)
    files = cases.laid(case.files)
    found = judge(case, path.parent.name).findings
    expected = [(one.path, one.severity, one.message) for one in case.expected]
    assert [(one.path, one.severity, one.message) for one in found] == expected
    for got, wanted in zip(found, case.expected, strict=True):
        assert points_to(files, got.path, got.span.line, got.span.column).startswith(wanted.words)
        assert wanted.words or got.path not in files, "a finding in a file is anchored by its words"


@pytest.mark.parametrize("id", sorted(CHECKS))
def test_a_check_has_cases_that_pass_and_fail(id: str) -> None:
    found = [bool(cases.read(path).findings) for path in (FOLDER / id).glob("*.txt")]
    assert True in found, "no failing case"
    assert False in found, "no passing case"


def test_cases_belong_to_checks() -> None:
    assert {path.parent.name for path in CASES} <= set(CHECKS)


def _examples() -> dict[str, str]:
    return {
        check.id: dedent(text)
        for check in CHECKS.values()
        for text in _EXAMPLE.findall(check.doc + "\n")
        if "-- " in text or "as-of:" in text
    }


def test_a_page_has_an_example() -> None:
    assert set(_examples()) == set(CHECKS) - set(builtin.RULES)


@pytest.mark.parametrize(("id", "text"), _examples().items(), ids=lambda value: value if len(value) < 40 else "")
def test_an_example_of_a_page_does_not_pass(id: str, text: str) -> None:
    assert said(judge(cases.parse(text), id))


@pytest.mark.parametrize("id", sorted(CHECKS))
def test_the_shipped_command_finds_it_and_no_other_error(id: str, tmp_path: Path) -> None:
    path = FAILING[id]
    case = cases.read(path)
    options: list[str] = []
    if compares(case, id):
        repositories.begin(tmp_path, cases.laid(case.base))
        repositories.change(tmp_path, cases.laid(case.files))
        options = ["--base", "main"]
    manual = cases.written(cases.laid(case.files), tmp_path)
    command = [sys.executable, "-m", "policybook", "check", "--format", "json", "--manual", str(manual), *options]
    ran = subprocess.run([*command, "--as-of", case.as_of.isoformat()], capture_output=True, text=True, check=False)
    assert ran.returncode in (0, 1), ran.stderr
    found = json.loads(ran.stdout)["findings"]
    mine = [one for one in found if one["check"] == id]
    assert [(one["path"], one["severity"]) for one in mine] == [
        (f"policy/{one.path}", one.severity) for one in case.expected
    ]
    assert [one for one in found if one["check"] != id and one["severity"] == "error"] == []
    assert ran.returncode == (1 if any(one["severity"] == "error" for one in found) else 0)


def test_a_check_is_one_documented_module() -> None:
    for check in CHECKS.values():
        assert check.title
        assert "\n" not in check.title
        assert check.doc.split("\n\n")[0].rstrip().endswith(".")
