"""The values that a verdict is made of: severities, spans and findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "notice"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "notice")
"""From the gravest to the slightest."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a file: lines and columns count from 1, columns in code points; the end is exclusive."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that belongs to a finding, and a word about it."""

    path: str
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a check is not met."""

    check: str
    severity: Severity
    path: str
    """Relative to the repository, with forward slashes."""
    span: Span
    subject: str
    """What it is about: a policy, `policy/strategy`, `policy#provision`, `policy@revision` or a path."""
    message: str
    """One sentence: what is wrong, in the record's own words."""
    help: str = ""
    """What to write instead."""
    related: tuple[Related, ...] = ()
    waived_by: str | None = None
    """The body that accepted this finding for a time, where one did."""

    @property
    def url(self) -> str:
        """Return the address of the check's page, relative to the manual's site."""
        return f"checks/{self.check}/"


def at_least(severity: Severity, floor: Severity) -> bool:
    """Say whether `severity` is as grave as `floor`, or graver."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(floor)
