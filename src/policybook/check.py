"""What an author of checks needs: this is the one door from `checks/` to the engine.

A check is a module in `checks/`. Its file name is its id, its docstring is its page, and its function
`check_policy(policy, manual)`, or `check(manual)` where policies must be seen together, yields a hit for each
place where the rule is not met. Keyword-only parameters of that function are the check's thresholds: an agency
sets them in agency.yml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from policybook import (
    cadence,
    changes,
    codes,
    commenting,
    dates,
    digest,
    due,
    frozen,
    inline,
    numbering,
    owed,
    readings,
)
from policybook.finding import Severity
from policybook.meant import Names, did_you_mean
from policybook.model import (
    Body,
    Fact,
    Manual,
    Place,
    Policy,
    PresentedText,
    Provision,
    Review,
    Revision,
    Source,
    Strategy,
    Text,
    View,
)
from policybook.model.fact import fact

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
    first: bool = False
    """Whether its findings head the report."""
    by_policy: bool = False
    """Whether it looks at one policy at a time."""

    @property
    def title(self) -> str:
        """Return the first sentence of its page, without the full stop."""
        return self.doc.strip().partition("\n\n")[0].replace("\n", " ").rstrip(".")


def carried(vote: Any, needed: str) -> bool:
    """Say whether a vote is a majority, two thirds or unanimous; abstentions and absences don't count."""
    if vote in ("unanimous", "consent"):
        return True
    if not isinstance(vote, dict):
        return False
    for_, against = int(vote["for"]), int(vote.get("against") or 0)
    if needed == "unanimous":
        return for_ > 0 and against == 0
    return 3 * for_ >= 2 * (for_ + against) if needed == "two-thirds" else for_ > against


def listed(words: list[str] | tuple[str, ...], last: str = "or") -> str:
    """Return words as people list them: "a, b or c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


__all__ = [
    "FAMILIES",
    "Body",
    "Check",
    "Fact",
    "Hit",
    "Hits",
    "Manual",
    "Names",
    "Place",
    "Policy",
    "PresentedText",
    "Provision",
    "Review",
    "Revision",
    "Severity",
    "Source",
    "Strategy",
    "Text",
    "View",
    "cadence",
    "carried",
    "changes",
    "codes",
    "commenting",
    "dates",
    "did_you_mean",
    "digest",
    "due",
    "fact",
    "frozen",
    "inline",
    "listed",
    "numbering",
    "owed",
    "readings",
]
