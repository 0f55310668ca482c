"""Read a Word file, with what stands in its page headers and footers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from policybook.documents import docx
from policybook.documents.manuscript import Manuscript
from policybook.importing.document import Label, Reading

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNSEEN = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_MC}Fallback"))
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)


def read(data: bytes, name: str, reading: Reading) -> Manuscript:
    """Return the text with every tracked change accepted. Raises PolicybookError where the file can't be read."""
    found = docx.read(data, name)
    if found.rejected is not None:
        reading.notes.append("It has tracked changes; they are taken as accepted.")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {part.filename for part in package.infolist()}
        body = _words(package, "word/document.xml")
        notes = _words(package, "word/footnotes.xml") if "word/footnotes.xml" in parts else []
        for part in sorted(parts):
            for kind in ("header", "footer"):
                if part.startswith(f"word/{kind}") and part.endswith(".xml"):
                    words = " ".join(line for line in _words(package, part) if line.strip())
                    if words:
                        reading.hold([words])
                        reading.leave_out(words, f"page {kind}")
    reading.hold([*body, *notes])
    reading.ours = found.ours
    if len(found.base.codes) == 1:
        reading.labels.append(Label("Code", next(iter(found.base.codes)), "the file's properties"))
    reading.notes += found.notices
    return found.accepted


def _words(package: zipfile.ZipFile, part: str) -> list[str]:
    root = etree.fromstring(package.read(part), _PARSER)
    return list(_paragraphs(root))


def _paragraphs(root: Any) -> Iterator[str]:
    """Yield the words of each paragraph."""
    for paragraph in root.iter(f"{_W}p"):
        if not any(one.tag in _UNSEEN for one in paragraph.iterancestors()):
            yield "".join(_runs(paragraph))


def _runs(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter():
        within = list(element.iterancestors())
        nearest = next((one for one in within if one.tag == f"{_W}p"), None)
        if nearest is not paragraph or any(one.tag in _UNSEEN for one in within):
            continue
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield " "
        elif element.tag == f"{_W}noBreakHyphen":
            yield "-"
