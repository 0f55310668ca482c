"""Write texts as Word files and read edited Word files back."""

from __future__ import annotations

from datetime import datetime, time

from policybook.documents import manuscript
from policybook.documents.docx import writer
from policybook.documents.docx.document import About
from policybook.documents.docx.reader import Reading, read
from policybook.documents.docx.tracked_changes import redlined
from policybook.model import Manual, Policy, Text

__all__ = ["About", "Reading", "about", "clean", "read", "redlined", "source"]


def about(manual: Manual, policy: Policy, text: Text, base: Text | None = None) -> About:
    """Return what a Word file that holds a text of the manual says of itself.

    A redline says that it was made from its `base`.
    """
    return About(
        f"{policy.code} {text.title}",
        manual.agency.name,
        manual.agency.language,
        datetime.combine(manual.as_of, time()),
        f"Policy {policy.code}",
        source(policy, base or text),
    )


def source(policy: Policy, text: Text) -> str:
    """Return the words by which a Word file is known to hold a text: its policy, and the text's digest."""
    return f"policybook {policy.code} {text.computed_digest}"


def clean(text: Text, about: About) -> bytes:
    """Return a Word file that holds a text, each provision under its hidden permanent id.

    Raises PolicybookError where python-docx isn't installed, and for lists deeper than Word's.
    """
    return writer.clean(manuscript.of(text), about)
