"""When the next review falls due, computed only from what is on record: never from our own assumption."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from policybook.model import Manual, Place, Policy, Review, Revision, Strategy
from policybook.model.fact import Fact
from policybook.model.review import OF_POLICY
from policybook.values import cadence

Why = Literal["scheduled", "no cadence", "assumed cadence", "as needed", "no review", "ended", "not in force"]


class Due(NamedTuple):
    """The next review of a strategy or a policy, or why no day can be named."""

    why: Why
    on: date | None = None
    last: Review | None = None
    cadence: Fact | None = None
    """How often, as it stood on the day asked about."""
    act: Revision | None = None
    """The board's act on the whole text that it is counted from, where that came after the last review."""


class Watched(NamedTuple):
    """A strategy, or a policy's own text, that has a cadence."""

    policy: Policy
    strategy: Strategy | None
    """None for the policy itself."""
    due: Due

    def place(self) -> Place:
        """Return where the cadence stands."""
        return (self.strategy or self.policy).at("cadence")

    def said(self) -> str:
        """Return how it is called at the beginning of a sentence."""
        if self.strategy is None:
            return f"Policy {self.policy.code}"
        return f"Strategy ‘{self.strategy.title}’ of policy {self.policy.code}"


def of_strategy(manual: Manual, policy: Policy, strategy: Strategy) -> Due:
    """Return when the next review of `strategy` falls due, as things stand on the manual's day."""
    if strategy.ended is not None and strategy.ended.earliest <= manual.as_of:
        return Due("ended", last=last_review(policy, strategy.id, manual.as_of))
    held = strategy.cadence_on(manual.as_of) or next(iter(strategy.cadences), None)
    return _due(manual, policy, held, last_review(policy, strategy.id, manual.as_of))


def of_policy(manual: Manual, policy: Policy) -> Due:
    """Return when the next review of the policy's own text falls due.

    The board's acts on the whole text count as reviews of it: adopted, revised or reaffirmed, it was looked at.
    """
    return _due(
        manual, policy, manual.cadence_of(policy), last_review(policy, OF_POLICY, manual.as_of), acts_count=True
    )


@lru_cache(maxsize=2)
def all_of(manual: Manual) -> tuple[Watched, ...]:
    """Return each strategy and policy with a cadence, and when its next review is due."""
    return tuple(_all(manual))


def _all(manual: Manual) -> Iterator[Watched]:
    for policy in manual:
        if not policy.knows("reviews") or not policy.knows("revisions"):
            continue
        for strategy in policy.strategies:
            if strategy.cadences:
                yield Watched(policy, strategy, of_strategy(manual, policy, strategy))
        if policy.cadence is not None:
            yield Watched(policy, None, of_policy(manual, policy))


def _due(manual: Manual, policy: Policy, held: Fact | None, last: Review | None, acts_count: bool = False) -> Due:
    if not policy.texts_to_come(manual.as_of):
        return Due("not in force", last=last, cadence=held)
    understood = cadence.parse(held.value) if held and held.value else None
    if understood is not None and understood.unit == "series":
        series = manual.agency.series_of(policy.code)
        held = series.cadence if series else None
        understood = cadence.parse(held.value) if held and held.value else None
    if understood is None:
        return Due("no cadence", last=last, cadence=held)
    if understood.unit == "needed":
        return Due("as needed", last=last, cadence=held)
    if held is not None and held.basis == "assumed":
        return Due("assumed cadence", last=last, cadence=held)
    # A review known only to a year counts from its first month: it can't be said to have been held later.
    looked = min(last.when.latest, last.when.earliest + timedelta(days=31)) if last else None
    act = _last_act(manual, policy) if acts_count else None
    if act is not None and act.acted is not None and (looked is None or act.acted.latest > looked):
        return Due("scheduled", understood.next_after(act.acted.latest), last, held, act)
    if looked is None:
        return Due("no review", last=last, cadence=held)
    return Due("scheduled", understood.next_after(looked), last, held)


def last_review(policy: Policy, of: str, day: date) -> Review | None:
    """Return the latest review on record, up to `day`, of a strategy or of the policy itself (`policy`)."""
    held = [
        review
        for review in policy.reviews_of.get(of, ())
        if review.when.earliest <= day and not (of == OF_POLICY and review.has("method"))
    ]  # a report on compliance says nothing of whether the policy's own text is still right
    if len(held) == 1:
        return held[0]
    return max(held, key=lambda review: (review.when.latest, review.id), default=None)


def _last_act(manual: Manual, policy: Policy) -> Revision | None:
    """Return the board's last act on the whole text, where it isn't merely taken over from a source."""
    dated = [
        (act.acted.latest, act)
        for act in policy.acts
        if act.action in ("adopt", "revise", "reaffirm") and act.acted and not act.recorded
    ]
    return max((pair for pair in dated if pair[0] <= manual.as_of), key=lambda pair: pair[0], default=(None, None))[1]
