"""Create a Word document: its package, styles, properties, lists and footnotes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from policybook.documents.docx import base_mark, styles
from policybook.documents.docx.library import docx

_RIGHT_TO_LEFT = ("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNUSED = ("stylesWithEffects", "webSettings", "customXml")


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself."""

    title: str
    author: str
    """Who publishes, and makes tracked changes."""
    language: str = "en"
    when: datetime = datetime(1980, 1, 1)
    subject: str = ""
    source: str = ""
    """Which text it holds, so that it is known when the file comes back."""
    header: str = ""
    """What stands at the head of each page, such as the policy's code and status."""
    pages: str = "Page {page} of {pages}"
    """How pages are numbered, in the file's language."""


class WordFile:
    """A document; `body` takes its paragraphs and tables."""

    def __init__(self, about: About) -> None:
        library = docx()
        from docx.oxml import parse_xml

        self.about = about
        self.document: Any = library.Document()
        part = self.document.part
        for key, rel in list(part.rels.items()):
            if rel.reltype.rpartition("/")[2] in _UNUSED:
                part.rels.pop(key)
        rtl = right_to_left(about.language)
        part._styles_part._element = parse_xml(styles.xml(_tongue(about.language), rtl))
        numbering = part.numbering_part.element
        for child in list(numbering):
            numbering.remove(child)
        section = self.document.sections[0]
        section.page_width, section.page_height = library.shared.Inches(8.5), library.shared.Inches(11)
        for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
            setattr(section, side, library.shared.Inches(1))
        properties = self.document.core_properties
        properties.title, properties.author, properties.language = (
            safe(about.title)[:255],
            safe(about.author)[:255],
            about.language,
        )
        properties.subject, properties.keywords, properties.comments = safe(about.subject)[:255], about.source, ""
        properties.last_modified_by = safe(about.author)[:255]
        properties.created = properties.modified = about.when
        self._ids = _count()
        self._write_margins(section)

    @property
    def body(self) -> Any:
        """Return the element that holds the paragraphs."""
        return self.document.element.body

    def _write_margins(self, section: Any) -> None:
        """Write the header, where there is one, and the page number of each page."""
        from policybook.documents.docx.elements import element, run

        if self.about.header:
            header = section.header.paragraphs[0]._p
            for child in list(header):
                header.remove(child)
            header.extend([element("pPr", element("pStyle", val="Header")), run(self.about.header)])
        footer = section.footer.paragraphs[0]._p
        for child in list(footer):
            footer.remove(child)
        footer.append(element("pPr", element("pStyle", val="Footer"), element("jc", val="center")))
        for part in re.split(r"(\{page\}|\{pages\})", self.about.pages):
            field = {"{page}": "PAGE", "{pages}": "NUMPAGES"}.get(part)
            footer.append(element("fldSimple", run("1"), instr=field) if field else run(part))

    def add(self, element: Any) -> None:
        """Put a paragraph or table at the end."""
        self.body.insert(len(self.body) - 1, element)  # before the section's own properties

    def next_id(self) -> str:
        """Return a number no bookmark, note or change of this document has yet."""
        return str(next(self._ids))

    def bytes(self) -> bytes:
        """Return the file: of the same text the same bytes, for no part of it is dated by the clock."""
        saved, held = io.BytesIO(), io.BytesIO()
        if self.about.source:
            base_mark.write(self.document, self.about.source)
        self.document.save(saved)
        with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
            for name in parts.namelist():
                packed.writestr(zipfile.ZipInfo(name), parts.read(name), zipfile.ZIP_DEFLATED)
        return held.getvalue()


def right_to_left(language: str) -> bool:
    """Return whether a language is written from right to left."""
    return language.partition("-")[0] in _RIGHT_TO_LEFT


def safe(words: str) -> str:
    """Return words without the characters that XML can't hold."""
    return _NOT_XML.sub("\ufffd", words)


def _tongue(language: str) -> str:
    return language if re.fullmatch(r"[A-Za-z0-9-]+", language) else "en"


def _count() -> Iterator[int]:
    number = 0
    while True:
        number += 1
        yield number
