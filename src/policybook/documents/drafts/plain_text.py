"""Read an edited plain text as blocks: a blank line between paragraphs, labels and bullets as typed."""

from __future__ import annotations

import re

from policybook.documents.drafts import heuristics
from policybook.documents.manuscript import Block, Manuscript
from policybook.text import rich_text
from policybook.text.rich_text import Line, Span

_LONGEST_HEADING = 80
_LISTED = re.compile(r"\s*(?:[•*+–—-]|\(?(?:[0-9]{1,3}|[A-Za-z]|[ivxlc]{1,6})[.)])\s+\S")


def read(text: str) -> Manuscript:
    """Return a plain text as blocks: a short line by itself without a full stop is a heading, the first the title."""
    paragraphs = [part for part in re.split(r"\n\s*\n", text.expandtabs(4)) if part.strip()]
    blocks: list[Block] = []
    title = ""
    for at, paragraph in enumerate(paragraphs):
        for number, piece in enumerate(_pieces(paragraph)):
            block = _block(piece)
            if at == 0 and number == 0 and block.kind == "heading" and not block.label and len(paragraphs) > 1:
                title = rich_text.words(block.lines[0])
            else:
                blocks.append(block)
    return Manuscript(title, tuple(_nested(blocks)))


def _pieces(paragraph: str) -> list[str]:
    """Return what a paragraph holds: its lines joined, but each line that begins with a label or sign by itself."""
    found: list[str] = []
    for line in paragraph.split("\n"):
        if found and not _LISTED.match(line):
            found[-1] = f"{found[-1].rstrip()} {line.strip()}"
        else:
            found.append(line.rstrip())
    return found


def _block(piece: str) -> Block:
    indent = len(piece) - len(piece.lstrip())
    line: Line = rich_text.normal([Span(piece)])
    label, mark, rest = heuristics.label(line)
    words = rich_text.words(rest)
    short = len(words) <= _LONGEST_HEADING and not words.endswith((".", ";", ":", ",", "!", "?"))
    if short and not indent and not mark and not label.startswith("(") and words[:1].isupper():
        return Block("heading", (rich_text.normal(rest),), 1, True, label)
    return Block("text", (line,), indent, True)


def _nested(blocks: list[Block]) -> list[Block]:
    """Return blocks whose depth is that of their indentation among the others that are listed."""
    indents = sorted({block.depth for block in blocks if block.kind == "text" and _is_listed(block)})
    found: list[Block] = []
    for block in blocks:
        if block.kind == "text" and _is_listed(block):
            label, mark, rest = heuristics.label(block.lines[0])
            depth = indents.index(block.depth) + 1
            deep = bool(found) and (found[-1].kind == "text" and (found[-1].depth > 0 or _announces(found[-1])))
            alone = not mark and not deep and depth == 1
            words = (rich_text.normal(rest),)
            found.append(Block("text", words, 0 if alone else depth, True, label, mark))
        else:
            found.append(block if block.kind == "heading" else Block("text", block.lines, 0, True))
    return found


def _is_listed(block: Block) -> bool:
    label, mark, _ = heuristics.label(block.lines[0])
    return bool(label or mark)


def _announces(block: Block) -> bool:
    return rich_text.words(block.lines[-1]).rstrip().endswith(":")
