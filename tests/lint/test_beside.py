"""A check finds the same in a policy beside others that can't be read: it goes on to the next, and accuses none."""

from __future__ import annotations

from pathlib import Path

import pytest

from policybook.lint.runner import Verdict
from tests import cases
from tests.lint.test_checks import CASES, compares, judge

SEES_ALL = {"idle-team"}
"""Checks that say nothing while any policy can't be read: what they miss may be there."""
APART = [path for path in CASES if path.parent.name not in SEES_ALL]


def told(judged: Verdict) -> list[tuple[str, str, str]]:
    return [
        (one.path, one.severity, one.message)
        for one in judged.findings
        if not one.path.partition("/")[0].endswith(("unread", "unheld"))
    ]


@pytest.mark.parametrize("path", APART, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_case_beside_policies_that_can_not_be_read(path: Path) -> None:
    id, case = path.parent.name, cases.read(path)
    others = cases.beside_unread(case, with_base=compares(case, id))
    assert told(judge(others, id)) == told(judge(case, id))
