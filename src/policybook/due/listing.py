"""Select what is overdue or due soon; one module for each format writes it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from policybook.due import accepted, meetings, other
from policybook.due.meetings import Clock
from policybook.due.obligation import Obligation
from policybook.due.summary import KINDS, pending
from policybook.errors import PolicybookError
from policybook.model import Manual
from policybook.text.i18n import Say
from policybook.text.suggest import did_you_mean

_SPAN = re.compile(r"([0-9]{1,4})([dwmy])")
_DAYS = {"d": 1, "w": 7, "m": 31, "y": 366}
_UNDATED = ("no review", "assumed cadence", "no cadence")


@dataclass(frozen=True, slots=True)
class Listing:
    """What is due within some days of the manual's day, the most pressing first."""

    manual: Manual
    say: Say
    days: int
    pressing: tuple[Obligation, ...]
    """Overdue, or due within the days."""
    later: int
    """How many are due after that."""
    undated: tuple[Obligation, ...]
    """Those without a day, because a review or an interval isn't on record. Nobody can say that they are late."""
    unreported: tuple[Obligation, ...]
    """Monitoring and evaluations never reported on, as far as is on record; nobody can say that it is late either."""
    meetings: tuple[Clock, ...] = ()
    """Teams that meet within the days, or should have met."""

    @property
    def overdue(self) -> tuple[Obligation, ...]:
        """Return what should have been done before the manual's day, and isn't accepted for a time."""
        late = (one for one in self.pressing if one.is_late(self.manual.as_of))
        return tuple(one for one in late if accepted.waiver(one, self.manual) is None)

    @property
    def accepted(self) -> int:
        """Return how many are late and accepted for a time by a body."""
        return sum(accepted.waiver(one, self.manual) is not None for one in self.pressing)

    def kind(self, one: Obligation) -> str:
        """Return in words what is to be done."""
        return self.say(KINDS[one.kind])

    def owner(self, one: Obligation) -> str:
        """Return who must act."""
        named = self.manual.body_name(one.by) if one.by else ""
        return named or self.say("not recorded")

    def rest(self) -> str:
        """Return one sentence or two about what isn't listed."""
        say, counted = self.say, Counter(one.why for one in self.undated)
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
                monitored,
            )
            if (monitored := sum(one.kind == "monitoring" for one in self.unreported))
            else "",
            say.many("{n} policy has no evaluation on record.", "{n} policies have no evaluation on record.", evaluated)
            if (evaluated := sum(one.kind == "evaluation" for one in self.unreported))
            else "",
        ]
        return " ".join(part for part in said if part)


def listing(manual: Manual, say: Say, within: str, owner: str | None = None) -> Listing:
    """Return what is overdue or due `within` a span such as `90d`, of one body where `owner` names it.

    Raises PolicybookError where the span isn't one, or the body isn't on record.
    """
    days, bodies = _days(within), manual.bodies
    if owner is not None and owner not in bodies:
        raise PolicybookError(f"There is no body ‘{owner}’ in bodies.yml. {did_you_mean(owner, bodies)}".strip())
    listed = [one for one in pending(manual, say) if owner is None or one.by == owner]
    until = manual.as_of + timedelta(days=min(days, (date.max - manual.as_of).days))
    dated = [one for one in listed if one.on is not None]
    pressing = tuple(one for one in dated if one.on is not None and one.on <= until)
    undated = tuple(one for one in listed if one.kind == "review" and one.why in _UNDATED)
    unreported = tuple(one for one in other.unreported(manual) if owner is None or one.by == owner)
    clocks = (one for one in meetings.all_of(manual) if owner is None or one.body.id == owner)
    meeting = tuple(one for one in clocks if one.on is not None and one.on <= until)
    return Listing(manual, say, days, pressing, len(dated) - len(pressing), undated, unreported, meeting)


def _days(written: str) -> int:
    match = _SPAN.fullmatch(written)
    if match is None:
        raise PolicybookError(f"‘{written}’ isn't a span of time. Write it as 90d, 12w, 6m or 1y.")
    return int(match[1]) * _DAYS[match[2]]
