"""Hold the content of a status report before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from policybook.text.i18n import ENGLISH, Say


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with a table below it, or the sentence that there is nothing to tell."""

    heading: str
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    nothing: str = ""
    """Said where there are no rows."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the board reads in two pages."""

    agency: str
    language: str
    day: date
    title: str
    notices: tuple[str, ...]
    """What must be said of all of it: that it is fiction, that the copy is unofficial."""
    summary: str
    sections: tuple[Section, ...]
    say: Say = ENGLISH
