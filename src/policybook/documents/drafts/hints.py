"""Infer paragraph roles from the text in force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from policybook.documents.manuscript import Block, Manuscript
from policybook.text import rich_text
from policybook.text.rich_text import Span


def apply(base: Manuscript, read: Manuscript) -> Manuscript:
    """Return an edited text in which what `base` holds too is what it is there: title, heading, level, next paragraph."""
    known = {_printed(block): block for block in base.blocks if block.kind != "table" and _printed(block)}
    blocks = list(read.blocks)
    title = read.title
    if not title and blocks and blocks[0].kind != "table" and _said(blocks[0]) == base.title.casefold().strip():
        title = base.title
        del blocks[0]
    return Manuscript(title, tuple(_known(blocks, known)), read.notes)


def _known(blocks: list[Block], known: dict[str, Block]) -> Iterator[Block]:
    for block in blocks:
        same = known.get(_printed(block)) if block.kind != "table" and not block.id else None
        if same is None:
            yield block
        elif same.kind == "heading":
            yield replace(
                block, kind="heading", depth=same.depth, label=same.label, mark=same.mark, lines=same.lines, opens=True
            )
        elif block.kind == "text" and not same.depth:
            yield replace(
                block,
                depth=0,
                opens=same.opens,
                label=same.label,
                mark=same.mark,
                lines=_words(block, same),
                form=same.form,
            )
        elif block.kind == "text" and same.kind == "text":
            yield replace(
                block,
                depth=same.depth,
                opens=same.opens,
                label=block.label or same.label,
                mark=block.mark or same.mark,
                lines=_words(block, same),
            )
        else:
            yield block


def _words(block: Block, same: Block) -> tuple[rich_text.Line, ...]:
    """Return the words of a paragraph without the label that was typed before them."""
    typed = " ".join(rich_text.words(line) for line in block.lines)
    return same.lines if typed != " ".join(rich_text.words(line) for line in same.lines) else block.lines


def _printed(block: Block) -> str:
    """Return all that is printed of a block, by which it is known again."""
    words = rich_text.normal([Span(" ".join(["", *(rich_text.words(line) for line in block.lines)]))])
    sign = block.label or (block.mark if block.mark != "•" else "")
    return f"{sign} {rich_text.words(words)}".strip().casefold()


def _said(block: Block) -> str:
    return " ".join(rich_text.words(line) for line in block.lines).casefold().strip()
