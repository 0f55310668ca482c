"""Mark a Word file with the text that it was made from, in several places, and read the marks back.

Programs keep different parts of a file: Word keeps all of them, LibreOffice rewrites keywords and drops document
variables, some converters keep bookmarks only. One mark that is left is enough to know the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

_PROPERTY = "PolicybookSource"
_BOOKMARK = "pd_"
_DIGITS = 36
"""How many digits of the digest fit in a bookmark's name."""
_SOURCE = re.compile(r"policybook (?P<code>\S.*?) sha256[: ](?P<digest>[0-9a-f]{64})")
_PACKET = re.compile(r"policybook packet\b")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_CUSTOM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
    "</Properties>"
)


@dataclass(frozen=True, slots=True)
class BaseMark:
    """Which text a file says that it was made from."""

    codes: frozenset[str] = frozenset()
    """The policy's code as the marks say it; empty where only the digest is left."""
    digests: frozenset[str] = frozenset()
    """Hexadecimal digits with which the text's digest begins, as many as the mark keeps."""
    packet: bool = False
    """Whether the file is a packet."""

    @property
    def found(self) -> bool:
        """Return whether any mark is left."""
        return bool(self.digests) or self.packet

    def means(self, digest: str) -> bool:
        """Return whether every mark that is left means the text with this digest."""
        return bool(self.digests) and all(digest.removeprefix("sha256:").startswith(one) for one in self.digests)


def write(document: Any, source: str) -> None:
    """Put the mark into a document that python-docx holds, beside its keywords."""
    match = _SOURCE.fullmatch(source)
    _custom(document, source)
    settings = document.settings.element
    variables = etree.SubElement(settings, f"{{{_W}}}docVars")
    etree.SubElement(variables, f"{{{_W}}}docVar", {f"{{{_W}}}name": _PROPERTY, f"{{{_W}}}val": source})
    _in_order(settings, variables)
    if match:
        _bookmark(document, match["digest"])


def read(document: Any, package: dict[str, bytes]) -> BaseMark:
    """Return what the marks say; `package` holds the parts of the file by name."""
    names = [str(name) for name in document.element.body.xpath(".//w:bookmarkStart/@w:name")]
    return parse(list(_words(document, package)), names)


def parse(words: Sequence[str], names: Iterable[str]) -> BaseMark:
    """Return what the words of a file's properties and the names of its bookmarks say."""
    found = [match for one in words for match in _SOURCE.finditer(one)]
    kept = {name.removeprefix(_BOOKMARK) for name in names if re.fullmatch(rf"{_BOOKMARK}[0-9a-f]{{{_DIGITS}}}", name)}
    return BaseMark(
        frozenset(match["code"] for match in found),
        frozenset({match["digest"] for match in found} | kept),
        any(_PACKET.search(one) for one in words),
    )


def _words(document: Any, package: dict[str, bytes]) -> Iterator[str]:
    """Yield the words of every place that can hold the mark, whatever wrote the file."""
    for name, data in package.items():
        if name.lower().endswith(("core.xml", "custom.xml", "settings.xml")):
            try:
                root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
            except etree.XMLSyntaxError:
                continue
            for element in root.iter():
                yield from (str(value) for value in element.attrib.values())
                if element.text:
                    yield str(element.text)


def _custom(document: Any, source: str) -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    value = source.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    blob = _CUSTOM.format(name=_PROPERTY, value=value).encode()
    package = document.part.package
    package.relate_to(Part(PackURI("/docProps/custom.xml"), _CUSTOM_TYPE, blob, package), _CUSTOM_RELATION)


def _in_order(settings: Any, variables: Any) -> None:
    """Put the document variables where the schema of settings wants them: before rsids and what follows."""
    later = ("rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats", "shapeDefaults",
             "schemaLibrary", "decimalSymbol", "listSeparator")  # fmt: skip
    for child in settings:
        if child is not variables and etree.QName(child).localname in later:
            child.addprevious(variables)
            return


def _bookmark(document: Any, digest: str) -> None:
    """Put a bookmark named after the digest around the beginning of the first paragraph."""
    paragraph = next(iter(document.element.body.iter(f"{{{_W}}}p")), None)
    if paragraph is None:
        return
    number = "2147483000"
    start = etree.Element(
        f"{{{_W}}}bookmarkStart", {f"{{{_W}}}id": number, f"{{{_W}}}name": f"{_BOOKMARK}{digest[:_DIGITS]}"}
    )
    end = etree.Element(f"{{{_W}}}bookmarkEnd", {f"{{{_W}}}id": number})
    at = 1 if len(paragraph) and etree.QName(paragraph[0]).localname == "pPr" else 0
    paragraph.insert(at, start)
    paragraph.insert(at + 1, end)
