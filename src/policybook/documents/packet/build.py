"""Build a packet: choose the texts to compare, and verify that redline, clean copy and record agree."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from policybook import redline
from policybook.documents import manuscript, tracked
from policybook.documents.drafts import match
from policybook.documents.packet import memo, motion
from policybook.documents.packet.values import Cover, Item, Packet, SinceReading
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Revision, Text
from policybook.text import catalogs
from policybook.text.i18n import Say
from policybook.values import digest

_NO_COVER = Cover()


def build(
    manual: Manual, chosen: Sequence[tuple[Policy, Revision]], meeting: date | None, cover: Cover = _NO_COVER
) -> Packet:
    """Return the packet of some proposals (or acts), for the meeting on a day where one is given.

    Raises PolicybookError where a text isn't held, and where redline, clean copy and record don't agree.
    """
    say = catalogs.say(manual.agency.language)
    notices = [say("This is fiction.")] if manual.agency.fiction else []
    notices += [] if manual.agency.official else [say("This is an unofficial copy.")]
    held_on = say("Meeting of {date}", date=say.day(meeting)) if meeting else ""
    return Packet(
        manual.agency.name,
        manual.agency.language,
        manual.as_of,
        held_on,
        tuple(notices),
        tuple(_item(manual, policy, revision, meeting, say) for policy, revision in chosen),
        cover,
        _head(manual, chosen, meeting, cover, say),
        motion.joint([motion.clause(manual, policy, revision, say) for policy, revision in chosen], say),
        say,
    )


def _head(
    manual: Manual, chosen: Sequence[tuple[Policy, Revision]], meeting: date | None, cover: Cover, say: Say
) -> tuple[tuple[str, str], ...]:
    """Return the lines at the head of the memo; what nobody said and the record doesn't hold is left out."""
    proposers = {revision.text("proposed_by") for _, revision in chosen}
    proposed_by = manual.body_name(proposers.pop()) if len(proposers) == 1 and proposers != {""} else ""
    rows = (
        (say("To"), cover.to or _board(manual)),
        (say("From"), cover.sender or proposed_by),
        (say("Prepared by"), cover.prepared_by),
        (say("Meeting"), say.day(meeting) if meeting else ""),
        (say("Agenda item"), cover.agenda_item),
        (say("Date"), say.day(manual.as_of)),
    )
    return tuple((name, value) for name, value in rows if value)


def _board(manual: Manual) -> str:
    return next((manual.body_name(body.id) for body in manual.body_list if manual.is_board(body.id)), "")


def before(policy: Policy, revision: Revision, day: date) -> Text | None:
    """Return the text that a revision would replace, or replaced; None where there is none."""
    if not revision.done:
        standing = policy.standing(day).text
        if standing is not None and standing.holds_text:
            return standing
    at = policy.by_id.get(revision.follows)
    met: set[str] = set()
    while at is not None and at.id not in met:
        if at.holds_text:
            return at
        met.add(at.id)
        at = policy.by_id.get(at.follows)
    return None


def _item(manual: Manual, policy: Policy, revision: Revision, meeting: date | None, say: Say) -> Item:
    old = before(policy, revision, manual.as_of)
    text = revision if revision.makes_text else old
    if text is None or not text.holds_text:
        raise PolicybookError(f"Revision {revision.id} of policy {policy.code} holds no text to put into a packet.")
    marked = redline.between(old, text)
    _prove(policy, revision, old, text, marked)
    told = redline.between(old, text, redline.elsewhere(manual, text, old))  # what came from another policy is named
    return Item(
        policy,
        revision,
        old,
        memo.of(manual, policy, revision, old, marked, meeting, say),
        marked,
        memo.changes(told, say),
        memo.proof(revision, old, say),
        _since_reading(policy, revision, say),
    )


def _since_reading(policy: Policy, revision: Revision, say: Say) -> SinceReading | None:
    """Return what changed since the last reading whose text is kept."""
    kept = [text for text in policy.presented if text.revision_id == revision.id]
    if not kept or not revision.makes_text:
        return None
    last = max(kept, key=lambda text: text.number)
    if last.computed_digest == revision.computed_digest:
        return None
    marked = redline.between(last, revision)
    name = say("{ordinal} reading", ordinal=motion.ordinal(last.number, say))
    return SinceReading(
        say("What changed since the {reading}", reading=name),
        say("The text changed after the {reading}: the board has not had these words before it.", reading=name),
        marked,
        memo.changes(marked, say),
    )


def _prove(policy: Policy, revision: Revision, old: Text | None, text: Text, marked: redline.Redline) -> None:
    """Raise PolicybookError unless the clean copy is the record's text, and the redline leads from the old to it."""
    name = f"Revision {revision.id} of policy {policy.code}"
    if revision.digest and revision.digest != revision.computed_digest:
        raise PolicybookError(f"{name} has another text than its digest says: run `policybook check`.")
    again = match.matched(manuscript.of(text), text, text.by_id).text()
    if _canonical(again) != _canonical(text):
        raise PolicybookError(f"{name}: the clean copy would not be the text on record, so nothing is written. {_BUG}")
    blocks = tracked.of(marked)
    for side, held in (("new", text), ("old", old)):
        wanted = manuscript.plain(manuscript.of(held)) if held is not None else []
        if tracked.plain(blocks, "new" if side == "new" else "old") != wanted:
            raise PolicybookError(f"{name}: the redline does not give the {side} text, so nothing is written. {_BUG}")


_BUG = "This is a bug in Policybook: please report it."


def _canonical(text: Text) -> bytes:
    return digest.canonical(text.title, text.data["text"], text.footnotes)
