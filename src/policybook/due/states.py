"""Group the reviews of strategies and policy texts by state: overdue, due soon, or why no day can be named."""

from __future__ import annotations

from datetime import date, timedelta

from policybook.due import reviews
from policybook.due.obligation import Obligation
from policybook.model import Manual
from policybook.model.lazy import once_per_manual

STATES = (
    "overdue",
    "soon",
    "later",
    "no review",
    "assumed cadence",
    "no cadence",
    "as needed",
    "ended",
    "not in force",
)
"""In the order in which people want them."""

SOON = 90
"""So many days before a thing is due it is said to be due soon."""


def state(one: Obligation, day: date) -> str:
    """Return the state of a review on `day`, one of `STATES`."""
    if one.on is None:
        return one.why
    if one.is_late(day):
        return "overdue"
    return "soon" if one.on <= day + timedelta(days=SOON) else "later"


@once_per_manual
def by_state(manual: Manual) -> tuple[Obligation, ...]:
    """Return the next review of every strategy and adopted text, the most pressing first."""
    found = []
    for policy in manual:
        found += [reviews.of_strategy(manual, policy, strategy) for strategy in policy.strategies]
        if policy.is_held and policy.acts:
            found.append(reviews.of_policy(manual, policy))
    return tuple(sorted(found, key=lambda one: (STATES.index(state(one, manual.as_of)), str(one.on or ""))))
