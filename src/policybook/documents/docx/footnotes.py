"""Write the footnotes of a Word file."""

from __future__ import annotations

from typing import Any

from policybook.documents.docx import names
from policybook.documents.docx.document import WordFile
from policybook.documents.docx.elements import bookmarked, element, paragraph, run, span
from policybook.text.rich_text import Line

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Notes:
    """The footnotes of one document; a mark met again points to the same words once more."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._part: Any = None
        self._met: dict[str, int] = {}

    def mark(self, name: str, words: Line, named: bool = True) -> list[Any]:
        """Return the mark of a footnote and put its words at the foot of the page."""
        key = self._add(words)
        reference = element(
            "r", element("rPr", element("rStyle", val="FootnoteReference")), element("footnoteReference", id=key)
        )
        self._met[name] = self._met.get(name, 0) + 1
        if not named:
            return [reference]
        return bookmarked(self._file, names.bookmark(names.NOTE, name, self._met[name]), [reference])

    def met(self, name: str) -> bool:
        """Return whether the text has referred to a footnote."""
        return name in self._met

    def _add(self, line: Line) -> str:
        if self._part is None:
            self._begin()
        words = [span(self._part, part) for part in line if not part.note]
        key = self._file.next_id()
        sign = element("r", element("rPr", element("rStyle", val="FootnoteReference")), element("footnoteRef"))
        self._part.element.append(element("footnote", paragraph("FootnoteText", sign, run(" "), *words), id=key))
        return key

    def _begin(self) -> None:
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart
        from docx.oxml import parse_xml

        root = parse_xml(f'<w:footnotes xmlns:w="{_W}" xmlns:r="{_R}"/>')
        for key, kind, sign in (
            ("-1", "separator", "separator"),
            ("0", "continuationSeparator", "continuationSeparator"),
        ):
            root.append(element("footnote", element("p", element("r", element(sign))), type=kind, id=key))
        owner = self._file.document.part
        self._part = XmlPart(PackURI("/word/footnotes.xml"), _TYPE, root, owner.package)
        owner.relate_to(self._part, _RELATION)
