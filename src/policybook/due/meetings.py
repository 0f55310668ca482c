"""Compute when a team meets next and how many meetings it kept, from the meetings on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from policybook.model import Body, Manual, Meeting
from policybook.model.fact import fact
from policybook.model.lazy import once_per_manual
from policybook.values import cadence
from policybook.values.cadence import Cadence

GRACE = timedelta(days=7)
"""A meeting so long after its day still counts as kept: a third Tuesday moves from month to month."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A team's meetings on record, counted by how often it says that it meets."""

    body: Body
    held: tuple[Meeting, ...]
    """The earliest first."""
    on: date | None = None
    """The day by which it meets next; None where no interval is known, or no meeting is on record."""
    kept: int = 0
    late: int = 0
    missed: int = 0

    @property
    def last(self) -> Meeting | None:
        """Return the last meeting on record."""
        return self.held[-1] if self.held else None

    def is_late(self, day: date) -> bool:
        """Return whether `day` is after the day of the next meeting and the days of grace."""
        return self.on is not None and day - self.on > GRACE


@once_per_manual
def all_of(manual: Manual) -> tuple[Clock, ...]:
    """Return the clock of each body but the board that goes on, as bodies.yml lists them."""
    return tuple(
        of_body(manual, body)
        for body in manual.body_list
        if body.kind != "board" and (body.ended is None or body.ended.earliest > manual.as_of)
    )


def of_body(manual: Manual, body: Body) -> Clock:
    """Return the clock of a body. From an assumed interval, or without a meeting on record, no day is named."""
    held = manual.team_meetings.get(body.id, ())
    known = fact(body, "meets")
    often = cadence.parse(known.value) if known and known.value and known.basis != "assumed" else None
    if often is None or not often.count or not held or not manual.knows_meetings:
        return Clock(body, held)
    days = [one.day.latest for one in held]
    counts = [_between(often, day, after) for day, after in pairwise(days)]
    return Clock(
        body,
        held,
        often.next_after(days[-1]),
        sum(1 for late, _ in counts if not late),
        sum(1 for late, _ in counts if late),
        sum(missed for _, missed in counts) + _passed(often, days[-1], manual.as_of),
    )


def _between(often: Cadence, last: date, met: date) -> tuple[bool, int]:
    """Return whether a meeting came late after the one before, and how many were missed between them."""
    by = often.next_after(last)
    if by is None or met - by <= GRACE:
        return False, 0
    return True, max(0, _passed(often, last, met) - 1)


def _passed(often: Cadence, last: date, day: date) -> int:
    """Return how many meetings fell due after `last` and, with the days of grace, before `day`."""
    passed, by = 0, often.next_after(last)
    while by is not None and day - by > GRACE:
        passed, by = passed + 1, often.next_after(by)
    return passed
