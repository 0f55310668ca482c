"""The acts and reviews of an anchor that is a whole manual: what of them the record says otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from policybook.model import Manual, Policy, Revision, immutable
from policybook.verify.anchor import SideNames
from policybook.verify.result import Discrepancy

_SAID = ("action", "follows", "date")
"""What the comparison of acts says by itself, of any anchor."""


def problems(anchor: Manual, record: Manual, names: SideNames) -> Iterator[Discrepancy]:
    """Yield what the board's acts and the reviews of the anchor say otherwise on record.

    What may change nevertheless, `policybook.model.immutable` says: it is the same as in the checks on a change.
    """
    folders = {policy.folder: policy for policy in record}
    for policy in anchor:
        now = folders.get(policy.folder) or record.find(policy.code) or record.find_former(policy.code)
        if now is not None:
            yield from _acts(anchor, policy, record, now, names)
            yield from _reviews(policy, now, names)


def _acts(anchor: Manual, policy: Policy, record: Manual, now: Policy, names: SideNames) -> Iterator[Discrepancy]:
    for was in policy.acts:
        act = now.by_id.get(was.id)
        if act is None or not act.done:
            continue
        said = (*_SAID, "text") if act.computed_digest != was.computed_digest else _SAID
        changed = [key for key, _ in immutable.altered(was, act, anchor, record, now) if key not in said]
        if changed:
            yield Discrepancy(f"{now.code}@{act.id}", _said(now, act, changed, names))


def _said(policy: Policy, act: Revision, changed: list[str], names: SideNames) -> str:
    keys = ", ".join(f"‘{key}’" for key in dict.fromkeys(changed))
    return f"Revision {act.id} of policy {policy.code} was edited: {keys} is not what {names.anchor} says."


def _reviews(policy: Policy, now: Policy, names: SideNames) -> Iterator[Discrepancy]:
    held = {review.id: review for review in now.reviews}
    for was in policy.reviews:
        review = held.get(was.id)
        subject = f"{now.folder}/reviews/{was.id}.yml"
        if review is None:
            yield Discrepancy(
                subject, f"The review {was.id} of policy {now.code} is in {names.anchor}, but not in {names.record}."
            )
        elif any(immutable.review_altered(was, review)):
            yield Discrepancy(subject, f"The review {was.id} of policy {now.code} is not what {names.anchor} says.")
