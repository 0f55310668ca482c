"""What was done stays as it was written down: how an act or a review on record differs from what it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

from policybook.model import Manual, Policy, Provision, Review, Revision, compare
from policybook.values import dates

_DATES = ("date", "effective", "seen", "until", "published")
_OF_MEETING = ("vote", "moved_by", "seconded_by")
_FIXED = (
    "title", "by", "change", "provisions", "from", "to", "corrects", "what", "authority", "replaced_by",
    "definitions", "references", "legal",
)  # fmt: skip
_NEVER_ADDED = ("emergency", "recorded", "until", "provisions", "seen")
"""Keys that change what an act is worth, so that even adding one later alters it."""

_READING_ADDED = ("meeting", "agenda", "digest", "note")


_ADDED_TO_REVIEW = ("evidence", "interpretation", "recorded", "date", "meeting")


class Altered(NamedTuple):
    """A key of an act or a review that isn't what it was."""

    key: str
    what: str
    """What of the act it is, in words; of a review, whether the key was added, changed or removed."""


def altered(was: Revision, now: Revision, before: Manual, manual: Manual, policy: Policy) -> Iterator[Altered]:
    """Yield what was altered in an adopted act.

    Dates may gain precision, what was not said may be added, a text that wasn't held may be recovered, and history
    found later may be put before the first act.
    """
    yield from _text(was, now)
    completed = _completed(was, now, policy)
    if now.follows != was.follows and not completed:
        yield Altered("follows", "the act before")
    if now.action != was.action and not (completed and (was.action, now.action) == ("adopt", "revise")):
        yield Altered("action", "the action")
    for key in _DATES:
        if not _date_kept(was, now, key):
            yield Altered(key, "the date" if key == "date" else f"`{key}`")
    for key in _FIXED:
        if key == "title" and was.holds_text:
            continue  # it is part of the text
        if was.has(key) and was.get(key) != now.get(key):
            yield Altered(key, f"`{key}`")
    for key in _NEVER_ADDED:
        if key not in _DATES and now.has(key) and not was.has(key):
            yield Altered(key, f"`{key}`, which it did not have,")
    if was.has("emergency") and was.emergency != now.emergency:
        yield Altered("emergency", "`emergency`")
    for key in _OF_MEETING:
        old, new = before.of_meeting(was, key), manual.of_meeting(now, key)
        if old is not None and old != new:
            yield Altered(key, "the vote" if key == "vote" else f"`{key}`")
    if not _readings_kept(was, now):
        yield Altered("readings", "the readings")


def review_altered(was: Review, now: Review) -> Iterator[Altered]:
    """Yield what was altered in a review on record: its note may change, evidence and the like may be added."""
    for key, what in compare.differences(was, now):
        if key == "next_steps" and steps_kept(was.get(key) or (), now.get(key) or ()):
            continue
        if key != "note" and not (what == "added" and key in _ADDED_TO_REVIEW):
            yield Altered(key, what)


def steps_kept(was: Sequence[dict[str, Any]], now: Sequence[dict[str, Any]]) -> bool:
    """Return whether steps are what they were: `done` may be added once, a new day is appended under `moved`."""
    return len(now) == len(was) and all(_step_kept(old, new) for old, new in zip(was, now, strict=True))


def _step_kept(was: dict[str, Any], now: dict[str, Any]) -> bool:
    moved = list(was.get("moved") or ())
    fixed = all(was[key] == now.get(key) for key in was if key not in ("moved", "note"))
    added = {key for key in now if key not in was}
    return fixed and added <= {"done", "moved", "note"} and list(now.get("moved") or ())[: len(moved)] == moved


def items_kept(was: Sequence[dict[str, Any]], now: Sequence[dict[str, Any]]) -> bool:
    """Return whether what a team worked on is what it was; its steps may be called done or put off."""
    return len(now) == len(was) and all(
        {**old, "next": None} == {**new, "next": None} and steps_kept(old.get("next") or (), new.get("next") or ())
        for old, new in zip(was, now, strict=True)
    )


def response_kept(was: dict[str, Any], now: dict[str, Any]) -> bool:
    """Return whether an answer is what it was; its actions may be called done or put off."""
    if any(was[key] != now.get(key) for key in was if key not in ("actions", "note")):
        return False
    old, new = was.get("actions") or (), now.get("actions") or ()
    return steps_kept(old, new[: len(old)]) and len(new) >= len(old)


def date_kept(was: Any, now: Any) -> bool:
    """Return whether a date, plain or a fact, is the same or the same known better."""
    old, new = _day(was), _day(now)
    if old is None or old == new:
        return True
    return new is not None and new.narrows(old)


def _text(was: Revision, now: Revision) -> Iterator[Altered]:
    if not was.holds_text:
        if now.holds_text and not now.has("recovered"):
            yield Altered("text", "the text, which wasn't held and isn't marked as `recovered`,")
    elif was.computed_digest != now.computed_digest:
        yield Altered("text", "the text")
    elif not all(_named_alike(old, new) for old, new in zip_longest(was.all_provisions, now.all_provisions)):
        yield Altered("text", "the ids or kinds of its provisions")


def _named_alike(was: Provision | None, now: Provision | None) -> bool:
    """Return whether a provision has the id and kind that it had; one without an id may be given one."""
    if was is None or now is None:
        return False
    return was.kind == now.kind and was.id in ("", now.id)


def _completed(was: Revision, now: Revision, policy: Policy) -> bool:
    """Return whether only history taken over from a source was put between the act and the one it followed."""
    before = policy.by_id.get(now.follows)
    seen = {now.id}
    while before is not None and before.recorded and before.done and before.id != was.follows:
        if before.id in seen:
            return False
        seen.add(before.id)
        if before.follows == was.follows:
            return True
        before = policy.by_id.get(before.follows)
    return False


def _date_kept(was: Revision, now: Revision, key: str) -> bool:
    if key == "effective" and not was.has(key) and now.has(key):
        return not was.acted or date_kept(was.get("date"), now.get(key))
    if key == "date" and not was.has(key) and was.seen and now.acted:
        return now.acted.latest <= was.seen.latest
    if key == "seen" and now.acted and was.seen:
        return True
    if key in _NEVER_ADDED and now.has(key) and not was.has(key):
        return False
    return date_kept(was.get(key), now.get(key))


def _readings_kept(was: Revision, now: Revision) -> bool:
    old, new = was.get("readings") or [], now.get("readings") or []
    if len(new) != len(old) and not (was.recorded and len(new) > len(old)):
        return False
    return all(_reading_kept(one, other) for one, other in zip(old, new, strict=False))


def _reading_kept(was: dict[str, Any], now: dict[str, Any]) -> bool:
    if not date_kept(was.get("date"), now.get("date")):
        return False
    added = {key for key in now if key not in was}
    return added <= set(_READING_ADDED) and all(was[key] == now.get(key) for key in was if key != "date")


def _day(value: Any) -> dates.PartialDate | None:
    written = value.get("is") if isinstance(value, dict) else value
    return dates.parse(written) if isinstance(written, str) else None
