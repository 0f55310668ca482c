"""Read an edited Word file: its text with every tracked change accepted, and with every one rejected."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, replace
from typing import Any

from policybook.documents.docx import base_mark, left_out, names, revision_view
from policybook.documents.docx.base_mark import BaseMark
from policybook.documents.docx.list_labels import Labels, ListLabel
from policybook.documents.docx.open import DAMAGED, open_
from policybook.documents.docx.paragraph_style import Styling
from policybook.documents.docx.revision_view import Paragraph, Side, Table
from policybook.documents.manuscript import Block, Form, Manuscript, cells
from policybook.errors import PolicybookError
from policybook.text import rich_text
from policybook.text.rich_text import Line, Span

_LIST_STYLE = re.compile(r"List(?:Bullet|Number|Continue)?([2-5]?)")
_FORMS: dict[str, Form] = {"PolicyQuote": "quote", "PolicyLines": "lines", "PolicyForm": "form", "PolicyNote": "note"}


@dataclass(frozen=True, slots=True)
class WordDocument:
    """What a Word file holds."""

    accepted: Manuscript
    rejected: Manuscript | None
    """The text before the tracked changes, or None where nothing is tracked."""
    base: BaseMark
    """Which text the file says it was made from."""
    ours: bool
    """Whether its paragraphs have the styles that Policybook writes."""
    has_ids: bool
    """Whether provisions in it have the hidden bookmarks that Policybook writes."""
    notices: tuple[str, ...] = ()
    """Sentences about what is left out of the text, and what hidden words are taken in."""


def read(data: bytes, name: str = "The file") -> WordDocument:
    """Return what a Word file holds; the ids of its blocks are those of its hidden bookmarks.

    An id that was too long for a bookmark is cut. Raises PolicybookError, with one sentence that begins with
    `name`, for anything that isn't a Word file of a bearable size.
    """
    document = open_(data, name)
    try:
        return _read(document, data)
    except PolicybookError:
        raise
    except Exception as error:  # a part that is no longer what the package says it is
        raise PolicybookError(DAMAGED.format(name=name)) from error


def _read(document: Any, data: bytes) -> WordDocument:
    reader = _Reader(document)
    body = document.element.body
    tracked = any(revision_view.is_tracked(root) for root in (body, reader.footnotes) if root is not None)
    accepted = reader.manuscript(body, "accepted")
    rejected = reader.manuscript(body, "rejected") if tracked else None
    named = any(block.id or block.holder for block in accepted.blocks)
    base = base_mark.read(document, _properties(data))
    notices = left_out.notices(document, base.found or named)
    return WordDocument(accepted, rejected, base, reader.ours, named, notices)


def _properties(data: bytes) -> dict[str, bytes]:
    """Return the small parts of a file in which its properties stand, wherever the program that saved it put them."""
    names = ("core.xml", "custom.xml", "settings.xml")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {
            part.filename: package.read(part) for part in package.infolist() if part.filename.lower().endswith(names)
        }


class _Reader:
    def __init__(self, document: Any) -> None:
        parts = {
            rel.reltype.rpartition("/")[2]: rel.target_part
            for rel in document.part.rels.values()
            if not rel.is_external
        }
        self._styling = Styling(document.styles.element if "styles" in parts else None)
        self._numbering = _root(parts.get("numbering"))
        self.footnotes = _root(parts.get("footnotes"))
        self._links = _links(document.part)
        self._note_links = _links(parts["footnotes"]) if "footnotes" in parts else {}
        self.ours = False

    def manuscript(self, body: Any, side: Side) -> Manuscript:
        """Return one side of the document."""
        side_of = _Side(self._styling, Labels(self._numbering), self._notes(side))
        for part in revision_view.flow(body, side, self._links):
            side_of.table(part) if isinstance(part, Table) else side_of.paragraph(part)
        self.ours = self.ours or side_of.ours
        return Manuscript(side_of.title, tuple(side_of.blocks), side_of.notes)

    def _notes(self, side: Side) -> dict[str, Line]:
        found: dict[str, Line] = {}
        for note in self.footnotes if self.footnotes is not None else ():
            parts = revision_view.flow(note, side, self._note_links)
            words: list[Span] = []
            for part in parts:
                words += [Span(" "), *part.spans] if isinstance(part, Paragraph) else []
            found[note.get(f"{names.W}id", "")] = rich_text.normal(span for span in words if not span.note)
        return found


class _Side:
    """The blocks of one side so far."""

    def __init__(self, styling: Styling, labels: Labels, words: dict[str, Line]) -> None:
        self._styling = styling
        self._labels = labels
        self._words = words
        self.title = ""
        self.blocks: list[Block] = []
        self.notes: dict[str, Line] = {}
        self._names: dict[Line, str] = {}
        """The name of the first footnote with these words."""
        self._number = 1
        self.ours = False

    def paragraph(self, found: Paragraph) -> None:
        style = self._styling.of(found.properties)
        counted = self._labels.next(*style.counted) if style.counted else None
        lines = _lines(self._noted(found))
        counts = counted and style.name.startswith(names.ITEM)
        if not lines and not (found.label.strip() or counts or _id(found, names.PROVISION) or _id(found, names.EMPTY)):
            return
        if style.name == "Title" and not self.title and not self.blocks:
            self.title = " ".join(rich_text.words(line) for line in lines)
        elif style.name == names.ATTACHED:
            return
        elif style.name == names.UNREFERRED:
            name = _id(found, names.NOTE) or found.label.strip()
            self.notes[name] = rich_text.normal(span for line in lines for span in (*line, Span(" ")))
            self._names.setdefault(self.notes[name], name)
        else:
            self.blocks.append(self._block(found, style.name, style.level, style.indent, counted, lines))

    def _block(
        self, found: Paragraph, style: str, level: int, indent: int, counted: ListLabel | None, lines: tuple[Line, ...]
    ) -> Block:
        label, mark = _label(found.label), ""
        label, mark = (label, mark) if any(sign.isalnum() for sign in label) else ("", label)
        if counted and not found.label:
            label, mark = counted.label, counted.mark
        block = Block("text", lines, 0, False, label, mark, _id(found, names.PROVISION), _id(found, names.HOLDER))
        if level:
            return replace(block, kind="heading", lines=(_unmarked(lines),), depth=level, opens=True)
        depth = _digits(style, names.ITEM_TEXT) or _digits(style, names.ITEM)
        if depth:
            self.ours = True
            opens = not style.startswith(names.ITEM_TEXT)
            return replace(block, depth=counted.depth if counted else depth, opens=opens or bool(block.id))
        own = style == names.PARAGRAPH or style == names.TEXT or style in _FORMS
        self.ours = self.ours or own
        if counted:
            return replace(block, depth=max(counted.depth, _listed(style)), opens=True)
        if _listed(style):
            goes_on = style.startswith("ListContinue")
            return replace(block, depth=_listed(style), opens=not goes_on, mark=block.mark or "•" * (not block.label))
        opens = style == names.PARAGRAPH or bool(block.id) or not own
        return replace(block, opens=opens, form=_FORMS.get(style, "text"))

    def table(self, found: Table) -> None:
        rows = [[rich_text.normal(self._noted(cell)) for cell in row] for row in found.rows]
        if not any(any(row) for row in rows):
            return
        id = next((_id(cell, names.PROVISION) for row in found.rows for cell in row if _id(cell, names.PROVISION)), "")
        depth = max(0, round((found.indent - 108) / names.INDENT)) if self.ours else 0
        self.blocks.append(Block("table", depth=depth, opens=bool(id), id=id, rows=cells(rows)))

    def _noted(self, found: Paragraph) -> list[Span]:
        """Return the words with the marks of footnotes under the names they go by here."""
        return [
            span._replace(note=self._note(*found.notes[int(span.note)])) if span.note else span for span in found.spans
        ]

    def _note(self, key: str, bookmark: str) -> str:
        words = self._words.get(key, ())
        name = names.id_of(bookmark, names.NOTE)
        if not re.fullmatch(r"[a-z0-9-]+", name):
            name = self._names.get(words) or self._next_number()
        self.notes.setdefault(name, words)
        self._names.setdefault(words, name)
        return name

    def _next_number(self) -> str:
        while str(self._number) in self.notes:
            self._number += 1
        return str(self._number)


def _lines(found: list[Span]) -> tuple[Line, ...]:
    """Return spans as lines, broken where a line was."""
    held: list[list[Span]] = [[]]
    for span in found:
        for at, part in enumerate(span.text.split("\n")):
            if at:
                held.append([])
            held[-1].append(span._replace(text=part))
    return tuple(line for line in map(rich_text.normal, held) if line)


def _unmarked(lines: tuple[Line, ...]) -> Line:
    """Return a heading's words: its form is the heading's."""
    return rich_text.normal([Span(" ".join(rich_text.words(line) for line in lines))])


def _label(written: str) -> str:
    return " ".join(written.split())


def _id(found: Paragraph, prefix: str) -> str:
    return next((id for name in found.names if (id := names.id_of(name, prefix))), "")


def _listed(style: str) -> int:
    """Return how deep in lists one of Word's own list styles stands: 2 for "List Bullet 2"; 0 for another style."""
    match = _LIST_STYLE.fullmatch(style)
    return int(match[1] or 1) if match else 0


def _digits(style: str, prefix: str) -> int:
    rest = style.removeprefix(prefix)
    return int(rest) if style.startswith(prefix) and rest.isdecimal() and len(rest) == 1 else 0


def _links(part: Any) -> dict[str, str]:
    return {key: rel.target_ref for key, rel in part.rels.items() if rel.is_external}


def _root(part: Any) -> Any:
    """Return the root of an XML part, parsed with entities left alone, or None."""
    if part is None:
        return None
    if hasattr(part, "element"):
        return part.element
    from docx.oxml import parse_xml

    try:
        return parse_xml(part.blob)
    except (SyntaxError, ValueError):
        return None
