"""Count readings and the days between them by the board's rules; checks and acts share this arithmetic."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from policybook.model import Reading, Rules

_READ = ("adopt", "revise")
"""The actions that need readings where the rules don't list any."""


def needed(rules: Rules, action: str) -> int:
    """Return how many readings the rules ask of an action."""
    actions = rules.texts("readings_for") or _READ
    return rules.readings if action in actions or action in _READ else 0


def count(readings: Iterable[Reading], rules: Rules) -> int:
    """Return how many readings count.

    A substantive amendment starts the count again where the rules say so. An amendment on the day of the reading
    before, made before the vote, is no further reading.
    """
    held = 0
    before: Reading | None = None
    for reading in readings:
        if reading.amended == "substantive" and rules.text("substantive_amendment") == "restart":
            held = 1
        elif before is None or not on_the_floor(before, reading):
            held += 1
        before = reading
    return held


def on_the_floor(earlier: Reading, later: Reading) -> bool:
    """Return whether a reading records an amendment made at the meeting of the reading before."""
    if earlier.when is None or later.when is None or not earlier.when.exact:
        return False
    return earlier.when == later.when and later.amended != "none" and not later.waived


def days_short(earlier: Reading, later: Reading, rules: Rules) -> int | None:
    """Return the days between two readings where the rules ask for more, else None.

    A waived reading needs no days before or after it. Readings out of order are another matter.
    """
    least = rules.number("days_between_readings")
    if not least or earlier.when is None or later.when is None or later.waived or earlier.waived:
        return None
    apart = (later.when.latest - earlier.when.earliest).days
    return apart if 0 < apart < least else None


def earliest_next(last: Reading, rules: Rules) -> date | None:
    """Return the first day on which the reading after `last` may be held, where the rules name one."""
    least = rules.number("days_between_readings")
    return last.when.earliest + timedelta(days=least) if least and last.when and not last.waived else None
