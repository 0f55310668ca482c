"""Build Akoma Ntoso elements safely: words are escaped, and characters that XML can't hold are replaced."""

from __future__ import annotations

import re
from urllib.parse import quote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OURS = "https://policybook.example/ns/akn"
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(tag: str, /, *children: str | Element, **attributes: str | None) -> Element:
    """Return an element of Akoma Ntoso with text and elements in it; an attribute that is None or empty is left out.

    An attribute's trailing `_` is dropped: `as_`, `class_`.
    """
    made = Element(f"{{{NAMESPACE}}}{tag}")
    for key, value in attributes.items():
        if value:
            made.set(key.rstrip("_"), _legal(value))
    append(made, *children)
    return made


def append(parent: Element, *children: str | Element) -> None:
    """Put text and elements at the end of an element."""
    for child in children:
        if isinstance(child, Element):
            parent.append(child)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + _legal(child)
        else:
            parent.text = (parent.text or "") + _legal(child)


def ours(tag: str, /, **attributes: str | None) -> Element:
    """Return an element of our own namespace, for what the standard has no place for."""
    made = Element(f"{{{OURS}}}{tag}")
    for key, value in attributes.items():
        if value:
            made.set(key, _legal(value))
    return made


def address(written: str) -> str:
    """Return an address as a URI may be written."""
    return quote(written, safe="/:?#[]@!$&'()*+,;=%~-._")


def written(root: Element) -> bytes:
    """Return the document in UTF-8."""
    ElementTree.register_namespace("", NAMESPACE)
    ElementTree.register_namespace("policybook", OURS)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{ElementTree.tostring(root, encoding='unicode')}\n".encode()


def _legal(words: str) -> str:
    return _ILLEGAL.sub("\ufffd", words)
