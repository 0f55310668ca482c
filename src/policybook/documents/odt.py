"""Read an OpenDocument text (.odt), with the ids that Policybook hid in it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Protocol

from lxml import etree

from policybook.documents.docx import names
from policybook.documents.docx.lists import spell
from policybook.documents.manuscript import Block, Manuscript, cells
from policybook.errors import PolicybookError
from policybook.text import rich_text
from policybook.text.rich_text import Line, Span

_N = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
_MOST_UNPACKED = 60 << 20
_MOST_ELEMENTS = 400_000
_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_DEEPEST = 4
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)


class Listener(Protocol):
    """Is told which words a file holds, and which of them are left out and why."""

    def hold(self, pieces: Iterable[str]) -> None:
        """Take in the words of the document, a piece for each paragraph."""

    def leave_out(self, words: str, reason: str) -> None:
        """Take in words that are no part of the text."""


class Silent:
    """A listener that keeps nothing."""

    def hold(self, pieces: Iterable[str]) -> None:
        """Keep nothing."""

    def leave_out(self, words: str, reason: str) -> None:
        """Keep nothing."""


def marks(data: bytes) -> tuple[list[str], list[str]]:
    """Return the words of a file's properties and the names of its bookmarks, in which its base mark stands."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        held = {name: etree.fromstring(package.read(name), _PARSER) for name in package.namelist() if name in _MARKED}
    words = [str(part) for part in held["meta.xml"].itertext()] if "meta.xml" in held else []
    content = held.get("content.xml")
    starts = content.iter(_q("text:bookmark-start"), _q("text:bookmark")) if content is not None else ()
    return words, [one.get(_q("text:name"), "") for one in starts]


_MARKED = ("meta.xml", "content.xml")


def _q(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_N[prefix]}}}{local}"


_UNSEEN = frozenset(map(_q, ("text:tracked-changes", "office:annotation", "text:sequence-decls", "office:forms")))
_CONTENTS = frozenset(map(_q, ("text:table-of-content", "text:alphabetical-index", "text:illustration-index")))


