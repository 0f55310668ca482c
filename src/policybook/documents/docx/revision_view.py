"""View a document with tracked changes as if all were accepted, or all rejected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from policybook.documents.docx import names
from policybook.documents.docx.names import W
from policybook.text.rich_text import Span, leads

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

Side = Literal["accepted", "rejected"]
_ABSENT = {"accepted": ("del", "moveFrom"), "rejected": ("ins", "moveTo")}
_TRACKED = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")
_WRAPPERS = (
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "smartTag",
    "customXml",
    "sdt",
    "sdtContent",
    "fldSimple",
    "dir",
    "bdo",
)


@dataclass(slots=True)
class Paragraph:
    """A paragraph as it reads on one side."""

    properties: Any
    """Its `w:pPr` on this side, or None."""
    spans: list[Span] = field(default_factory=list)
    label: str = ""
    """What stands before it in the style of a label."""
    names: list[str] = field(default_factory=list)
    """The bookmarks that begin in it."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """The footnotes it refers to: the number within the file, and the bookmark around the mark."""


@dataclass(slots=True)
class Table:
    """A table as it reads on one side."""

    rows: list[list[Paragraph]]
    indent: int
    """In twentieths of a point."""


def is_tracked(root: Any) -> bool:
    """Return whether anything in a part is a tracked change of words, paragraphs or cells."""
    return any(next(root.iter(f"{W}{name}"), None) is not None for name in _TRACKED)


def flow(body: Any, side: Side, links: dict[str, str]) -> list[Paragraph | Table]:
    """Return the paragraphs and tables of a part on one side; `links` gives the targets of its relations."""
    return list(_View(side, links).blocks(body))


class _View:
    def __init__(self, side: Side, links: dict[str, str]) -> None:
        self._absent = tuple(f"{W}{name}" for name in _ABSENT[side])
        self._rejected = side == "rejected"
        self._links = links

    def blocks(self, body: Any) -> Iterator[Paragraph | Table]:
        """Yield paragraphs and tables; a paragraph whose end is absent runs on into the next."""
        before: Paragraph | None = None
        for element in self._elements(body):
            if element.tag == f"{W}p":
                found = self._paragraph(element)
                found = _joined(before, found) if before else found
                before = found if self._runs_on(element) and (found.spans or found.label.strip()) else None
                if not self._runs_on(element):
                    yield found
            else:
                if before is not None:
                    yield before
                before = None
                yield self._table(element)
        if before is not None:
            yield before

    def _elements(self, parent: Any) -> Iterator[Any]:
        for child in parent:
            if child.tag in (f"{W}p", f"{W}tbl"):
                yield child
            elif child.tag not in self._absent and _local(child) in _WRAPPERS:
                yield from self._elements(child)

    def _paragraph(self, element: Any) -> Paragraph:
        found = Paragraph(self._properties(element, "pPr"))
        self._inline(element, found, Span(""), "")
        return found

    def _runs_on(self, element: Any) -> bool:
        """Return whether a paragraph's end isn't there on this side."""
        marks = element.find(f"{W}pPr/{W}rPr")
        return marks is not None and any(mark.tag in self._absent for mark in marks)

    def _inline(self, parent: Any, found: Paragraph, form: Span, note: str) -> None:
        for child in parent:
            name = _local(child)
            if child.tag in self._absent:
                continue
            if name == "r":
                self._run(child, found, form, note)
            elif name == "hyperlink":
                target = self._links.get(child.get(f"{_R}id", ""), "")
                anchor = child.get(f"{W}anchor", "")
                self._inline(child, found, form._replace(link=leads(target + (f"#{anchor}" if anchor else ""))), note)
            elif name == "bookmarkStart":
                mark = child.get(f"{W}name", "")
                note = mark if mark.startswith(names.NOTE) else note
                found.names.append(mark)
            elif name == "bookmarkEnd":
                note = ""
            elif name in _WRAPPERS:
                self._inline(child, found, form, note)

    def _run(self, run: Any, found: Paragraph, form: Span, note: str) -> None:
        properties = self._properties(run, "rPr")
        form = form._replace(strong=_on(properties, "b"), emphasis=_on(properties, "i"))
        style = _value(properties, "rStyle")
        for child in run:
            name = _local(child)
            if name == "footnoteReference":
                found.notes.append((child.get(f"{W}id", ""), note))
                found.spans.append(Span("", note=str(len(found.notes) - 1)))
                continue
            words = _words(child, name, self._rejected)
            if style == names.LABEL:
                found.label += words
            elif style == names.NOTE_MARK and words.strip():
                found.notes.append(("", names.NOTE + words.strip()))
                found.spans.append(Span("", note=str(len(found.notes) - 1)))
            elif words:
                found.spans.append(form._replace(text=words))

    def _table(self, element: Any) -> Table:
        rows = []
        for row in self._parts(element, "tr"):
            if self._gone(row.find(f"{W}trPr")):
                continue
            cells = [cell for cell in self._parts(row, "tc") if not self._gone(cell.find(f"{W}tcPr"))]
            rows.append([self._cell(cell) for cell in cells])
        written = _attribute(element.find(f"{W}tblPr"), "tblInd", "w")
        return Table(rows, int(written[:6]) if written.isdecimal() else 0)

    def _parts(self, parent: Any, name: str) -> Iterator[Any]:
        for child in parent:
            if child.tag == f"{W}{name}":
                yield child
            elif child.tag not in self._absent and _local(child) in _WRAPPERS:
                yield from self._parts(child, name)

    def _gone(self, properties: Any) -> bool:
        if properties is None:
            return False
        absent = self._absent + ((f"{W}cellIns",) if self._rejected else (f"{W}cellDel",))
        return any(child.tag in absent for child in properties)

    def _cell(self, cell: Any) -> Paragraph:
        """Return what stands in a cell as one paragraph; a table within it is read as words."""
        found = Paragraph(None)
        for part in _View("rejected" if self._rejected else "accepted", self._links).blocks(cell):
            inner = [part] if isinstance(part, Paragraph) else [one for row in part.rows for one in row]
            for one in inner:
                found.spans += [Span(" ")] if found.spans else []
                found = _joined(found, one)
        return found

    def _properties(self, element: Any, name: str) -> Any:
        """Return formatting; where a change of it is tracked, the rejected side has what was before."""
        held = element.find(f"{W}{name}")
        before = held.find(f"{W}{name}Change/{W}{name}") if held is not None and self._rejected else None
        return before if before is not None else held


def _joined(before: Paragraph, after: Paragraph) -> Paragraph:
    """Add a paragraph to the one before it, and return it in the form of the second, whose end is there."""
    shift = len(before.notes)
    before.spans += [Span(after.label)] if after.label else []
    before.spans += [span._replace(note=str(int(span.note) + shift)) if span.note else span for span in after.spans]
    before.names += after.names
    before.notes += after.notes
    before.properties = after.properties
    return before


def _words(child: Any, name: str, rejected: bool) -> str:
    if name == "t" or (name == "delText" and rejected):
        return child.text or ""
    if name in ("br", "cr"):
        return " " if child.get(f"{W}type") in ("page", "column") else "\n"
    return {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011"}.get(name, "")


def _on(properties: Any, name: str) -> bool:
    child = properties.find(f"{W}{name}") if properties is not None else None
    return child is not None and child.get(f"{W}val", "true") not in ("0", "false", "off", "none")


def _value(properties: Any, name: str) -> str:
    return _attribute(properties, name, "val")


def _attribute(properties: Any, name: str, key: str) -> str:
    child = properties.find(f"{W}{name}") if properties is not None else None
    return child.get(f"{W}{key}", "") if child is not None else ""


def _local(element: Any) -> str:
    tag = element.tag
    return tag.removeprefix(W) if isinstance(tag, str) and tag.startswith(W) else ""
