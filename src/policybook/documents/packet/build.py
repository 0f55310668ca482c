"""Build a packet: choose the texts to compare, and verify that redline, clean copy and record agree."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from policybook import redline
from policybook.documents import manuscript, tracked
from policybook.documents.drafts import match
from policybook.documents.packet import memo
from policybook.documents.packet.values import Item, Packet
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Revision, Text
from policybook.values import dates, digest


def build(manual: Manual, chosen: Sequence[tuple[Policy, Revision]], meeting: date | None) -> Packet:
    """Return the packet of some proposals (or acts), for the meeting on a day where one is given.

    Raises PolicybookError where a text isn't held, and where redline, clean copy and record don't agree.
    """
    notices = []
    if manual.agency.fiction:
        notices.append("This is fiction: the agency and everything said of it are made up.")
    if not manual.agency.official:
        notices.append("This is an unofficial copy.")
    return Packet(
        manual.agency.name,
        manual.agency.language,
        manual.as_of,
        f"Meeting of {dates.in_words(meeting)}" if meeting else "",
        tuple(notices),
        tuple(_item(manual, policy, revision, meeting) for policy, revision in chosen),
    )


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


def _item(manual: Manual, policy: Policy, revision: Revision, meeting: date | None) -> Item:
    old = before(policy, revision, manual.as_of)
    text = revision if revision.makes_text else old
    if text is None or not text.holds_text:
        raise PolicybookError(f"Revision {revision.id} of policy {policy.code} holds no text to put into a packet.")
    marked = redline.between(old, text)
    _prove(policy, revision, old, text, marked)
    told = redline.between(old, text, redline.elsewhere(manual, text))  # what came from another policy is named
    return Item(
        policy,
        revision,
        old,
        memo.of(manual, policy, revision, old, marked, meeting),
        marked,
        memo.changes(told),
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
