"""Parse a day as people write it: 2026-11-24, 11/24/2026, Nov 24, 2026 or 24 November 2026."""

from __future__ import annotations

import re
from datetime import date

from policybook.values.dates import MONTHS

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_NUMBERS = re.compile(r"([0-9]{1,2})\s*[/.-]\s*([0-9]{1,2})\s*[/.-]\s*((?:20)?[0-9]{2}|19[0-9]{2})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?\.?\s+(?:de\s+|of\s+)?([a-z]{3,10})\.?,?\s+(?:de\s+)?([0-9]{4})")
_FIRST, _LAST = 1000, 2999
"""The years in which a day may be; beyond them a day is mistyped, and arithmetic has no room."""
_OTHER_NAMES = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip


class Ambiguous(ValueError):
    """A day that could be two: 3/4/2026 is 4 March or 3 April."""


def parse(written: str, day_first: bool | None = None) -> date:
    """Return the day that `written` states.

    `day_first` says how numbers are ordered where both orders give a day. Raises Ambiguous where that isn't known,
    and ValueError where `written` isn't a day.
    """
    day = _parsed(" ".join(written.lower().split()), day_first)
    if not plausible(day):
        raise ValueError(f"{written} is too far from today")
    return day


def plausible(day: date) -> bool:
    """Return whether a day is near enough that others can be counted from it."""
    return _FIRST <= day.year <= _LAST


def _parsed(said: str, day_first: bool | None) -> date:
    if match := _ISO.fullmatch(said):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(said):
        year = int(match[3])
        return _ordered(int(match[1]), int(match[2]), year + 2000 if year < 100 else year, day_first)
    if match := _MONTH_FIRST.fullmatch(said):
        return date(int(match[3]), _month(match[1]), int(match[2]))
    if match := _DAY_FIRST.fullmatch(said):
        return date(int(match[3]), _month(match[2]), int(match[1]))
    raise ValueError(f"{said} isn't a day")


def _ordered(first: int, second: int, year: int, day_first: bool | None) -> date:
    if first > 12 or (second <= 12 and day_first):
        return date(year, second, first)
    if second > 12 or first == second or day_first is False:
        return date(year, first, second)
    raise Ambiguous(f"{first}/{second}/{year} could be two days")


def _month(name: str) -> int:
    names = [month.lower() for month in MONTHS]
    for months in (names, _OTHER_NAMES):
        for number, month in enumerate(months, 1):
            if month == name or (month.startswith(name) and len(name) >= 3) or name == month[:3] + "t":
                return number
    raise ValueError(f"{name} isn't a month")
