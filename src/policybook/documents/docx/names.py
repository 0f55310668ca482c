"""Name the bookmarks and styles of our Word files, and read the names back.

Bookmarks survive editing and saving in Word and in LibreOffice. Their names hold letters, digits and `_`, at most 40.
"""

from __future__ import annotations

import re

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""What the name of an element or attribute of Word's begins with."""

PROVISION = "pb_"
"""Begins the bookmark of a provision or item."""
HOLDER = "pl_"
"""Begins the bookmark, at a list's first item, of a provision that has nothing but the list."""
EMPTY = "pe_"
"""Begins the bookmark of an item without words or label, which holds a table or a list."""
NOTE = "pn_"
"""Begins the bookmark around a footnote's mark."""

_LONGEST = 40
_AGAIN = re.compile(r"__[0-9]+$")

PARAGRAPH = "PolicyParagraph"
"""A provision of its own, without a heading."""
TEXT = "PolicyText"
"""A paragraph under a heading, or one that goes on."""
ITEM = "PolicyItem"
"""An item of a list; its depth follows."""
ITEM_TEXT = "PolicyItemText"
"""A paragraph that goes on in an item; its depth follows."""
LABEL = "PolicyLabel"
"""The printed number or letter, and the tab after it."""
CELL = "PolicyCell"
HEAD_CELL = "PolicyHeadCell"
"""What stands in a table, and in its head."""
UNREFERRED = "PolicyUnreferredNote"
"""A footnote that no mark refers to."""
NOTE_MARK = "PolicyNoteMark"
"""The name of a footnote where its mark stands, in a redline, whose notes stand at its end."""
ATTACHED = "PolicyAttached"
"""A file that is part of the text."""
FORMS = {"quote": "PolicyQuote", "lines": "PolicyLines", "form": "PolicyForm", "note": "PolicyNote"}
"""The styles of the kinds of provision that look different."""
DEEPEST = 9
"""How deep Word's lists go."""
INDENT = 425
"""How far each depth is indented, in twentieths of a point."""


def bookmark(prefix: str, id: str, again: int = 1) -> str:
    """Return the bookmark's name for an id; one that is too long is cut.

    No two bookmarks have one name: `again` says which of several this is.
    """
    name = prefix + id.replace("-", "_")
    return f"{name[: _LONGEST - 4]}__{again}" if again > 1 else name[:_LONGEST]


def id_of(bookmark: str, prefix: str) -> str:
    """Return the id that a bookmark's name stands for, perhaps cut; empty for a bookmark of another kind."""
    if not bookmark.startswith(prefix):
        return ""
    return _AGAIN.sub("", bookmark.removeprefix(prefix)).replace("_", "-")
