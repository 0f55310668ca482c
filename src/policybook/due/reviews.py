"""Compute when the next review is due, from the record alone and never from an assumption."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from policybook.due.obligation import Obligation, Why
from policybook.model import Manual, Policy, Review, Revision, Strategy
from policybook.model.fact import Fact
from policybook.model.lazy import once_per_manual
from policybook.model.review import OF_POLICY
from policybook.values import cadence

_GRAVITY = {"needs-attention": 1, "revise": 1, "off-track": 2, "rescind": 2, "not-compliant": 2}
"""How much the conclusion of a review asks for; those not named ask for nothing."""


def of_strategy(manual: Manual, policy: Policy, strategy: Strategy) -> Obligation:
    """Return when the next review of `strategy` falls due, as things stand on the manual's day."""
    last = last_review(policy, strategy.id, manual.as_of)
    if strategy.ended is not None and strategy.ended.earliest <= manual.as_of:
        return _review(manual, policy, strategy, "ended", last=last)
    held = strategy.cadence_on(manual.as_of) or next(iter(strategy.cadences), None)
    return _next(manual, policy, strategy, held, last)


def of_policy(manual: Manual, policy: Policy) -> Obligation:
    """Return when the next review of the policy's own text falls due.

    The board's acts on the whole text count as reviews of it: adopted, revised or reaffirmed, it was looked at.
    """
    return _next(manual, policy, None, manual.cadence_of(policy), last_review(policy, OF_POLICY, manual.as_of))


@once_per_manual
def all_of(manual: Manual) -> tuple[Obligation, ...]:
    """Return the next review of each strategy and policy with a cadence."""
    return tuple(_all(manual))


def _all(manual: Manual) -> Iterator[Obligation]:
    for policy in manual:
        if not policy.knows("reviews") or not policy.knows("revisions"):
            continue
        for strategy in policy.strategies:
            if strategy.cadences:
                yield of_strategy(manual, policy, strategy)
        if manual.cadence_of(policy) is not None:
            yield of_policy(manual, policy)


def _next(
    manual: Manual, policy: Policy, strategy: Strategy | None, held: Fact | None, last: Review | None
) -> Obligation:
    if not policy.texts_to_come(manual.as_of):
        return _review(manual, policy, strategy, "not in force", last=last, cadence=held)
    if held is not None and held.value == "by series":
        series = manual.agency.series_of(policy.code)
        held = series.cadence if series else None
    understood = cadence.parse(held.value) if held and held.value else None
    if understood is None or understood.unit == "series":
        return _review(manual, policy, strategy, "no cadence", last=last, cadence=held)
    if understood.unit == "needed":
        return _review(manual, policy, strategy, "as needed", last=last, cadence=held)
    if held is not None and held.basis == "assumed":
        return _review(manual, policy, strategy, "assumed cadence", last=last, cadence=held)
    # A review known only to a year counts from its first month: it can't be said to have been held later.
    looked = min(last.when.latest, last.when.earliest + timedelta(days=31)) if last else None
    act = _last_act(manual, policy) if strategy is None else None
    if act is not None and act.acted is not None and (looked is None or act.acted.latest > looked):
        on = understood.next_after(act.acted.latest)
        return _review(manual, policy, strategy, "scheduled", on, last, held, act)
    if looked is None:
        return _review(manual, policy, strategy, "no review", last=last, cadence=held)
    return _review(manual, policy, strategy, "scheduled", understood.next_after(looked), last, held)


def _review(
    manual: Manual,
    policy: Policy,
    strategy: Strategy | None,
    why: Why,
    on: date | None = None,
    last: Review | None = None,
    cadence: Fact | None = None,
    act: Revision | None = None,
) -> Obligation:
    owner = strategy.owner_on(manual.as_of) if strategy else manual.steward_of(policy)
    return Obligation(
        kind="review",
        policy=policy,
        part=strategy or policy,
        route=("cadence",),
        by=owner.value or "" if owner else "",
        strategy=strategy,
        why=why,
        on=on,
        last=last,
        cadence=cadence,
        act=act,
    )


def last_review(policy: Policy, of: str, day: date) -> Review | None:
    """Return the latest review on record, up to `day`, of a strategy or of the policy itself (`policy`)."""
    held = [
        review
        for review in policy.reviews_of.get(of, ())
        if review.when.earliest <= day and not (of == OF_POLICY and review.has("method"))
    ]  # a report on compliance says nothing of whether the policy's own text is still right
    return latest(held)


def latest(held: Sequence[Review]) -> Review | None:
    """Return the latest of some reviews; of two on one day the one that asks for more, whatever their files are called."""
    if len(held) == 1:
        return held[0]
    return max(held, key=lambda review: (review.when.latest, _GRAVITY.get(review.outcome, 0), review.id), default=None)


def _last_act(manual: Manual, policy: Policy) -> Revision | None:
    """Return the board's last act on the whole text.

    An act taken over from an existing record counts as well: `recorded` says that the rules of its day aren't known here,
    not that the board did nothing. In an unofficial copy it doesn't: what the agency did since isn't known there, so
    nothing can be called overdue.
    """
    dated = [
        (act.acted.latest, act)
        for act in policy.acts
        if act.action in ("adopt", "revise", "reaffirm") and act.acted and (manual.agency.official or not act.recorded)
    ]
    return max((pair for pair in dated if pair[0] <= manual.as_of), key=lambda pair: pair[0], default=(None, None))[1]
