"""What an adopted revision and a filed review may not lose or change, whatever its digest says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from policybook import dates
from policybook.model import Manual, Policy, Revision
from policybook.verify.against import Names
from policybook.verify.outcome import Problem

_DATES = ("date", "effective", "seen")
_OF_ACT = (
    "effective", "seen", "by", "readings", "emergency", "until", "provisions", "from", "to", "corrects",
    "authority", "resolution", "definitions", "references", "legal",
)  # fmt: skip
_OF_MEETING = ("vote", "moved_by", "seconded_by")
_OF_REVIEW = ("of", "by", "date", "digest", "outcome", "summary", "method", "measured", "evidence")


def problems(anchor: Manual, record: Manual, names: Names) -> Iterator[Problem]:
    """Yield what the board's acts and the reviews of the anchor say otherwise on record.

    A date may gain precision, and what was not said may be added. The words of a text are its digest's to prove.
    """
    folders = {policy.folder: policy for policy in record}
    for policy in anchor:
        now = folders.get(policy.folder) or record.find(policy.code) or record.find_former(policy.code)
        if now is not None:
            yield from _acts(anchor, policy, record, now, names)
            yield from _reviews(policy, now, names)


def _acts(anchor: Manual, policy: Policy, record: Manual, now: Policy, names: Names) -> Iterator[Problem]:
    for was in policy.acts:
        act = now.by_id.get(was.id)
        if act is None or not act.done:
            continue
        changed = [key for key in _OF_ACT if _differs(key, was.get(key), act.get(key))]
        changed += [
            key for key in _OF_MEETING if _differs(key, anchor.of_meeting(was, key), record.of_meeting(act, key))
        ]
        if changed:
            yield Problem(f"{now.code}@{act.id}", _said(now, act, changed, names))


def _said(policy: Policy, act: Revision, changed: list[str], names: Names) -> str:
    keys = ", ".join(f"‘{key}’" for key in changed)
    return f"Revision {act.id} of policy {policy.code} was edited: {keys} is not what {names.anchor} says."


def _reviews(policy: Policy, now: Policy, names: Names) -> Iterator[Problem]:
    held = {review.id: review for review in now.reviews}
    for was in policy.reviews:
        review = held.get(was.id)
        subject = f"{now.folder}/reviews/{was.id}.yml"
        if review is None:
            yield Problem(
                subject, f"The review {was.id} of policy {now.code} is in {names.anchor}, but not in {names.record}."
            )
        elif any(_differs(key, was.get(key), review.get(key)) for key in _OF_REVIEW):
            yield Problem(subject, f"The review {was.id} of policy {now.code} is not what {names.anchor} says.")


def _differs(key: str, was: Any, now: Any) -> bool:
    if was is None or was == now:
        return False
    if key in _DATES:
        was, now = (value.get("is") if isinstance(value, dict) else value for value in (was, now))
        if isinstance(was, str) and isinstance(now, str) and dates.is_date(was) and dates.is_date(now):
            return not dates.parse(now).narrows(dates.parse(was))
    return True
