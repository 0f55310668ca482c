"""Parse dates as precise as their source: a day, a month, a year, or a range."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip

_ONE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with an earliest and a latest day; both are the same when the day is known."""

    text: str
    earliest: date
    latest: date

    @property
    def exact(self) -> bool:
        """Return whether the day is known."""
        return self.earliest == self.latest

    def narrows(self, other: PartialDate) -> bool:
        """Return whether this is the other date, or the same known better."""
        return other.earliest <= self.earliest and self.latest <= other.latest

    def words(self) -> str:
        """Return the date as people read it: "10 March 2026", "December 2019", "between 1993 and 1994"."""
        first, slash, second = self.text.partition("/")
        if slash:
            return f"between {_words(first)} and {_words(second)}"
        return _words(first)


@lru_cache(maxsize=65536)
def parse(text: str) -> PartialDate:
    """Return the date that `text` writes; raise ValueError when there is no such date."""
    first, slash, second = text.partition("/")
    earliest, latest = _bounds(first)
    if slash:
        latest = _bounds(second)[1]
        if latest < earliest:
            raise ValueError(f"{text} ends before it begins")
    return PartialDate(text, earliest, latest)


@lru_cache(maxsize=65536)
def is_date(text: str) -> bool:
    """Return whether `text` writes a date that exists."""
    try:
        parse(text)
    except ValueError:
        return False
    return True


def in_words(day: date) -> str:
    """Return a day as people read it: "10 March 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _bounds(text: str) -> tuple[date, date]:
    match = _ONE.fullmatch(text)
    if match is None:
        raise ValueError(f"{text} is not a date")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def _words(text: str) -> str:
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    parts = [str(int(day))] if day else []
    if month:
        parts.append(MONTHS[int(month) - 1])
    return " ".join([*parts, year])
