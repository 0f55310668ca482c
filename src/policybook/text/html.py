"""Build HTML that escapes every word of a record.

Markdown itself can't be escaped safely (links to `javascript:`, keys and marks get through), so each character
other than letters, digits and spaces becomes a numeric reference: neither Markdown nor HTML sees a mark in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_VOID = ("br", "hr", "img", "input", "link", "meta")
_NOT_PLAIN = re.compile(r"[^\w ]|_")


class Html(str):
    """Text that is HTML already: made by this module, or a constant of ours."""

    __slots__ = ()


def text(words: str) -> Html:
    """Return words as HTML that shows them as they stand, in a raw block and within Markdown alike."""
    return Html(_NOT_PLAIN.sub(lambda match: f"&#{ord(match[0])};", words))


def tag(name: str, /, *children: str | Html, **attributes: str | bool | None) -> Html:
    """Return an element; plain strings among the children are escaped, and so are the values of attributes.

    An attribute's trailing `_` is dropped and other `_` become `-`; True gives it without a value, None and
    False leave it out.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{join(*children)}</{name}>")


def join(*children: str | Html) -> Html:
    """Return children one after the other; plain strings are escaped."""
    return Html("".join(child if isinstance(child, Html) else text(child) for child in children))


def row(cells: Iterable[Html]) -> Html:
    """Return a row; spaces between its cells keep their words apart where the search reads them."""
    return tag("tr", *(part for cell in cells for part in (cell, " ")))


def scrolling(content: Html, name: str, lang: str | None = None) -> Html:
    """Return wide content in a named box that scrolls by itself; `lang` is the language of its name, where it differs."""
    return tag("div", content, class_="pb-scroll", tabindex="0", role="region", lang=lang, aria_label=name)


def _attribute(key: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(value)}"'
