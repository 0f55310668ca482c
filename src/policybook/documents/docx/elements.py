"""Build the XML elements of a Word document: paragraphs, runs, links, bookmarks, tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from policybook.documents.docx.document import WordFile, safe
from policybook.documents.docx.library import docx
from policybook.text.rich_text import Span


def element(tag: str, /, *children: Any, **attributes: str) -> Any:
    """Return an element of WordprocessingML; attributes are of the same namespace."""
    docx()
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key.rstrip('_')}"), value)
    made.extend(children)
    return made


def paragraph(style: str, *children: Any) -> Any:
    """Return a paragraph in a style."""
    return element("p", element("pPr", element("pStyle", val=style)), *children)


def run(words: str, strong: bool = False, emphasis: bool = False, style: str = "", removed: bool = False) -> Any:
    """Return a run of words; a tab and a line end in it are kept."""
    form = []
    if style:
        form.append(element("rStyle", val=style))
    if strong:
        form += [element("b"), element("bCs")]
    if emphasis:
        form += [element("i"), element("iCs")]
    made = element("r", *([element("rPr", *form)] if form else []))
    for at, line in enumerate(safe(words).split("\n")):
        if at:
            made.append(element("br"))
        for inner, part in enumerate(line.split("\t")):
            if inner:
                made.append(element("tab"))
            if part:
                made.append(_text(part, removed))
    return made


def span(part: Any, words: Span, removed: bool = False) -> Any:
    """Return a span that is no footnote mark: a run, or a link around one, whose target `part` keeps."""
    style = "Hyperlink" if words.link else ""
    made = run(words.text, words.strong, words.emphasis, style, removed)
    return link(part, words.link, made) if words.link else made


def link(part: Any, target: str, *runs: Any) -> Any:
    """Return a link around runs."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn

    key = part.relate_to(safe(target), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    made = element("hyperlink", *runs)
    made.set(qn("r:id"), key)
    return made


def bookmarked(file: WordFile, name: str, children: Iterable[Any]) -> list[Any]:
    """Return elements between the two ends of a bookmark."""
    key = file.next_id()
    return [element("bookmarkStart", id=key, name=name), *children, element("bookmarkEnd", id=key)]


def table(rows: list[list[Any]], indent: int = 0, width: int = 9360) -> Any:
    """Return a table of paragraphs, the first row its head; `rows` may be of different lengths."""
    across = max((len(row) for row in rows), default=1)
    each = (width - indent) // max(across, 1)
    properties = element(
        "tblPr",
        element("tblStyle", val="PolicyTable"),
        element("tblW", w=str(each * across), type="dxa"),
        element("tblInd", w=str(indent + 108), type="dxa"),
        element(
            "tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1", noVBand="1"
        ),
    )
    grid = element("tblGrid", *(element("gridCol", w=str(each)) for _ in range(across)))
    made = element("tbl", properties, grid)
    for at, row in enumerate(rows):
        made.append(table_row([cell(each, content) for content in row], head=at == 0, short=across - len(row)))
    return made


def grid(rows: list[list[Any]], widths: Sequence[int], lined: bool = False) -> Any:
    """Return a table for layout, without a head: one paragraph in each cell, columns of these widths."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = element(
        "tblBorders",
        *(element(side, val="single" if lined else "nil", sz="4", space="0", color="B8C0CA") for side in sides),
    )
    width = element("tblW", w=str(sum(widths)), type="dxa")
    properties = element("tblPr", width, lines, element("tblLayout", type="fixed"))
    columns = element("tblGrid", *(element("gridCol", w=str(one)) for one in widths))
    held = (table_row([cell(one, content) for one, content in zip(widths, row, strict=True)]) for row in rows)
    return element("tbl", properties, columns, *held)


def field(code: str) -> Any:
    """Return a field that Word computes when it opens the file, such as a page number."""
    return element("fldSimple", run("1"), instr=code, dirty="true")


def table_row(cells: list[Any], head: bool = False, short: int = 0) -> Any:
    """Return a row; `short` says how many columns it lacks at its end."""
    properties = [element("gridAfter", val=str(short))] if short else []
    properties += [element("cantSplit")]
    properties += [element("tblHeader")] if head else []
    return element("tr", element("trPr", *properties), *cells)


def cell(width: int, content: Any) -> Any:
    """Return a cell that holds one paragraph."""
    return element("tc", element("tcPr", element("tcW", w=str(width), type="dxa")), content)


def _text(words: str, removed: bool) -> Any:
    made = element("delText" if removed else "t")
    made.text = words
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made
