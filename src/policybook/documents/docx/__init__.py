"""Write texts as Word files and read edited Word files back."""

from __future__ import annotations

from datetime import datetime, time

from policybook.documents import manuscript
from policybook.documents.docx import writer
from policybook.documents.docx.document import About
from policybook.documents.docx.reader import WordDocument, read
from policybook.documents.docx.tracked_changes import redlined
from policybook.due import wording
from policybook.model import Manual, Policy, Revision, Text
from policybook.text import catalogs
from policybook.text.i18n import ENGLISH, Say

__all__ = ["About", "WordDocument", "about", "clean", "read", "redlined", "source", "status"]


def about(manual: Manual, policy: Policy, text: Text, base: Text | None = None) -> About:
    """Return what a Word file that holds a text of the manual says of itself.

    A redline says that it was made from its `base`.
    """
    say = catalogs.say(manual.agency.language)
    return About(
        f"{policy.code} {text.title}",
        manual.agency.name,
        manual.agency.language,
        datetime.combine(manual.as_of, time()),
        f"Policy {policy.code}",
        source(policy, base or text),
        " · ".join((manual.agency.name, policy.code, status(manual, policy, text, say))),
        say("Page {page} of {pages}", page="{page}", pages="{pages}"),
    )


def status(manual: Manual, policy: Policy, text: Text, say: Say = ENGLISH) -> str:
    """Return in words what a text is on the manual's day: "in force since …", "proposed, not adopted", "superseded"."""
    if not isinstance(text, Revision):
        return say("draft")
    if text.outcome or not text.done:
        return say(wording.OUTCOMES[text.outcome]) if text.outcome else say("proposed, not adopted")
    standing = policy.standing(manual.as_of)
    if standing.certain and standing.text is text:
        return wording.standing(policy, manual.as_of, say)
    states = [say(wording.STATES[state]) for state in policy.states(text, manual.as_of)]
    return states[0] if len(states) == 1 else say("perhaps {words}", words=say(", or ").join(states))


def source(policy: Policy, text: Text) -> str:
    """Return the words by which a Word file is known to hold a text: its policy, and the text's digest."""
    return f"policybook {policy.code} {text.computed_digest}"


def clean(text: Text, about: About) -> bytes:
    """Return a Word file that holds a text, each provision under its hidden permanent id.

    Raises PolicybookError where python-docx isn't installed, and for lists deeper than Word's.
    """
    return writer.clean(manuscript.of(text), about)
