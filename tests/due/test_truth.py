"""What is due is what was known on the day: later events never change what an earlier day says."""

from __future__ import annotations

from datetime import date

import pytest

from policybook.due import other, reviews
from policybook.lint import runner
from policybook.model import Manual
from policybook.record.tree import DiskTree, Overlay
from policybook.values import cadence
from tests.held import HERON_BEND

TREE = DiskTree(HERON_BEND, "policy")
EVENTS = [path for path in TREE.paths() if "/reviews/" in path or "/recommendations/" in path]


def owed(manual: Manual) -> list[tuple[str, str, str, str]]:
    return sorted((one.kind, one.policy.code, one.what, str(one.on)) for one in other.all_of(manual))


@pytest.mark.parametrize("day", ["2025-12-31", "2026-05-01", "2026-10-01"])
def test_a_later_event_never_changes_what_an_earlier_day_says(day: str) -> None:
    as_of = date.fromisoformat(day)
    later = {path for path in EVENTS if path.rpartition("/")[2][:10] > day}
    whole = runner.judge(TREE, as_of, {}).manual
    kept = {path: TREE.read(path) for path in TREE.paths() if path not in later}

    class Earlier(Overlay):
        def paths(self) -> tuple[str, ...]:
            return tuple(sorted(kept))

    before = runner.judge(Earlier(TREE, {}), as_of, {}).manual
    assert owed(whole) == owed(before)
    assert [one.on for one in reviews.all_of(whole)] == [one.on for one in reviews.all_of(before)]


@pytest.mark.parametrize(
    ("held", "due"),
    [
        ("2026-05-12", "2026-10-31"),
        ("2026-08-20", "2027-10-31"),
        ("2026-10-31", "2027-10-31"),
        ("2027-02-01", "2027-10-31"),
    ],
)
def test_a_review_long_before_its_month_is_no_review_of_that_month(held: str, due: str) -> None:
    often = cadence.parse("every year in October")
    assert often is not None
    assert often.next_after(date.fromisoformat(held)) == date.fromisoformat(due)
