"""What is overdue and what falls due soon, for those who owe it: chosen here, written by one module for each format."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from policybook.due import other
from policybook.due.other import Monitored
from policybook.errors import PolicybookError
from policybook.site.components.due import KINDS, Pending, pending
from policybook.site.context import Book
from policybook.text.suggest import did_you_mean

_SPAN = re.compile(r"([0-9]{1,4})([dwmy])")
_DAYS = {"d": 1, "w": 7, "m": 31, "y": 366}
_UNDATED = ("no review", "assumed cadence", "no cadence")


@dataclass(frozen=True, slots=True)
class Listing:
    """What is due within some days of the manual's day, the most pressing first."""

    book: Book
    days: int
    pressing: tuple[Pending, ...]
    """Overdue, or due within the days."""
    later: int
    """How many are due after that."""
    undated: tuple[Pending, ...]
    """Those without a day, because a review or an interval isn't on record. Nobody can say that they are late."""
    unreported: tuple[Monitored, ...]
    """Monitoring that was never reported on, as far as is on record; nobody can say that it is late either."""

    def late(self, one: Pending) -> bool:
        """Say whether the day by which it was due has passed."""
        return one.on is not None and one.on < self.book.manual.as_of

    @property
    def overdue(self) -> tuple[Pending, ...]:
        """Return what should have been done before the manual's day."""
        return tuple(one for one in self.pressing if self.late(one))

    def kind(self, one: Pending) -> str:
        """Return in words what is to be done."""
        return self.book.say(KINDS[one.kind])

    def owner(self, one: Pending) -> str:
        """Return who must act."""
        named = self.book.manual.body_name(one.by) if one.by else ""
        return named or self.book.say("not recorded")

    def rest(self) -> str:
        """Return one sentence or two about what isn't listed."""
        say, counted = self.book.say, Counter(one.promise.due.why for one in self.undated if one.promise)
        said = [
            say.many("{n} more is due later.", "{n} more are due later.", self.later) if self.later else "",
            say.many("{n} has no review on record.", "{n} have no review on record.", counted["no review"])
            if counted["no review"]
            else "",
            say.many("{n} has no review cycle recorded.", "{n} have no review cycle recorded.", unknown)
            if (unknown := counted["no cadence"] + counted["assumed cadence"])
            else "",
            say.many(
                "{n} method of monitoring has no report on record.",
                "{n} methods of monitoring have no report on record.",
                len(self.unreported),
            )
            if self.unreported
            else "",
        ]
        return " ".join(part for part in said if part)


def listing(book: Book, within: str, owner: str | None = None) -> Listing:
    """Return what is overdue or due `within` a span such as `90d`, of one body where `owner` names it.

    Raises PolicybookError where the span isn't one, or the body isn't on record.
    """
    days, bodies = _days(within), book.manual.bodies
    if owner is not None and owner not in bodies:
        raise PolicybookError(f"There is no body ‘{owner}’ in bodies.yml. {did_you_mean(owner, bodies)}".strip())
    listed = [one for one in pending(book) if owner is None or one.by == owner]
    until = book.manual.as_of + timedelta(days=min(days, (date.max - book.manual.as_of).days))
    dated = [one for one in listed if one.on is not None]
    pressing = tuple(one for one in dated if one.on is not None and one.on <= until)
    undated = tuple(one for one in listed if one.promise and one.promise.due.why in _UNDATED)
    unreported = tuple(one for one in other.unreported(book.manual) if owner is None or one.by == owner)
    return Listing(book, days, pressing, len(dated) - len(pressing), undated, unreported)


def _days(written: str) -> int:
    match = _SPAN.fullmatch(written)
    if match is None:
        raise PolicybookError(f"‘{written}’ isn't a span of time. Write it as 90d, 12w, 6m or 1y.")
    return int(match[1]) * _DAYS[match[2]]
