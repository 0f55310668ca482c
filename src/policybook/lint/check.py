"""A check and what it yields."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from policybook.finding import Severity
from policybook.model import Place

FAMILIES = ("shape", "reference", "ownership", "cadence", "clock", "history", "text", "provenance", "change")
"""The groups that checks belong to, in the order of the check reference."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a check is not met, as the check says it."""

    place: Place
    message: str
    """One sentence that a clerk understands: what is wrong, in the record's own words."""
    help: str = ""
    """What to write instead."""
    related: tuple[tuple[Place, str], ...] = ()
    """Other places that belong to it, each with a word about it."""
    subject: str = ""
    """What it is about, where that isn't what the place belongs to."""
    severity: Severity | None = None
    """Where this hit is slighter than the check's own severity."""


Hits = Iterator[Hit]


@dataclass(frozen=True, slots=True)
class Check:
    """One rule: its id, its page, what it belongs to, and the function that looks."""

    id: str
    doc: str
    family: str
    severity: Severity
    run: Callable[..., Hits]
    """Called with the manual, or with one policy after the other and the manual."""
    thresholds: Mapping[str, Any] = field(default_factory=dict)
    waivable: bool = True
    as_adopted: Severity | None = None
    """How severe a finding is in a text taken over from an existing record, where that differs: the board wrote it so."""
    first: bool = False
    """Whether its findings head the report."""
    by_policy: bool = False
    """Whether it looks at one policy at a time."""

    @property
    def title(self) -> str:
        """Return the first sentence of its page, without the full stop."""
        return self.doc.strip().partition("\n\n")[0].replace("\n", " ").rstrip(".")
