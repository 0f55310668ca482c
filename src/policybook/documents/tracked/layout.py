"""Lay out the operations of a redline, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from policybook.documents.manuscript import FORMS, Form
from policybook.documents.tracked.blocks import Mark, Piece, TrackedBlock, TrackedRow
from policybook.documents.tracked.runs import formed, whole
from policybook.redline import Op, Part, Redline, Run, Unit
from policybook.redline.operations import kept
from policybook.text.rich_text import Span

_STANDS: dict[Mark, frozenset[str]] = {
    "same": frozenset(("old", "new")),
    "added": frozenset(("new",)),
    "moved-to": frozenset(("new",)),
    "removed": frozenset(("old",)),
    "moved-from": frozenset(("old",)),
}


def of(redline: Redline) -> list[TrackedBlock]:
    """Return what stands on the page: accepting all of it gives the new text, rejecting all the old."""
    page = _Page(redline)
    found: list[TrackedBlock] = []
    holder, waiting = (
        "",
        frozenset[str](),
    )  # a provision that prints nothing, and the texts its list has yet to begin in
    for op in redline.ops:
        blocks = list(page.blocks(op))
        if not blocks and op.unit.stands == "provision" and not op.unit.depth:
            holder = op.unit.id
            waiting = frozenset(side for side, unit in (("old", op.old), ("new", op.new)) if unit is not None)
        for block in blocks:
            sides = _STANDS[block.end]
            begins = bool(waiting & sides) and block.depth > 0 and op.unit.depth > 0 and block.opens
            found.append(replace(block, holder=holder) if begins else block)
            waiting = waiting - sides if begins or not op.unit.depth else waiting
    return found


class _Page:
    def __init__(self, redline: Redline) -> None:
        self._old_notes = [unit.label for unit in redline.old if unit.kind == "footnote"]
        self._new_notes = [unit.label for unit in redline.new if unit.kind == "footnote"]
        self._moves: dict[Unit, int] = {}

    def blocks(self, op: Op) -> Iterator[TrackedBlock]:
        """Yield what is printed of one operation."""
        if op.change == "moved-away" and op.old is not None:
            yield from self._moved(self._whole(op.old, "removed"), "moved-from", op.old)
        elif op.change == "moved-here" and op.other is not None:
            origin, new = op.other, op.new
            assert new is not None
            within = self._aligned(replace(op, old=origin))
            blocks = within if within is not None else self._whole(new, "added")
            yield from self._moved(blocks, "moved-to", origin)
        elif op.old is not None and op.new is not None:
            within = self._aligned(op) if op.change != "replaced" else None
            both = [*self._whole(op.old, "removed", True), *self._whole(op.new, "added", True)]
            yield from within if within is not None else both
        else:
            yield from self._whole(op.unit, "added" if op.new is not None else "removed")

    def _moved(self, blocks: list[TrackedBlock], mark: Mark, key: Unit) -> Iterator[TrackedBlock]:
        """Yield blocks as moved; what was removed on the way is marked so within."""
        number = self._moves.setdefault(key, len(self._moves) + 1)
        gone: Mark = "removed" if mark == "moved-to" else "added"

        def moved(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
            return tuple(piece._replace(mark=mark, within=_within(piece, mark)) for piece in pieces)

        before: TrackedBlock | None = None
        for found in blocks:
            block = replace(before, pieces=before.pieces + found.pieces, end=found.end) if before else found
            if block.end == gone and block.kind == "text":
                before = block  # its end went: it runs on into the next
                continue
            before = None
            rows = [TrackedRow(mark, tuple(map(moved, row.cells))) for row in block.rows if row.mark != gone]
            yield replace(
                block, pieces=moved(block.pieces), label=moved(block.label), end=mark, move=number, rows=tuple(rows)
            )

    def _whole(self, unit: Unit, mark: Literal["added", "removed"], beside: bool = False) -> list[TrackedBlock]:
        """Return a piece as it stands in one text; `beside` the other, it has a place also when nothing is printed."""
        notes = self._new_notes if mark == "added" else self._old_notes
        label = _words(mark, unit.label or unit.mark)
        blocks: list[TrackedBlock] = []
        if unit.heading:
            blocks.append(_block(unit, "heading", _words(mark, unit.heading), label, mark))
            label = ()
        paragraphs = _split(whole(mark, unit.text, notes), mark, unit)
        if not paragraphs and not unit.heading and (_begins(unit) or (beside and not unit.table)):
            paragraphs = [((), mark)]
        for at, (pieces, end) in enumerate(paragraphs):
            opens = at == 0 and not unit.heading
            blocks.append(_block(unit, "text", pieces, label if opens else (), end, opens))
        if unit.table:
            rows = tuple(TrackedRow(mark, tuple(tuple(whole(mark, cell, notes)) for cell in row)) for row in unit.table)
            blocks.append(_block(unit, "table", (), (), mark, not blocks, rows))
        return blocks

    def _aligned(self, op: Op) -> list[TrackedBlock] | None:
        """Return a piece that stands in both texts with its changes within, or None where they can't share a page."""
        old, new = op.old, op.new
        assert old is not None
        assert new is not None
        if _layout(old) != _layout(new):
            return None
        pieces = self._formed(op.text)
        rows = [TrackedRow(row.mark, self._cells(row.cells)) for row in op.table]
        if pieces is None:
            return None
        label = _label(op, old, new)
        blocks: list[TrackedBlock] = []
        if new.heading:
            blocks.append(_block(new, "heading", _runs(op.heading), label, "same"))
            label = ()
        alone = bool(new.heading) and bool(old.text) != bool(new.text)
        last: Mark = ("added" if new.text else "removed") if alone else "same"
        paragraphs = _split(pieces, last, new) if pieces else []
        if not paragraphs and not new.heading and _begins(new):
            paragraphs = [((), "same")]
        for at, (words, end) in enumerate(paragraphs):
            opens = at == 0 and not new.heading
            blocks.append(_block(new, "text", words, label if opens else (), end, opens))
        if rows:
            blocks.append(_block(new, "table", (), (), "same", not blocks, tuple(rows)))
        return blocks

    def _cells(self, cells: tuple[Part, ...]) -> tuple[tuple[Piece, ...], ...]:
        return tuple(tuple(self._cell(cell)) for cell in cells)

    def _cell(self, cell: Part) -> list[Piece]:
        found = self._formed(cell)
        if found is not None:
            return found
        old, new = kept(cell, "removed"), kept(cell, "added")
        return [*whole("removed", old, self._old_notes), *whole("added", new, self._new_notes)]

    def _formed(self, part: Part) -> list[Piece] | None:
        same = all(run.mark == "same" for run in part)
        if same and whole("same", kept(part, "added"), self._old_notes) == whole(
            "same", kept(part, "added"), self._new_notes
        ):
            return whole("same", kept(part, "added"), self._new_notes)
        return formed(part, self._old_notes, self._new_notes)


