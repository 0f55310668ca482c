"""The redline between two texts, as a part of a page."""

from __future__ import annotations

from policybook.html import Html
from policybook.model import Policy, Revision, Text
from policybook.site import urls
from policybook.site.book import Book
from policybook.site.parts import history
from policybook.site.parts.tables import link, paragraph


def against(book: Book, policy: Policy, old: Revision, new: Text, page: str) -> Html:
    """Return what changed from `old` to `new`, with a word about which is which."""
    earlier = link(history.when(old, book.say), urls.revision(policy.code, old.id), page)
    return paragraph(book.say.rich("Compared with the text of {date}.", date=earlier))
