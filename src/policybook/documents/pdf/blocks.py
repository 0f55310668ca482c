"""Turn texts and redlines into the plain data that our Typst templates print."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from policybook.documents import tracked
from policybook.documents.manuscript import Block, Manuscript
from policybook.documents.tracked import Piece, TrackedBlock
from policybook.redline import Redline
from policybook.text.rich_text import Line, Span

_MARKS = {"same": "", "added": "added", "moved-to": "added", "removed": "removed", "moved-from": "removed"}
_DEEPEST = 6


def of_text(shown: Manuscript, level: int, titled: bool = True) -> list[dict[str, Any]]:
    """Return a text with its footnotes, its headings from `level` on; `titled` with its title first."""
    title = {**_block("title", 0, "text"), "pieces": _pieces((Span(shown.title),))}
    notes = [
        {**_block("footnote", 0, "text"), "label": _pieces((Span(name),)), "pieces": _pieces(words)}
        for name, words in shown.notes.items()
    ]
    return _levelled([*([title] if titled else []), *map(_plain, shown.blocks), *notes], level)


def of_redline(redline: Redline, level: int) -> list[dict[str, Any]]:
    """Return a redline, its headings from `level` on."""
    return _levelled(map(_tracked, tracked.of(redline)), level)


def _levelled(blocks: Iterable[dict[str, Any]], first: int) -> list[dict[str, Any]]:
    """Return blocks with headings that go down a level at a time, as a tagged PDF must."""
    found = list(blocks)
    above = first - 1
    for block in found:
        if block["kind"] == "heading":
            above = block["depth"] = min(block["depth"] + first - 1, above + 1, _DEEPEST)
    return found


def _plain(block: Block) -> dict[str, Any]:
    label = block.label or block.mark
    lines: list[Span] = []
    for line in block.lines:
        lines += [*([Span("\n")] if lines else []), *line]
    rows = [[_pieces(cell) for cell in row] for row in block.rows]
    return {
        **_block(block.kind, block.depth, block.form),
        "label": _pieces((Span(label),)) if label else [],
        "pieces": _pieces(tuple(lines)),
        **_rows(rows),
    }


def _tracked(block: TrackedBlock) -> dict[str, Any]:
    rows = [[_marked(cell) for cell in row.cells] for row in block.rows]
    return {
        **_block(block.kind, block.depth, block.form),
        "label": _marked(block.label),
        "pieces": _marked(block.pieces),
        **_rows(rows),
    }


def _block(kind: str, depth: int, form: str) -> dict[str, Any]:
    return {"kind": kind, "depth": depth, "form": form, "label": [], "pieces": [], "rows": [], "columns": 0}


def _rows(rows: list[list[Any]]) -> dict[str, Any]:
    """Return rows of one length: Typst fills a table cell by cell."""
    across = max((len(row) for row in rows), default=0)
    return {"rows": [row + [[] for _ in range(across - len(row))] for row in rows], "columns": across}


def _pieces(line: Line) -> list[dict[str, Any]]:
    return _marked(Piece("same", span) for span in line)


def _marked(pieces: Iterable[Piece]) -> list[dict[str, Any]]:
    return [
        {
            "mark": piece.within or _MARKS[piece.mark],
            "text": piece.span.text,
            "strong": piece.span.strong,
            "emphasis": piece.span.emphasis,
            "link": piece.span.link if piece.span.link.lower().startswith(("http://", "https://", "mailto:")) else "",
            "note": piece.span.note,
        }
        for piece in pieces
    ]