def _within(piece: Piece, mark: Mark) -> Literal["", "added", "removed"]:
    """Return what became of words on the way; what was moved away stands whole."""
    changed = mark == "moved-to" and piece.mark in ("added", "removed")
    return "added" if changed and piece.mark == "added" else "removed" if changed else ""


def _begins(unit: Unit) -> bool:
    """Return whether a piece without a heading is printed as a paragraph of its own, be it empty."""
    return bool(unit.label or unit.mark or unit.text or unit.depth)


def _layout(unit: Unit) -> tuple[object, ...]:
    """Return what two pieces must share for one to be marked within the other."""
    heading = bool(unit.heading)
    return (
        unit.depth,
        heading,
        unit.level if heading else 1,
        heading or _begins(unit),
        _form(unit),
        unit.kind == "title",
    )


def _form(unit: Unit) -> Form:
    return next((form for form in FORMS if form == unit.kind), "text")


def _block(
    unit: Unit,
    kind: Literal["heading", "text", "table"],
    pieces: tuple[Piece, ...],
    label: tuple[Piece, ...],
    end: Mark,
    opens: bool = True,
    rows: tuple[TrackedRow, ...] = (),
) -> TrackedBlock:
    depth = unit.level if kind == "heading" else unit.depth
    name = unit.id if kind == "heading" or opens else ""
    stands = unit.stands
    if stands == "provision":
        return TrackedBlock(kind, pieces, label, end, depth, opens, _form(unit), name, rows=rows)
    if stands == "attachment" and kind == "text":
        return TrackedBlock("attachment", pieces, (), end)
    return TrackedBlock(stands, pieces, label, end)  # type: ignore[arg-type]


def _split(pieces: list[Piece], last: Mark, unit: Unit) -> list[tuple[tuple[Piece, ...], Mark]]:
    """Return paragraphs and how each ends; of a text whose line ends matter, one that holds them."""
    if not pieces:
        return []
    if _form(unit) in ("lines", "form"):
        return [(tuple(pieces), last)]
    found: list[tuple[tuple[Piece, ...], Mark]] = []
    held: list[Piece] = []
    for piece in pieces:
        if piece.span.text == "\n":
            found.append((tuple(held), piece.mark))
            held = []
        else:
            held.append(piece)
    return _turned([*found, (tuple(held), last)])


def _turned(found: list[tuple[tuple[Piece, ...], Mark]]) -> list[tuple[tuple[Piece, ...], Mark]]:
    """Return paragraphs with those that are new, or gone, at the end of a piece whole, each with its own end."""
    for mark in ("added", "removed"):
        at = len(found)
        while at > 1 and found[at - 2][1] == mark and all(piece.mark == mark for piece in found[at - 1][0]):
            at -= 1
        if at < len(found) and found[-1][1] == "same":
            ends: list[Mark] = ["same" if place == at - 1 else end for place, (_, end) in enumerate(found)]
            ends[-1] = mark
            return [(pieces, end) for (pieces, _), end in zip(found, ends, strict=True)]
    return found


def _label(op: Op, old: Unit, new: Unit) -> tuple[Piece, ...]:
    before, after = old.label or old.mark, new.label or new.mark
    if before == after or op.change == "same":
        return _words("same", after)
    return _words("removed", before) + _words("added", after)


def _words(mark: Mark, words: str) -> tuple[Piece, ...]:
    return (Piece(mark, Span(words)),) if words else ()


def _runs(part: tuple[Run, ...]) -> tuple[Piece, ...]:
    return tuple(Piece(run.mark, Span(run.text)) for run in part)
