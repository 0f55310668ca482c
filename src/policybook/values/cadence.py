"""Parse how often something is due: `every 2 weeks`, `every year in March`, `by series`, `as needed`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from policybook.values.dates import MONTHS

_SPANS = "`every 2 weeks`, `every 6 months`, `every year`, `every 3 years in March`"
OWN_WAYS = f"{_SPANS} or `as needed`"
"""How a cadence may be written where no series stands behind it, for messages."""
WAYS = f"{_SPANS}, `by series` or `as needed`"
"""How a cadence may be written, for messages."""

_EVERY = re.compile(r"every (?:([1-9][0-9]{0,2}) )?(week|month|year)s?(?: in ([A-Z][a-z]+))?")
_DAYS = {"week": 7.0, "month": 30.4375, "year": 365.25}


@dataclass(frozen=True, slots=True)
class Cadence:
    """An understood cadence; `unit` is week, month or year, or `series` or `needed`, which name no interval."""

    text: str
    unit: str
    count: int = 0
    month: int | None = None

    @property
    def days(self) -> float | None:
        """Return the interval in days, on average, or None where the cadence names none."""
        return self.count * _DAYS[self.unit] if self.count else None

    def next_after(self, last: date) -> date | None:
        """Return the day the next review falls due after one on `last`, or None where no interval is named.

        With a month, the review belongs to the last such month that it was held in or after, or to the next one
        where it was held at most three months before its end. The next falls due at the end of that month `count`
        years on: a review held late keeps its schedule.
        """
        return _next_after(self, last) if self.count else None


@lru_cache(maxsize=4096)
def _next_after(cadence: Cadence, last: date) -> date | None:
    try:
        if cadence.month is None:
            return last + relativedelta(**{f"{cadence.unit}s": cadence.count})  # type: ignore[arg-type]
        ends = [date(last.year + shift, cadence.month, 1) + relativedelta(day=31) for shift in (-1, 0, 1)]
        own = max(end for end in ends if end - relativedelta(months=3) <= last)
        return own + relativedelta(years=cadence.count, day=31)
    except (ValueError, OverflowError):
        return None  # beyond the year 9999: never due


@lru_cache(maxsize=4096)
def parse(text: str) -> Cadence | None:
    """Return the cadence that `text` writes, or None where it isn't one ("regularly" is none)."""
    if text == "by series":
        return Cadence(text, "series")
    if text == "as needed":
        return Cadence(text, "needed")
    match = _EVERY.fullmatch(text)
    if match is None:
        return None
    count, unit, month = match.groups()
    if month is not None and (unit != "year" or month not in MONTHS):
        return None
    return Cadence(text, unit, int(count or 1), MONTHS.index(month) + 1 if month else None)
