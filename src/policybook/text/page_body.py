"""Render a page's body as Python-Markdown would, in a fraction of the time.

A body is made of two kinds of blocks only, headings and raw HTML, with blank lines between them; a test holds the
result against Python-Markdown's on every page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape

from markdown.extensions.toc import slugify

_HEADING = re.compile(r"(#{1,6}) (.*?)(?: \{: ([^{}]*) \})?")
_REFERENCE = re.compile(r"&#(\d+);")
_KEPT = frozenset("&<>\"'") | frozenset(map(chr, range(32)))
_PLAIN = {str(at): chr(at) for at in range(128) if chr(at) not in _KEPT}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, as the table of contents needs it."""

    level: int
    id: str
    words: str
    """As HTML."""
    language: str = ""
    """The language of the words, where the heading names one."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body as HTML."""

    html: str
    headings: tuple[Heading, ...]


def of(body: str) -> Rendered:
    """Return a body as HTML, with its headings."""
    headings: list[Heading] = []
    used: set[str] = set()
    blocks = [_block(block, headings, used) for block in body.split("\n\n") if block]
    return Rendered("\n".join(blocks), tuple(headings))


def plain(html: str) -> str:
    """Return HTML with each reference to a harmless character as that character: shorter, and easier to read.

    What is escaped only because Markdown might see a mark in it needs no escaping in finished HTML.
    """
    return _REFERENCE.sub(_character, html)


def nested(headings: tuple[Heading, ...]) -> Iterator[tuple[Heading, tuple[Heading, ...]]]:
    """Yield each heading that stands under no other, with all that stand under it."""
    at = 0
    while at < len(headings):
        end = at + 1
        while end < len(headings) and headings[end].level > headings[at].level:
            end += 1
        yield headings[at], headings[at + 1 : end]
        at = end


def _block(block: str, headings: list[Heading], used: set[str]) -> str:
    if not block.startswith("#"):
        return plain(block)
    match = _HEADING.fullmatch(block)
    if match is None:
        raise ValueError(f"not a heading: {block[:80]}")
    level, words = len(match[1]), plain(match[2])
    marks = dict(mark.split("=", 1) for mark in (match[3] or "").split() if "=" in mark)
    named = next((mark[1:] for mark in (match[3] or "").split() if mark.startswith("#")), "")
    id = named or _unique(slugify(unescape(re.sub(r"<[^>]+>", "", words)), "-"), used)
    used.add(id)
    headings.append(Heading(level, id, words, marks.get("lang", "")))
    written = "".join(f' {name}="{escape(value)}"' for name, value in sorted({**marks, "id": id}.items()))
    return f"<h{level}{written}>{words}</h{level}>"


def _unique(id: str, used: set[str]) -> str:
    """Return `id`, or with the first number that makes it one of its own, as the toc extension does."""
    number, candidate = 0, id
    while not candidate or candidate in used:
        number += 1
        candidate = f"{id}_{number}"
    return candidate


def _character(match: re.Match[str]) -> str:
    return _PLAIN.get(match[1]) or match[0]
