"""Define rules, checks, and the hits that a check yields."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What the record has to meet: its id, its page, what it belongs to and how severe a finding is."""

    id: str
    doc: str
    family: str
    severity: Severity
    waivable: bool = True
    """Whether an agency can set its severity, switch it off or accept a finding."""
    as_adopted: Severity | None = None
    """How severe a finding is in a text taken over from an existing record, where that differs: the board wrote it so."""
    first: bool = False
    """Whether its findings head the report."""
    thresholds: Mapping[str, Any] = field(default_factory=dict)
    """What an agency can set, with the defaults."""

    @property
    def title(self) -> str:
        """Return the first sentence of its page, without the full stop."""
        return self.doc.strip().partition("\n\n")[0].replace("\n", " ").rstrip(".")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Rule):
    """A rule with the function that looks for what doesn't meet it."""

    run: Callable[..., Hits]
    """Called with the manual, and with the thresholds as keywords."""
