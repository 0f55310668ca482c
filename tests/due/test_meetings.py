"""When a team meets next, and how many meetings were kept, held late and missed."""

from __future__ import annotations

from datetime import date

import pytest

from policybook.due import meetings
from policybook.lint import runner
from policybook.record.tree import MemoryTree
from tests import cases


def clock(days: list[str], as_of: str, meets: str = "every 2 weeks") -> meetings.Clock:
    """Return the clock of the restorative team after it met on some days."""
    files = {f"meetings/{day}-restorative-team.yml": "body: restorative-team\n" for day in days}
    bodies = (cases.SMALL / "bodies.yml").read_text(encoding="utf-8")
    head, _, rest = bodies.partition("restorative-team")
    files["bodies.yml"] = f"{head}restorative-team{rest.replace('meets: every 2 weeks', f'meets: {meets}', 1)}"
    tree = MemoryTree(cases.laid(files), label="")
    manual = runner.judge(tree, date.fromisoformat(as_of), {}).manual
    return next(one for one in meetings.all_of(manual) if one.body.id == "restorative-team")


@pytest.mark.parametrize(
    ("days", "as_of", "counts"),
    [
        (["2026-01-05"], "2026-01-06", (0, 0, 0)),
        (["2026-01-05", "2026-01-19", "2026-02-02"], "2026-02-03", (2, 0, 0)),
        (["2026-01-05", "2026-01-26"], "2026-01-27", (1, 0, 0)),
        (["2026-01-05", "2026-01-27"], "2026-01-28", (0, 1, 0)),
        (["2026-01-05", "2026-03-02"], "2026-03-03", (0, 1, 2)),
        (["2026-01-05"], "2026-03-03", (0, 0, 3)),
    ],
)
def test_meetings_are_counted_by_the_interval(days: list[str], as_of: str, counts: tuple[int, int, int]) -> None:
    found = clock(days, as_of)
    assert (found.kept, found.late, found.missed) == counts


def test_a_meeting_of_a_later_day_changes_nothing_of_an_earlier_one() -> None:
    found = clock(["2026-01-05", "2026-02-02"], "2026-01-10")
    assert (len(found.held), found.on) == (1, date(2026, 1, 19))


def test_the_last_day_of_a_month() -> None:
    assert clock(["2026-01-31"], "2026-02-01", "every month").on == date(2026, 2, 28)


def test_no_day_from_an_assumed_or_unknown_interval_or_without_a_meeting() -> None:
    for found in (
        clock(["2026-01-05"], "2026-11-24", "{is: every month, basis: assumed}"),
        clock(["2026-01-05"], "2026-11-24", "as needed"),
        clock([], "2026-11-24"),
    ):
        assert (found.on, found.missed, found.is_late(date(2030, 1, 1))) == (None, 0, False)
