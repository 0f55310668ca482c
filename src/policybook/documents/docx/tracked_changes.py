"""Write a redline into a Word document as tracked changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from itertools import cycle
from typing import Any

from policybook.documents import manuscript
from policybook.documents.docx import names, writer
from policybook.documents.docx.document import About, WordFile
from policybook.documents.docx.elements import bookmarked, element, link, paragraph, run, table
from policybook.documents.tracked import Mark, Piece, TrackedBlock, TrackedRow, of
from policybook.redline import Redline

_TAGS: dict[Mark, str] = {"added": "ins", "removed": "del", "moved-from": "moveFrom", "moved-to": "moveTo"}


def redlined(redline: Redline, about: About) -> bytes:
    """Return a Word file that holds a redline as tracked changes by `about.author`, on the day `about.when`.

    Accepting all of them leaves the new text, rejecting all the old. Raises PolicybookError where python-docx isn't
    installed.
    """
    file = WordFile(about)
    write_redline(file, redline)
    return file.bytes()


def write_redline(file: WordFile, redline: Redline, named: bool = True, title: str = "Title", below: int = 0) -> None:
    """Put a redline at the end of a document: `named` with its hidden ids, its title in the style `title`.

    Its headings stand `below` that many levels of the document's own.
    """
    redliner = _Writer(file, named, title, below)
    blocks = _paired(of(redline))
    for at, block in enumerate(blocks):
        before = blocks[at - 1] if at else None
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        for made in redliner.block(block, begins=not _goes_on(before, block), ends=not _goes_on(block, after)):
            file.add(made)


def _paired(blocks: list[TrackedBlock]) -> list[TrackedBlock]:
    """Return blocks in which what moved here from another policy is put in: Word knows no move from elsewhere."""
    left = {block.move for block in blocks if block.end == "moved-from"}

    def put_in(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        return tuple(Piece("added", piece.span) for piece in pieces if piece.within != "removed")

    found = []
    for block in blocks:
        if block.move and block.move not in left:
            rows = tuple(TrackedRow("added", tuple(map(put_in, row.cells))) for row in block.rows)
            words, label = put_in(block.pieces), put_in(block.label)
            block = replace(block, pieces=words, label=label, end="added", move=0, rows=rows)
        found.append(block)
    return found


def _goes_on(block: TrackedBlock | None, after: TrackedBlock | None) -> bool:
    """Return whether two blocks belong to one move."""
    if block is None or after is None or not block.move:
        return False
    return block.move == after.move and block.end == after.end


class _Writer:
    def __init__(self, file: WordFile, named: bool, title: str, below: int) -> None:
        self._file = file
        self._named = named
        self._title = title
        self._below = below
        # LibreOffice takes the changes on both sides of a paragraph's end for one, and the end with them, when
        # their time is the same: so it differs by minutes from each block to the next.
        self._times = cycle(
            (file.about.when + timedelta(minutes=minute)).strftime("%Y-%m-%dT%H:%M:%SZ") for minute in (0, 5)
        )
        self._when = next(self._times)
        self._met: Counter[str] = Counter()
        self._move = ""

    def block(self, block: TrackedBlock, begins: bool, ends: bool) -> list[Any]:
        """Return a block's elements; a move, which may hold several, begins in its first and ends after its last."""
        self._when = next(self._times)
        side = "moveFromRange" if block.end == "moved-from" else "moveToRange"
        if block.move and begins:
            self._move = self._file.next_id()
        closing = [element(f"{side}End", id=self._move)] if block.move and ends else []
        if block.kind == "table":
            return [self._table(block), *closing]
        made = paragraph(self._style(block))
        if block.end != "same":
            made.pPr.append(element("rPr", self._change(block.end)))
        children = self._label(block.label) + self._words(block.pieces)
        if block.move and begins:
            author, name = self._file.about.author, f"move{block.move}"
            start = element(f"{side}Start", id=self._move, author=author, date=self._when, name=name)
            children.insert(0, start)
        made.extend(self._under_names(block, children))
        return [made, *closing]

    def _style(self, block: TrackedBlock) -> str:
        if block.kind == "title":
            return self._title
        if block.kind == "footnote":
            return names.UNREFERRED
        if block.kind == "attachment":
            return names.ATTACHED
        kind: Any = block.kind
        return writer.style(manuscript.Block(kind, depth=block.depth, opens=block.opens, form=block.form), self._below)

    def _label(self, pieces: Iterable[Piece]) -> list[Any]:
        """Return the printed labels, the old and the new one each with the tab that follows it."""
        return [
            self._marked(piece, run(f"{piece.span.text}\t", style=names.LABEL, removed=piece.mark == "removed"))
            for piece in pieces
            if piece.within != "removed"
        ]

    def _words(self, pieces: Iterable[Piece]) -> list[Any]:
        """Return runs; words removed from what was moved are left out here, for they stand where it was."""
        return [self._marked(piece, self._run(piece)) for piece in pieces if piece.within != "removed"]

    def _run(self, piece: Piece) -> Any:
        span, gone = piece.span, piece.mark == "removed"
        if span.note:
            return run(span.note, style=names.NOTE_MARK, removed=gone)
        style = "Hyperlink" if span.link else ""
        return run(span.text, span.strong, span.emphasis, style, gone)

    def _marked(self, piece: Piece, made: Any) -> Any:
        """Return a run within its change, and a link around both: a change can't stand around a link in Word."""
        if piece.mark != "same":
            made = self._change(piece.within or piece.mark, made)
        return link(self._file.document.part, piece.span.link, made) if piece.span.link else made

    def _change(self, mark: Mark, *children: Any) -> Any:
        return element(_TAGS[mark], *children, id=self._file.next_id(), author=self._file.about.author, date=self._when)

    def _table(self, block: TrackedBlock) -> Any:
        indent = block.depth * names.INDENT
        made = table([[paragraph(names.CELL) for _ in row.cells] for row in block.rows], indent)
        rows = [child for child in made if child.tag.endswith("}tr")]
        for at, (row, element_) in enumerate(zip(block.rows, rows, strict=True)):
            self._row(row, element_, at == 0, block if at == 0 else None)
        return made

    def _row(self, row: TrackedRow, made: Any, head: bool, block: TrackedBlock | None) -> None:
        mark: Mark = {"moved-from": "removed", "moved-to": "added"}.get(row.mark, row.mark)  # type: ignore[assignment]
        if mark != "same":
            made.find("{*}trPr").append(self._change(mark))
        for at, (pieces, held) in enumerate(
            zip(row.cells, [one for one in made if one.tag.endswith("}tc")], strict=True)
        ):
            words = self._words(piece._replace(mark=mark) if row.mark != "same" else piece for piece in pieces)
            inner = paragraph(names.HEAD_CELL if head else names.CELL)
            inner.extend(self._under_names(block, words) if block and block.opens and at == 0 else words)
            if mark != "same":
                inner.pPr.append(element("rPr", self._change(mark)))
            held.replace(held.find("{*}p"), inner)

    def _under_names(self, block: TrackedBlock, children: list[Any]) -> list[Any]:
        if self._named:
            stays = any(piece.mark == "same" for piece in (*block.label, *block.pieces))
            empty = self._file.next_id() if block.depth and block.opens and not stays else ""
            for prefix, id in ((names.PROVISION, block.id), (names.HOLDER, block.holder), (names.EMPTY, empty)):
                if id:
                    self._met[prefix + id] += 1
                    name = names.bookmark(prefix, id, self._met[prefix + id])
                    children = bookmarked(self._file, name, children)
        return children
