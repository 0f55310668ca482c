"""Summarize what a change does to the policies: what it puts on record, and each text it adds or alters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policybook import redline
from policybook.due import wording
from policybook.model import Manual, Policy, PresentedText, Reading, Revision, Text, compare
from policybook.redline import End, Ends, Redline, select
from policybook.rules import votes
from policybook.text.i18n import ENGLISH

_OUTCOMES = {"withdrawn": "Withdrawn", "not-adopted": "Not adopted", "postponed": "Postponed"}


@dataclass(frozen=True, slots=True)
class ChangedText:
    """A text that a change adds or alters, beside the one it is compared with."""

    policy: Policy
    old: Text | None
    new: Text
    ends: Ends

    @property
    def correction(self) -> bool:
        """Return whether it is a correction, on which nobody votes."""
        return isinstance(self.new, Revision) and self.new.action == "correct" and self.new.done

    def marked(self, manual: Manual) -> Redline:
        """Return the redline between the two texts."""
        return redline.between(self.old, self.new, redline.elsewhere(manual, self.new, self.old))


def put_on_record(manual: Manual) -> list[str]:
    """Return a sentence for each act, proposal, reading, outcome, review and translation that a change records."""
    return [*_acts(manual), *_proposals(manual), *_reviews(manual), *_translations(manual)]


def changed(manual: Manual) -> list[ChangedText]:
    """Return each text that a change adds or alters: corrections first, then altered texts, then by policy.

    A text of the base is compared with itself as it was; a new one with the text that it changes.
    """
    before = {now.folder: was for was, now in compare.kept(manual)}
    found = [text for policy in manual for text in _of_policy(policy, before.get(policy.folder))]
    return sorted(found, key=lambda text: not text.correction)


def _acts(manual: Manual) -> Iterator[str]:
    for policy, act, _ in compare.new_acts(manual):
        vote = manual.of_meeting(act, "vote")
        voted = f", {votes.in_words(vote)}" if vote is not None else ""
        day = f", {act.acted.words()}" if act.acted else ""
        lapses = f" It lapses after {act.lapses.words()} unless the board acts again." if act.lapses else ""
        title = f" {policy.title}" if policy.title else ""
        action = ENGLISH(wording.ACTIONS[act.action])
        yield f"{action}: policy {policy.code}{title}{day}{voted} (revision {act.id}).{lapses}"


def _proposals(manual: Manual) -> Iterator[str]:
    before = {now.folder: was for was, now in compare.kept(manual)}
    if manual.base is None:
        return
    for policy in manual:
        was = before.get(policy.folder)
        for revision in policy.revisions:
            old = was.by_id.get(revision.id) if was is not None else None
            if revision.done and old is None:
                continue  # an act of its own, named with its vote
            if not revision.done and old is None:
                yield f"Proposed: {_named(policy, revision)}."
            for reading in revision.readings[len(old.readings) if old is not None else 0 :]:
                yield _reading(policy, revision, reading)
            if not revision.done and revision.outcome and (old is None or old.outcome != revision.outcome):
                ended = revision.date("outcome_date")
                yield f"{_OUTCOMES[revision.outcome]}: {_named(policy, revision)}{f', {ended.words()}' if ended else ''}."


def _reading(policy: Policy, revision: Revision, reading: Reading) -> str:
    day = f", {reading.when.words()}" if reading.when else ""
    if reading.waived:
        return (
            f"Reading {reading.number} waived: {_named(policy, revision)}{day}, {votes.in_words(reading.get('vote'))}."
        )
    amended = f", amended ({reading.amended})" if reading.amended != "none" else ""
    return f"Reading {reading.number}: {_named(policy, revision)}{day}{amended}."


def _named(policy: Policy, revision: Revision) -> str:
    verb = "" if revision.makes_text else f", to {revision.action} it"
    return f"policy {policy.code} {policy.title}{verb} (proposal {revision.id})"


def _reviews(manual: Manual) -> Iterator[str]:
    for policy, review, _ in compare.new_reviews(manual):
        of = "policy" if review.of == "policy" else f"‘{review.of}’ of policy"
        day = f", {review.when.words()}" if review.when else ""
        yield f"Reviewed: {of} {policy.code}{day}, {review.outcome} (by {manual.body_name(review.by)})."


def _translations(manual: Manual) -> Iterator[str]:
    before = {now.folder: was for was, now in compare.kept(manual)}
    for policy in manual if manual.base is not None else ():
        was = before.get(policy.folder)
        known = {(one.revision_id, one.language) for one in was.translations} if was is not None else set()
        for one in policy.translations:
            if (one.revision_id, one.language) not in known:
                yield f"Translated into {one.language}: policy {policy.code} {policy.title} (revision {one.revision_id})."


def _of_policy(policy: Policy, was: Policy | None) -> Iterator[ChangedText]:
    earlier = select.held(was) if was is not None else {}
    for id, named in select.held(policy).items():
        old = earlier.get(id)
        if old is None and not isinstance(named.text, PresentedText):
            yield _new(policy, named)
        elif old is not None and old.text.computed_digest != named.text.computed_digest:
            yield _altered(policy, id, old.words, old.text, named.text, named.end)
    translated = {(one.revision_id, one.language): one for one in was.translations} if was is not None else {}
    for one in policy.translations:
        before = translated.get((one.revision_id, one.language))
        if before is not None and before.computed_digest != one.computed_digest:
            id, words = f"{one.revision_id}.{one.language}", f"the translation into {one.language} of {one.revision_id}"
            yield _altered(policy, id, words, before, one, End(id, words, one.title, one.computed_digest))


def _altered(policy: Policy, id: str, words: str, old: Text, new: Text, end: End) -> ChangedText:
    was = End(id, f"{words} as it was", old.title, old.computed_digest)
    return ChangedText(policy, old, new, Ends(policy.code, was, end))


def _new(policy: Policy, named: select.Named) -> ChangedText:
    assert isinstance(named.text, Revision)
    base = select.before(policy, named.text)
    ends = Ends(policy.code, base.end if base else None, named.end)
    return ChangedText(policy, base.text if base else None, named.text, ends)
