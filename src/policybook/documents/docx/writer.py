"""Write the clean copy of a text into a Word document."""

from __future__ import annotations

from typing import Any

from policybook.documents.docx import lists, names
from policybook.documents.docx.document import About, WordFile
from policybook.documents.docx.elements import bookmarked, element, paragraph, run, span, table
from policybook.documents.docx.footnotes import Notes
from policybook.documents.manuscript import Block, Manuscript
from policybook.errors import PolicybookError
from policybook.text.rich_text import Line


def clean(manuscript: Manuscript, about: About) -> bytes:
    """Return a Word file that holds a text, each provision under its hidden permanent id.

    Raises PolicybookError where python-docx isn't installed, and for lists deeper than Word's.
    """
    file = WordFile(about)
    write_text(file, manuscript)
    return file.bytes()


def write_text(
    file: WordFile, manuscript: Manuscript, named: bool = True, title: str = "Title", below: int = 0
) -> None:
    """Put a text at the end of a document: `named` with its hidden ids, its title in the style `title`.

    Its headings stand `below` that many levels of the document's own.
    """
    layout = _Layout(file, manuscript, named, below)
    file.add(paragraph(title, run(manuscript.title)))
    for at, block in enumerate(manuscript.blocks):
        layout.put(block, at)
    for name, words in manuscript.notes.items():
        if not layout.notes.met(name):
            label = run(f"{name}\t", style=names.LABEL)
            inner = [label, *(span(file.document.part, part) for part in words)]
            held = bookmarked(file, names.bookmark(names.NOTE, name), inner) if named else inner
            file.add(paragraph(names.UNREFERRED, *held))


class _Layout:
    """Puts blocks one after the other, and knows which list is open at each depth."""

    def __init__(self, file: WordFile, manuscript: Manuscript, named: bool, below: int) -> None:
        self._file = file
        self._blocks = manuscript.blocks
        self._words = manuscript.notes
        self._named = named
        self._below = below
        self._lists: dict[int, _List] = {}
        self.notes = Notes(file)

    def put(self, block: Block, at: int) -> None:
        if block.depth > names.DEEPEST:
            raise PolicybookError(f"Lists in Word go {names.DEEPEST} deep; this text goes deeper.")
        if block.kind == "table":
            self._table(block)
            return
        children = [part for line in block.lines for part in (element("r", element("br")), *self._line(line))][1:]
        made = paragraph(style(block, self._below))
        label = block.label or block.mark
        if block.kind == "text" and block.depth and block.opens:
            label = self._listed(made, block, at)
        if label:
            children.insert(0, run(f"{label}\t", style=names.LABEL))
        made.extend(self._under_names(block, children))
        if block.kind == "heading" or not block.depth:
            self._lists = {}
        self._file.add(made)

    def _listed(self, made: Any, block: Block, at: int) -> str:
        """Give an item to the list that is open at its depth, or return the label that must be written out."""
        depth = block.depth
        self._lists = {key: value for key, value in self._lists.items() if key <= depth}
        if depth not in self._lists or block.holder or block.numbering:
            self._lists[depth] = _List(self._file, depth, _labels(self._blocks, at))
        key = self._lists[depth].key(block.label, block.mark)
        if key:
            made.pPr.append(element("numPr", element("ilvl", val=str(depth - 1)), element("numId", val=key)))
            return ""
        return block.label or block.mark

    def _table(self, block: Block) -> None:
        rows = [
            [paragraph(names.CELL if at else names.HEAD_CELL, *self._line(cell)) for cell in row]
            for at, row in enumerate(block.rows)
        ]
        if block.id and rows and rows[0]:
            first = rows[0][0]
            children = [child for child in first if not child.tag.endswith("}pPr")]
            first.extend(self._under_names(block, children))
        self._file.add(table(rows, block.depth * names.INDENT))
        if not block.depth:
            self._lists = {}

    def _line(self, line: Line) -> list[Any]:
        made: list[Any] = []
        for part in line:
            if part.note:
                made += self.notes.mark(part.note, self._words.get(part.note, ()), self._named)
            else:
                made.append(span(self._file.document.part, part))
        return made

    def _under_names(self, block: Block, children: list[Any]) -> list[Any]:
        if not self._named:
            return children
        empty = self._file.next_id() if block.depth and not children else ""
        for prefix, id in ((names.PROVISION, block.id), (names.HOLDER, block.holder), (names.EMPTY, empty)):
            if id:
                children = bookmarked(self._file, names.bookmark(prefix, id), children)
        return children


class _List:
    """One list being numbered: by Word where Word counts as the record does."""

    def __init__(self, file: WordFile, depth: int, labels: list[str]) -> None:
        self._file = file
        self._depth = depth
        self._marks: dict[str, str] = {}
        plain = lists.automatic(labels)
        self._counted = lists.counted(file, depth, *plain) if plain else ""

    def key(self, label: str, mark: str) -> str:
        """Return the number of Word's list for an item, empty where its label is written out."""
        if label:
            return self._counted
        if mark and mark not in self._marks:
            self._marks[mark] = lists.marked(self._file, self._depth, mark)
        return self._marks.get(mark, "")


def _labels(blocks: tuple[Block, ...], first: int) -> list[str]:
    """Return the labels of the items of the list whose first item stands at `first`."""
    depth = blocks[first].depth
    found: list[str] = []
    for at in range(first, len(blocks)):
        block = blocks[at]
        begins = at > first and block.depth == depth and bool(block.holder or block.numbering)
        if block.kind == "heading" or block.depth < depth or begins:
            break
        if block.kind == "text" and block.depth == depth and block.opens and block.label:
            found.append(block.label)
    return found


def style(block: Block, below: int = 0) -> str:
    """Return the style that says what a block is; a heading stands `below` that many levels."""
    if block.kind == "heading":
        return f"Heading{min(max(block.depth, 1), 4) + below}"
    if block.depth:
        return f"{names.ITEM if block.opens else names.ITEM_TEXT}{block.depth}"
    if block.form in names.FORMS:
        return names.FORMS[block.form]
    return names.PARAGRAPH if block.opens else names.TEXT