def read(data: bytes, reading: Listener) -> Manuscript:
    """Return the text. Raises PolicybookError where the file can't be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > _MOST_UNPACKED:
                raise PolicybookError("It unpacks to far more than a policy needs.")
            content = etree.fromstring(package.read("content.xml"), _PARSER)
            styles = (
                etree.fromstring(package.read("styles.xml"), _PARSER) if "styles.xml" in package.namelist() else None
            )
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError, ValueError) as error:
        raise PolicybookError(
            "It can't be read as an OpenDocument text: it is damaged, or another kind of file."
        ) from error
    if sum(1 for _ in content.iter()) > _MOST_ELEMENTS:
        raise PolicybookError("It holds far more than a policy needs.")
    body = content.find(f".//{_q('office:text')}")
    if body is None:
        raise PolicybookError("It is an OpenDocument file, but not a text.")
    reader = _Reader(_Styles([one for one in (styles, content) if one is not None]), reading)
    reading.hold(_paragraphs(body))
    for part in styles.iter(_q("style:header"), _q("style:footer")) if styles is not None else ():
        words = " ".join(_paragraphs(part))
        reading.hold([words])
        reading.leave_out(words, f"page {etree.QName(part).localname}")
    reader.flow(body)
    return Manuscript(reader.title, tuple(reader.blocks), reader.notes)


class _Styles:
    """What styles say: bold, italic, the level of a heading, how a list is numbered."""

    def __init__(self, roots: list[Any]) -> None:
        self._styles: dict[str, Any] = {}
        self._lists: dict[str, Any] = {}
        for root in roots:
            for style in root.iter(_q("style:style")):
                self._styles[style.get(_q("style:name"), "")] = style
            for style in root.iter(_q("text:list-style")):
                self._lists[style.get(_q("style:name"), "")] = style

    def form(self, name: str | None, form: Span) -> Span:
        for style in reversed(self._line(name)):
            for found in style.iter(_q("style:text-properties")):
                weight, slant = found.get(_q("fo:font-weight")), found.get(_q("fo:font-style"))
                if weight:
                    form = form._replace(strong=weight == "bold" or weight in ("600", "700", "800", "900"))
                if slant:
                    form = form._replace(emphasis=slant in ("italic", "oblique"))
        return form

    def is_named(self, name: str | None, wanted: str) -> bool:
        return any(style.get(_q("style:name")) == wanted for style in self._line(name))

    def outline(self, name: str | None) -> int:
        """Return the level of a heading that is set as a paragraph, or 0."""
        for style in self._line(name):
            match = re.fullmatch(r"Heading_20_([1-6])", style.get(_q("style:name")) or "")
            if match:
                return int(match[1])
        return 0

    def level(self, name: str, depth: int) -> Any:
        style = self._lists.get(name)
        return (
            next((one for one in style if one.get(_q("text:level")) == str(depth)), None) if style is not None else None
        )

    def _line(self, name: str | None) -> list[Any]:
        found: list[Any] = []
        while name and name in self._styles and self._styles[name] not in found:
            found.append(self._styles[name])
            name = self._styles[name].get(_q("style:parent-style-name"))
        return found


class _Reader:
    def __init__(self, styles: _Styles, reading: Listener) -> None:
        self.blocks: list[Block] = []
        self.notes: dict[str, Line] = {}
        self.title = ""
        self._styles = styles
        self._reading = reading
        self._numbers: dict[str, list[int]] = {}
        self._noted: list[str] = []

    def flow(self, element: Any, depth: int = 0, style: str = "") -> None:
        for child in element:
            self._take(child, depth, style)

    def _take(self, child: Any, depth: int, style: str) -> None:
        if child.tag in _UNSEEN or not isinstance(child.tag, str):
            return
        if child.tag in _CONTENTS:
            self._reading.leave_out(" ".join(_paragraphs(child)), "table of contents")
        elif child.tag == _q("text:h"):
            self._heading(child)
        elif child.tag == _q("text:p") and not depth and self._styles.outline(child.get(_q("text:style-name"))):
            self._heading(child, self._styles.outline(child.get(_q("text:style-name"))))
        elif child.tag == _q("text:p"):
            self._paragraph(child, depth, "", "", False)
        elif child.tag == _q("text:list"):
            self._list(child, depth + 1, child.get(_q("text:style-name")) or style)
        elif child.tag == _q("table:table"):
            self._table(child, depth)
        else:
            self.flow(child, depth, style)

    def _heading(self, element: Any, level: int = 0) -> None:
        said = " ".join(rich_text.words(self._line(element)).split())
        level = level or int(element.get(_q("text:outline-level")) or 1)
        if said:
            heading = Block("heading", (rich_text.normal([Span(said)]),), min(level, _DEEPEST), True)
            self.blocks.append(_named(heading, element))

    def _paragraph(self, element: Any, depth: int, label: str, mark: str, opens: bool) -> None:
        name = element.get(_q("text:style-name"))
        line = self._line(element)
        lines = tuple(one for one in _broken(line) if one)
        if not lines:
            return
        if self._styles.is_named(name, "Title") and not self.blocks and not self.title:
            self.title = " ".join(rich_text.words(one) for one in lines)
            return
        if depth:
            self.blocks.append(_named(Block("text", lines[:1], depth, opens, label, mark), element))
            self.blocks += [Block("text", (one,), depth, False) for one in lines[1:]]
            return
        quote = self._styles.is_named(name, "Quotations")
        short = len(lines) > 1 and all(len(rich_text.words(one)) < 60 for one in lines)
        if short:
            self.blocks.append(_named(Block("text", lines, 0, True, form="lines"), element))
        else:
            blocks = [Block("text", (one,), 0, True, form="quote" if quote else "text") for one in lines]
            self.blocks += [_named(blocks[0], element), *blocks[1:]]

    def _list(self, element: Any, depth: int, style: str) -> None:
        key = f"{style}/{depth}"
        counted = self._numbers.setdefault(key, [0])
        if element.get(_q("text:continue-numbering")) != "true" and element.get(_q("text:continue-list")) is None:
            counted[0] = 0
        for item in element:
            if item.tag not in (_q("text:list-item"), _q("text:list-header")):
                continue
            value = item.get(_q("text:start-value"))
            begins = item.tag == _q("text:list-item")
            for child in item:
                if child.tag in (_q("text:p"), _q("text:h")):
                    label = mark = ""
                    if begins:
                        counted[0] = int(value) if value else counted[0] + 1
                        label, mark = self._label(style, depth, counted[0])
                    self._paragraph(child, depth, label, mark, begins)
                    begins = False
                else:
                    self._take(child, depth, style)

    def _label(self, style: str, depth: int, number: int) -> tuple[str, str]:
        level = self._styles.level(style, depth)
        if level is None or level.tag != _q("text:list-level-style-number"):
            return "", "•"
        start = int(level.get(_q("text:start-value")) or 1)
        kind = level.get(_q("style:num-format")) or ""
        if not kind:
            return "", "•"
        before, after = level.get(_q("style:num-prefix")) or "", level.get(_q("style:num-suffix")) or ""
        return f"{before}{spell(number + start - 1, _FORMATS.get(kind, ''))}{after}".strip(), ""

    def _table(self, element: Any, depth: int) -> None:
        rows = [row for row in element.iter(_q("table:table-row")) if _nearest(row, "table:table") is element]
        found = [[self._cell(cell) for cell in row if cell.tag == _q("table:table-cell")] for row in rows]
        across = max((len(row) for row in found), default=0)
        if across < 2:
            for row in rows:
                for cell in row:
                    self.flow(cell, depth)
            return
        kept = [row for row in found if any(row)]
        if kept:
            self.blocks.append(Block("table", depth=depth, rows=cells(_full(kept))))

    def _cell(self, cell: Any) -> Line:
        inner = _Reader(self._styles, Silent())
        inner.flow(cell)
        spans: list[Span] = []
        for block in inner.blocks:
            for line in block.lines:
                spans += [Span(" "), *([Span(f"{block.label} ")] if block.label else []), *line]
            for row in block.rows:
                spans += [span for part in row for span in (Span(" "), *part)]
        return rich_text.normal(spans)

    def _line(self, element: Any) -> Line:
        spans: list[Span] = []
        self._spans(element, self._styles.form(element.get(_q("text:style-name")), Span("")), spans)
        return tuple(spans)

    def _spans(self, element: Any, form: Span, spans: list[Span]) -> None:
        if element.text:
            spans.append(form._replace(text=element.text))
        for child in element:
            if child.tag == _q("text:s"):
                spans.append(form._replace(text=" "))
            elif child.tag == _q("text:tab"):
                spans.append(form._replace(text="  "))
            elif child.tag == _q("text:line-break"):
                spans.append(form._replace(text="\n"))
            elif child.tag == _q("text:note"):
                self._note(child, spans)
            elif child.tag == _q("text:a"):
                self._spans(child, form._replace(link=rich_text.leads(child.get(_q("xlink:href")) or "")), spans)
            elif child.tag == _q("text:span"):
                self._spans(child, self._styles.form(child.get(_q("text:style-name")), form), spans)
            elif isinstance(child.tag, str) and child.tag not in _UNSEEN:
                self._spans(child, form, spans)
            if child.tail:
                spans.append(form._replace(text=child.tail))

    def _note(self, note: Any, spans: list[Span]) -> None:
        name = str(len(self.notes) + 1)
        body = note.find(_q("text:note-body"))
        words: list[Span] = []
        for paragraph in body if body is not None else ():
            words += [Span(" "), *self._line(paragraph)]
        self.notes[name] = rich_text.normal(words)
        spans.append(Span("", note=name))


def _named(block: Block, element: Any) -> Block:
    """Return a block with the ids that its hidden bookmarks hold."""
    marked = [one.get(_q("text:name"), "") for one in element.iter(_q("text:bookmark-start"), _q("text:bookmark"))]

    def found(prefix: str) -> str:
        return next((id for mark in marked if (id := names.id_of(mark, prefix))), "")

    return replace(block, id=found(names.PROVISION), holder=found(names.HOLDER))


def _full(rows: list[list[Line]]) -> list[list[Line]]:
    across = max(len(row) for row in rows)
    full = [row + [()] * (across - len(row)) for row in rows]
    kept = [at for at in range(across) if any(row[at] for row in full)]
    return [[row[at] for at in kept] for row in full]


def _broken(line: Line) -> Iterator[Line]:
    held: list[Span] = []
    for span in line:
        for at, part in enumerate(span.text.split("\n")):
            if at:
                yield rich_text.normal(held)
                held = []
            held.append(span._replace(text=part) if part or not span.note else span)
    yield rich_text.normal(held)


def _nearest(element: Any, name: str) -> Any:
    return next((one for one in element.iterancestors() if one.tag == _q(name)), None)


def _paragraphs(root: Any) -> Iterator[str]:
    """Yield the words of each paragraph in printed order, notes after the paragraph that has them."""
    for element in root.iter(_q("text:p"), _q("text:h")):
        within = [one.tag for one in element.iterancestors()]
        if not any(tag in _UNSEEN or tag == _q("text:note") for tag in within):
            yield "".join(_text(element))
    for note in root.iter(_q("text:note-body")):
        yield " ".join("".join(_text(one)) for one in note)


def _text(element: Any) -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element:
        if child.tag in (_q("text:s"), _q("text:tab"), _q("text:line-break")):
            yield " "
        elif (
            isinstance(child.tag, str) and child.tag not in _UNSEEN and child.tag not in (_q("text:note"), _q("text:p"))
        ):
            yield from _text(child)
        if child.tail:
            yield child.tail
