"""A packet as a tagged PDF (PDF/UA-1), set by Typst: the words go to it as data, never as its language."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from policybook import dates, manuscript, tracked
from policybook.errors import PolicybookError
from policybook.manuscript import Block, Manuscript
from policybook.packet import outline
from policybook.packet.values import Item, Packet
from policybook.spans import Line, Span
from policybook.tracked import Piece, TrackedBlock
from policybook.word.library import MISSING
from policybook.word.paper import right_to_left

_TEMPLATE = Path(__file__).with_name("packet.typ")
_MARKS = {"same": "", "added": "added", "moved-to": "added", "removed": "removed", "moved-from": "removed"}
_DEEPEST = 6


def written(packet: Packet) -> bytes:
    """Return the packet as a PDF: tagged, with title and language, in fonts that come with Typst.

    Raises PolicybookError where Typst isn't installed.
    """
    try:
        import typst
    except ImportError as error:
        raise PolicybookError(MISSING) from error
    data = json.dumps(_data(packet), ensure_ascii=False)

    def compiled(only_own_fonts: bool) -> bytes:
        made: bytes = typst.compile(
            _TEMPLATE.read_bytes(),
            format="pdf",
            pdf_standards=["ua-1"],
            ignore_system_fonts=only_own_fonts,
            sys_inputs={"packet": data},
            timestamp=datetime.combine(packet.day, time(), UTC),
        )
        return made

    try:
        return compiled(True)
    except typst.TypstError:  # a script that Typst's own fonts don't hold: those of this machine may
        try:
            return compiled(False)
        except typst.TypstError as error:
            raise PolicybookError(
                f"The PDF can't be made: {error.message}. If a script is missing, install a font that has it, such as "
                "Noto; or use --format docx."
            ) from error


def _data(packet: Packet) -> dict[str, Any]:
    language, _, region = packet.language.partition("-")
    level = 2 if len(packet.items) == 1 else 3
    return {
        "title": packet.title,
        "agency": packet.agency,
        "language": language,
        "region": region.lower() if len(region) == 2 else None,
        "rtl": right_to_left(packet.language),
        "under": " · ".join((packet.agency, packet.meeting or f"Made {dates.in_words(packet.day)}")),
        "notices": packet.notices,
        "level": level,
        "items": [_item(item, level + 1) for item in packet.items],
    }


def _item(item: Item, level: int) -> dict[str, Any]:
    return {
        "name": item.name,
        "parts": outline.parts(item.revision.done),
        "memo": [{"asks": e.asks, "paragraphs": e.paragraphs, "points": e.points} for e in item.memo],
        "legend": outline.LEGEND if item.old is not None else "",
        "changes": item.changes or (outline.NOTHING,),
        "redline": _levelled(map(_tracked, tracked.of(item.redline)), level),
        "clean": _levelled(_clean(manuscript.of(item.revision)), level),
    }


def _levelled(blocks: Iterable[dict[str, Any]], first: int) -> list[dict[str, Any]]:
    """Return blocks with headings that go down a level at a time, as a tagged PDF must."""
    found = list(blocks)
    above = first - 1
    for block in found:
        if block["kind"] == "heading":
            above = block["depth"] = min(block["depth"] + first - 1, above + 1, _DEEPEST)
    return found


def _clean(shown: Manuscript) -> list[dict[str, Any]]:
    title = {**_block("title", 0, "text"), "pieces": _pieces((Span(shown.title),))}
    notes = [
        {**_block("footnote", 0, "text"), "label": _pieces((Span(name),)), "pieces": _pieces(words)}
        for name, words in shown.notes.items()
    ]
    return [title, *map(_plain, shown.blocks), *notes]


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
