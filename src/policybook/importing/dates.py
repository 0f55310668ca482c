"""Read dates as real manuals write them: "8/8/08", "10.99", "Fall 2014", "1993-1994", "Adopted: March 10, 2026"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from policybook.values import dates

_MONTHS = {
    name: at
    for at, names in enumerate(
        (
            "january jan enero ene", "february feb febrero", "march mar marzo", "april apr abril abr", "may mayo",
            "june jun junio", "july jul julio", "august aug agosto ago", "september sept sep septiembre",
            "october oct octubre", "november nov noviembre", "december dec diciembre dic",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_SEASONS = {"spring": ("03", "06"), "summer": ("06", "09"), "fall": ("09", "12"), "autumn": ("09", "12")}
_PATTERNS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("iso", r"\b(\d{4})-(\d{2})(?:-(\d{2}))?(?:T[\d:.]+Z?)?\b"),
        ("words", rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(\d{{4}})\b"),
        ("day first words", rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:de\s+)?({_MONTH})\.?,?\s+(?:de\s+)?(\d{{4}})\b"),
        ("numbers", r"(?<![\d./-])(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?![\d./-])"),
        ("month words", rf"\b({_MONTH})\.?,?\s+(?:of\s+|de\s+)?(\d{{4}})\b"),
        ("season", r"\b(spring|summer|fall|autumn)\s+(?:of\s+)?(\d{4})\b"),
        ("stretch", r"\b((?:19|20)\d{2})\s*[-–/]\s*((?:19|20)?\d{2})\b(?![-/.]\d)"),
        ("month", r"(?<![\d./-])(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})(?![\d./-])"),
        ("year", r"\b((?:19|20)\d{2})\b"),
    )
)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as a document writes it."""

    is_: str
    """As the record writes it, as precise as it is: 2026-03-10, 1999-10, 2014-09/2014-12."""
    words: str
    """As it was written."""
    start: int = 0
    number: int = 0
    """Of a reading, which one it is; 0 where nothing says so."""

    def fact(self) -> object:
        """Return it as a record holds it: the plain date, or with its words where those say it in another way."""
        return self.is_ if self.words == self.is_ else {"is": self.is_, "as_written": self.words}


def find(text: str, day_first: bool = False, latest: int = 2100) -> list[Written]:
    """Return the dates in a text, in order; `latest` is the last year that a date of two digits may mean."""
    found: list[Written] = []
    taken = [False] * len(text)
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            written = _read(kind, match.groups(), day_first, latest)
            if written and dates.is_date(written):
                found.append(Written(written, match[0], match.start()))
                taken[match.start() : match.end()] = [True] * (match.end() - match.start())
    return sorted(found, key=lambda one: one.start)


_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d./-])")


def is_day_first(texts: Iterable[str]) -> bool:
    """Return whether dates in numbers begin with the day: some can't be read otherwise, and none the other way."""
    pairs = [(int(match[1]), int(match[3])) for text in texts for match in _NUMBERS.finditer(text)]
    return any(first > 12 for first, _ in pairs) and not any(second > 12 for _, second in pairs)


def _read(kind: str, parts: tuple[str, ...], day_first: bool, latest: int) -> str:
    if kind == "iso":
        return "-".join(part for part in parts if part)
    if kind == "words":
        return f"{parts[2]}-{_MONTHS[parts[0].lower()]:02}-{int(parts[1]):02}"
    if kind == "day first words":
        return f"{parts[2]}-{_MONTHS[parts[1].lower()]:02}-{int(parts[0]):02}"
    if kind == "numbers":
        first, second, year = int(parts[0]), int(parts[2]), _year(parts[3], latest)
        month, day = (second, first) if (day_first and second <= 12) or first > 12 else (first, second)
        return f"{year}-{month:02}-{day:02}"
    if kind == "month words":
        return f"{parts[1]}-{_MONTHS[parts[0].lower()]:02}"
    if kind == "season":
        first_month, last_month = _SEASONS[parts[0].lower()]
        return f"{parts[1]}-{first_month}/{parts[1]}-{last_month}"
    if kind == "stretch":
        end = parts[1] if len(parts[1]) == 4 else parts[0][:2] + parts[1]
        return f"{parts[0]}/{end}" if int(end) > int(parts[0]) else ""
    if kind == "month":
        return f"{_year(parts[1], latest)}-{int(parts[0]):02}" if 1 <= int(parts[0]) <= 12 else ""
    return parts[0]


def _year(written: str, latest: int) -> int:
    """Return a year; of two digits, the last one that isn't after `latest`."""
    if len(written) == 4:
        return int(written)
    year = latest - latest % 100 + int(written)
    return year if year <= latest else year - 100
