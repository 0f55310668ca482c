"""Compare the record with an anchor that is a whole manual: acts, readings, translations and reviews."""

from __future__ import annotations

from collections.abc import Iterator

from policybook.model import Manual, Policy, Revision, Translation, immutable
from policybook.verify.compare_acts import SideNames
from policybook.verify.result import Discrepancy

_SAID = ("action", "follows", "date")
"""What the comparison of acts says by itself, of any anchor."""


def problems(anchor: Manual, record: Manual, names: SideNames) -> Iterator[Discrepancy]:
    """Yield what of the anchor the record says otherwise.

    What may change nevertheless, `policybook.model.immutable` says: it is the same as in the checks on a change.
    """
    folders = {policy.folder: policy for policy in record}
    for policy in anchor:
        now = folders.get(policy.folder) or record.find(policy.code) or record.find_former(policy.code)
        if now is not None:
            yield from _acts(anchor, policy, record, now, names)
            yield from _presented(policy, now, names)
            yield from _translations(policy, now, names)
            yield from _reviews(policy, now, names)


def renewed_translations(anchor: Manual, record: Manual) -> list[str]:
    """Return the translations whose words changed since the anchor together with their day or translator."""
    found = []
    for policy in anchor:
        now = record.find(policy.code) or record.find_former(policy.code)
        for was, one in _translated(policy, now) if now is not None else ():
            if one is not None and was.computed_digest != one.computed_digest and _signed_anew(was, one):
                found.append(f"{policy.code} into {was.language}")
    return found


def _translated(policy: Policy, now: Policy) -> Iterator[tuple[Translation, Translation | None]]:
    there = {(one.revision_id, one.language): one for one in now.translations}
    for was in policy.translations:
        yield was, there.get((was.revision_id, was.language))


def _signed_anew(was: Translation, now: Translation) -> bool:
    return any(was.get(key) != now.get(key) for key in ("date", "translator", "checked_by", "of"))


def _translations(policy: Policy, now: Policy, names: SideNames) -> Iterator[Discrepancy]:
    for was, one in _translated(policy, now):
        subject = f"{now.code}@{was.revision_id}"
        said = f"The translation into {was.language} of revision {was.revision_id} of policy {now.code}"
        if one is None:
            yield Discrepancy(subject, f"{said} is in {names.anchor}, but not in {names.record}.")
        elif was.computed_digest != one.computed_digest and not _signed_anew(was, one):
            yield Discrepancy(subject, f"{said} was altered: it is not the one in {names.anchor}, and keeps its day.")


def _presented(policy: Policy, now: Policy, names: SideNames) -> Iterator[Discrepancy]:
    there = {(text.revision_id, text.number): text for text in now.presented}
    for was in policy.presented:
        text = there.get((was.revision_id, was.number))
        subject = f"{now.code}@{was.revision_id}"
        said = f"The text kept of reading {was.number} of revision {was.revision_id} of policy {now.code}"
        if text is None:
            yield Discrepancy(subject, f"{said} is in {names.anchor}, but not in {names.record}.")
        elif text.computed_digest != was.computed_digest:
            yield Discrepancy(subject, f"{said} was altered: it is not the one in {names.anchor}.")


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
