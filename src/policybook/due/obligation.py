"""One thing that a body has to do: a review, monitoring, an evaluation, an answer, a next step, or an emergency act to ratify."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from policybook.model import Place, Policy, Review, Revision, Strategy, View
from policybook.model.fact import Fact
from policybook.values.dates import PartialDate

Kind = Literal["review", "monitoring", "evaluation", "answer", "next step", "emergency"]
Why = Literal["scheduled", "no cadence", "assumed cadence", "as needed", "no review", "ended", "not in force"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """What a body has to do and by when, or why no day can be named."""

    kind: Kind
    policy: Policy
    part: View
    """The part of the record that asks for it."""
    route: tuple[str | int, ...]
    by: str
    """The id of the body that must act; empty where nobody is on record."""
    strategy: Strategy | None = None
    """The strategy to review; None for the policy's own text and for every other kind."""
    what: str = ""
    """The record's words: the method, the recommendation, the step, the reason of the emergency."""
    why: Why = "scheduled"
    on: date | None = None
    """The last day on which it is in time."""
    day: PartialDate | None = None
    """The same as the record holds it, where it does."""
    last: Review | None = None
    """The review or report on record that the day is counted from."""
    cadence: Fact | None = None
    """How often, as it stood on the day asked about."""
    act: Revision | None = None
    """The board's act on the whole text that a review is counted from, where it came after the last review."""

    @property
    def place(self) -> Place:
        """Return where the record asks for it."""
        return self.part.at(*self.route)

    @property
    def subject(self) -> str:
        """Return what is to be reviewed, as a sentence begins with it."""
        if self.strategy is None:
            return f"Policy {self.policy.code}"
        return f"Strategy ‘{self.strategy.title}’ of policy {self.policy.code}"

    def is_late(self, day: date) -> bool:
        """Return whether `day` is after the last day on which it is in time."""
        return self.on is not None and self.on < day
