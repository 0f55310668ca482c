"""Apply the rules on the comment period; checks and acts share this arithmetic."""

from __future__ import annotations

from datetime import date
from typing import Any

from policybook.model import Revision, Rules
from policybook.values import dates


def required_days(rules: Rules, change: str, revision: Revision | None = None) -> int:
    """Return how many days for comment the rules ask for before a text is adopted, 0 where it needs none.

    An editorial change needs none, nor does an emergency or an act that waived a reading.
    """
    hurried = revision is not None and (revision.emergency or any(reading.waived for reading in revision.readings))
    return 0 if hurried or change == "editorial" else rules.number("comment_days") or 0


def open_on(revision: Revision, day: date, rules: Rules) -> dates.PartialDate | None:
    """Return the last day for comment where the public may still comment on `day` and the rules ask for such a time."""
    until = _days(revision)[1]
    return until if rules.number("comment_days") and until is not None and day <= until.earliest else None


def days_short(revision: Revision, change: str, rules: Rules) -> int | None:
    """Return for how many days the public could comment where the rules ask for more of such a text, else None.

    Days that are known only to a month or a year are read in favour of the record.
    """
    least = required_days(rules, change, revision)
    since, until = _days(revision)
    if not least or since is None or until is None:
        return None
    days = (until.latest - since.earliest).days
    return days if days < least else None


def unrecorded(revision: Revision, change: str, rules: Rules) -> int | None:
    """Return how many days for comment the rules ask for where none is on record for a text that had to wait for them."""
    least = required_days(rules, change, revision)
    return least if least and _days(revision)[1] is None else None


def _days(revision: Revision) -> tuple[dates.PartialDate | None, dates.PartialDate | None]:
    comment: dict[str, Any] = revision.get("comment") or {}
    since, until = (comment.get(key) for key in ("from", "until"))
    return dates.parse(since) if since else None, dates.parse(until) if until else None
