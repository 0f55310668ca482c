"""Return one side of a document with tracked changes as plain lines, to verify it against the record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from policybook.documents.tracked.blocks import Mark, Piece, TrackedBlock
from policybook.text import rich_text

_STANDS: dict[str, tuple[Mark, ...]] = {
    "new": ("same", "added", "moved-to"),
    "old": ("same", "removed", "moved-from"),
}


def plain(blocks: Iterable[TrackedBlock], side: Literal["old", "new"]) -> list[str]:
    """Return what is printed on one side, a line for each paragraph, line and cell, as `manuscript.plain` does."""
    body: list[str] = []
    notes: list[str] = []
    label, held = "", list[Piece]()
    for block in blocks:
        if block.kind == "attachment":
            continue
        kept = [piece for piece in block.pieces if _stands(piece, side)]
        label = label or "".join(piece.span.text for piece in block.label if _stands(piece, side))
        held += kept
        if block.end not in _STANDS[side]:
            continue
        into = notes if block.kind == "footnote" else body
        into.append((f"{label}\t" if label else "") + _lines(held, block.kind == "footnote"))
        into += [
            _lines([piece for piece in cell if _stands(piece, side)], True)
            for row in block.rows
            if row.mark in _STANDS[side]
            for cell in row.cells
        ]
        label, held = "", []
    return [line for part in (*body, *sorted(notes)) for line in part.split("\n") if line.strip()]


def _stands(piece: Piece, side: str) -> bool:
    return piece.mark in _STANDS[side] and piece.within != "removed"


def _lines(pieces: Iterable[Piece], one: bool) -> str:
    words = "".join(piece.span.note or piece.span.text for piece in pieces)
    lines = [rich_text.words(rich_text.normal([rich_text.Span(line)])) for line in words.split("\n")]
    return (" " if one else "\n").join(lines)
