"""The redline between two texts, as a part of a page."""

from __future__ import annotations

from policybook.due import wording
from policybook.exports import urls
from policybook.exports.links import resolver
from policybook.model import Policy, Revision, Text
from policybook.redline import between, elsewhere
from policybook.redline.formats.html import fragment
from policybook.site.components.tables import link, paragraph
from policybook.site.context import Book
from policybook.text.catalogs import right_to_left
from policybook.text.html import Html, join


def against(book: Book, policy: Policy, old: Revision, new: Text, page: str, under: int = 2) -> Html:
    """Return what changed from `old` to `new`, with a word about which is which.

    `under` is the level of the heading it stands below. Raises `Untrue` rather than show a redline that isn't exact.
    """
    earlier = link(wording.when(old, book.say), urls.revision(policy.code, old.id), page)
    compared = paragraph(book.say.rich("Compared with the text of {date}.", date=earlier))
    return join(compared, marked(book, old, new, page, under))


def marked(book: Book, old: Text | None, new: Text, page: str, under: int = 2, anchor: str = "change") -> Html:
    """Return the redline from one text to another; `anchor` is what its anchors begin with."""
    address = resolver(book.manual, page)
    language = book.text_language
    redline = between(old, new, elsewhere(book.manual, new, old))
    return fragment(redline, book.say, address, under, anchor, language, right_to_left(language))
