"""Recognise labels, headings and lists that were typed by hand, without a style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from policybook.documents.manuscript import Block
from policybook.text import rich_text
from policybook.text.rich_text import Line, Span

_LABEL = re.compile(
    r"(?P<label>\((?:[0-9]{1,3}|[A-Za-z]|[ivxlcIVXLC]{1,6})\)|[0-9]{1,3}(?:\.[0-9]{1,3})*[.)]|[a-z][.)]|[ivxlc]{1,6}[.)]"
    r"|(?:[A-Z]|[IVXLC]{1,6})[.)](?=\t| {2}))\s+(?=\S)"
)
_MARK = re.compile(r"(?P<mark>[•◦▪●○■·–—*+-])\s+(?=\S)")
_LONGEST_HEADING = 80


def blocks(found: Iterable[Block]) -> list[Block]:
    """Return blocks in which typed labels, signs and headings are understood, where no style says what they are.

    A labelled paragraph is an item where it follows another item or a paragraph that ends with a colon; else it is
    a provision of its own.
    """
    read: list[Block] = []
    for block in found:
        if block.kind == "heading":
            read.append(_labelled(block))
        elif block.kind == "table" or block.depth or block.label or block.mark or block.form != "text":
            read.append(block)
        else:
            read.append(_paragraph(block, read[-1] if read else None))
    return list(_under(read))


def label(line: Line) -> tuple[str, str, Line]:
    """Return the label or the sign that a line begins with, and the rest of it."""
    if not line or line[0].note:
        return "", "", line
    first = line[0]
    match = _LABEL.match(first.text)
    sign = None if match else _MARK.match(first.text)
    end = (match or sign).end() if match or sign else 0  # type: ignore[union-attr]
    rest = (first._replace(text=first.text[end:]), *line[1:])
    return match["label"] if match else "", sign["mark"] if sign else "", rest


def _labelled(block: Block) -> Block:
    if block.label or not block.lines:
        return block
    found, _, rest = label(block.lines[0])
    return replace(block, label=found, lines=(rich_text.normal(rest),))


def _paragraph(block: Block, before: Block | None) -> Block:
    if not block.lines:
        return block
    found, mark, rest = label(block.lines[0])
    lines = (rich_text.normal(rest), *block.lines[1:])
    if _is_heading(rest, block):
        words = rich_text.normal([Span(rich_text.words(lines[0]))])
        return replace(block, kind="heading", depth=1, label=found, lines=(words,), opens=True)
    listed = before is not None and ((before.depth > 0 and before.kind == "text") or _announces(before))
    if mark or (found and listed):
        return replace(block, depth=1, opens=True, label=found, mark=mark, lines=lines)
    return replace(block, label=found, lines=lines, opens=True) if found else block


def _is_heading(line: Line, block: Block) -> bool:
    """Return whether a paragraph is a heading: one short line, strong throughout, that doesn't end like a sentence."""
    words = rich_text.words(line).strip()
    if not words or len(block.lines) > 1 or len(words) > _LONGEST_HEADING or words.endswith((".", ";", ":", ",")):
        return False
    return all(span.strong for span in line if span.text.strip())


def _announces(before: Block) -> bool:
    return before.kind == "text" and bool(before.lines) and rich_text.words(before.lines[-1]).rstrip().endswith(":")


def _under(found: list[Block]) -> Iterator[Block]:
    """Yield blocks, those under a heading as parts of its section rather than provisions of their own."""
    in_section = False
    for block in found:
        if block.kind == "heading":
            in_section = True
        elif in_section and block.kind == "text" and not block.depth and not block.label and not block.id:
            block = replace(block, opens=False)
        yield block
