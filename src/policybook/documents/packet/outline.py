"""Name the parts of a packet, in the order in which Word and PDF print them."""

from __future__ import annotations

from policybook.model import Revision
from policybook.text.i18n import ENGLISH, Say


def parts(revision: Revision, say: Say = ENGLISH) -> tuple[str, str, str]:
    """Return the headings of memo, redline and clean copy."""
    if not revision.makes_text:
        changed = say("What changed") if revision.done else say("What would change")
        return say("Memo"), changed, say("The text of the policy")
    if revision.done:
        return say("Memo"), say("What changed"), say("The text as adopted")
    return say("Memo"), say("What would change"), say("The text as it would read")


def legend(say: Say = ENGLISH) -> str:
    """Return how the redline is read."""
    return say("Words that would be added are underlined; words that would be taken out are struck through.")


def nothing(say: Say = ENGLISH) -> str:
    """Return what is said where the text doesn't change."""
    return say("The text stays as it is.")


def vote_block(say: Say = ENGLISH) -> tuple[tuple[str, ...], ...]:
    """Return the rows in which the vote and the signatures are written by hand."""
    return (
        (say("Moved by"), say("Seconded by")),
        (say("In favor"), say("Against")),
        (say("Abstained"), say("Date of the vote")),
        (say("Signature of the chair"), say("Signature of the secretary")),
    )
