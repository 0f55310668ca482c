"""Compare policies, acts and reviews with those of the base."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policybook.model import Manual, Policy, Review, Revision, View
from policybook.model.lazy import once_per_manual


@dataclass(frozen=True, slots=True)
class Pair:
    """One policy of the base and what became of it."""

    was: Policy
    now: Policy | None
    """None where it is gone."""


@once_per_manual
def policies(manual: Manual) -> tuple[Pair, ...]:
    """Return each policy of the base with what it is now, found by its code, a former code or its folder."""
    if manual.base is None:
        return ()
    folders = {policy.folder: policy for policy in manual}

    def now(was: Policy) -> Policy | None:
        return manual.find(was.code) or manual.find_former(was.code) or folders.get(was.folder)

    return tuple(Pair(was, now(was)) for was in manual.base)


def kept(manual: Manual) -> Iterator[tuple[Policy, Policy]]:
    """Yield each policy that stands on the base and still, as it was and as it is."""
    for pair in policies(manual):
        if pair.now is not None:
            yield pair.was, pair.now


@once_per_manual
def new_acts(manual: Manual) -> tuple[tuple[Policy, Revision, Policy | None], ...]:
    """Return each act that is done now and wasn't on the base: its policy, itself, and the policy on the base.

    One that merely stands under another name is no new act.
    """
    if manual.base is None:
        return ()
    before = {pair.now.folder: pair.was for pair in policies(manual) if pair.now is not None}
    found = []
    for policy in manual:
        was = before.get(policy.folder)
        known = {act.id for act in was.acts} | {act.id for act in renamed(was, policy).values()} if was else set()
        unread = was is not None and not was.knows("revisions")
        found += [(policy, act, was) for act in policy.acts if act.id not in known and not unread]
    return tuple(found)


def renamed(was: Policy, now: Policy) -> dict[str, Revision]:
    """Return the acts that stand under another id than on the base: the old id, and the act as it is."""
    gone = [act for act in was.acts if act.id not in now.by_id]
    come = [act for act in now.acts if act.id not in was.by_id]
    found: dict[str, Revision] = {}
    for act in gone:
        for other in come:
            if _same(act, other) and other not in found.values():
                found[act.id] = other
                break
    return found


def _same(one: Revision, other: Revision) -> bool:
    days = [act.acted.text if act.acted else "" for act in (one, other)]
    return one.action == other.action and one.computed_digest == other.computed_digest and days[0] == days[1]


@once_per_manual
def new_reviews(manual: Manual) -> tuple[tuple[Policy, Review, Policy | None], ...]:
    """Return each review that wasn't on the base: its policy, itself, and the policy on the base."""
    if manual.base is None:
        return ()
    before = {pair.now.folder: pair.was for pair in policies(manual) if pair.now is not None}
    found = []
    for policy in manual:
        was = before.get(policy.folder)
        known = {review.id for review in was.reviews} if was else set()
        if was is None or was.knows("reviews"):
            found += [(policy, review, was) for review in policy.reviews if review.id not in known]
    return tuple(found)


def moved(was: Policy, now: Policy) -> dict[str, Review]:
    """Return the reviews whose day is another and whose content is not: the old id, and the review as it is."""
    found: dict[str, Review] = {}
    known = {review.id for review in was.reviews}
    for review in was.reviews:
        candidates = [one for one in now.reviews if one.id == review.id or one.id not in known]
        gone = not any(one.id == review.id for one in now.reviews)
        for other in candidates:
            if (gone or other.id == review.id) and _content(other) == _content(review) and other.when != review.when:
                found[review.id] = other
                break
    return found


def differences(was: View, now: View) -> Iterator[tuple[str, str]]:
    """Yield each key of a record that isn't what it was, and whether it was added, changed or removed."""
    for key in {**was.data, **now.data}:
        if was.get(key) != now.get(key):
            yield key, "added" if not was.has(key) else "changed" if now.has(key) else "removed"


def _content(review: Review) -> dict[str, object]:
    return {key: value for key, value in review.data.items() if key not in ("date", "note")}
