"""What the board's rules ask of the readings: how many, how far apart; one arithmetic for checks and acts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from policybook.model import Reading, Rules


def counted(readings: Iterable[Reading], rules: Rules) -> int:
    """Return how many readings count: a substantive amendment makes the count start again where the rules say so."""
    held = 0
    for reading in readings:
        restarts = reading.amended == "substantive" and rules.text("substantive_amendment") == "restart"
        held = 1 if restarts else held + 1
    return held


def days_short(earlier: Reading, later: Reading, rules: Rules) -> int | None:
    """Return how many days lie between two readings where the rules ask for more, else None.

    A reading that was waived needs no days before it or after it; readings out of order are another matter.
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
