"""Everything that somebody answers for: each strategy, and each policy's own text, with what is due."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from policybook.due import reviews as due
from policybook.due.reviews import Due
from policybook.exports import urls
from policybook.model import Manual, Policy, Strategy
from policybook.site.components import reviews
from policybook.site.context import Book
from policybook.text.html import Html

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


@dataclass(frozen=True, slots=True)
class Promise:
    """A strategy, or the text of a policy, and when it is to be looked at."""

    policy: Policy
    strategy: Strategy | None
    owner: str
    """The id of the body that answers for it; empty where nobody is on record."""
    due: Due
    state: str

    @property
    def title(self) -> str:
        """Return what it is called."""
        name = self.strategy.title if self.strategy else self.policy.title
        return f"{self.policy.code} {name}"

    def named(self, book: Book) -> Html:
        """Return what it is called, for a page."""
        return book.theirs(self.title)

    @property
    def url(self) -> str:
        """Return where it stands."""
        where = urls.policy(self.policy.code)
        return f"{where}#strategy-{self.strategy.id}" if self.strategy else where


def promises(book: Book) -> tuple[Promise, ...]:
    """Return what somebody answers for, the most pressing first."""
    listed = [
        Promise(policy, strategy, owner, found, reviews.state(book, found))
        for policy, strategy, owner, found in _found(book.manual)
    ]
    return tuple(sorted(listed, key=lambda promise: (STATES.index(promise.state), str(promise.due.on or ""))))


@lru_cache(maxsize=2)
def _found(manual: Manual) -> tuple[tuple[Policy, Strategy | None, str, Due], ...]:
    found: list[tuple[Policy, Strategy | None, str, Due]] = []
    for policy in manual:
        for strategy in policy.strategies:
            owner = strategy.owner_on(manual.as_of)
            found.append(
                (policy, strategy, owner.value or "" if owner else "", due.of_strategy(manual, policy, strategy))
            )
        if policy.is_held and policy.acts:
            steward = policy.steward.value or "" if policy.steward else ""
            found.append((policy, None, steward, due.of_policy(manual, policy)))
    return tuple(found)
