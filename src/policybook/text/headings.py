"""Write the headings of a page's Markdown, the words escaped by the caller."""

from __future__ import annotations

from policybook.text.catalogs import right_to_left
from policybook.text.html import Html


def heading(level: int, words: Html, anchor: str = "", *, language: str = "") -> str:
    """Return a Markdown heading of escaped words, with an anchor where one is given."""
    attributes = [f"#{anchor}"] if anchor else []
    if language:
        attributes.append(f"lang={language}")
        if right_to_left(language):
            attributes.append("dir=rtl")
    return f"{'#' * level} {words}" + (f" {{: {' '.join(attributes)} }}" if attributes else "")
