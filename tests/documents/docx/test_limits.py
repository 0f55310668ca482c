"""A hostile Word file is refused in one sentence, within bounded memory and work."""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile

import pytest

from policybook.documents import docx, drafts
from policybook.errors import PolicybookError

library = pytest.importorskip("docx", reason="python-docx is not installed")

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def file(body: str = "<w:p/>", **parts: bytes) -> bytes:
    """Return a Word file with this body; `parts` replace the parts whose names end so."""
    made, held = io.BytesIO(), io.BytesIO()
    library.Document().save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'.encode()
            for end, other in parts.items():
                data = other if name.endswith(f"{end}.xml") else data
            new.writestr(name, data)
    return held.getvalue()


def test_a_file_that_lies_about_its_size() -> None:
    data = file("<w:p/>" + " " * (40 << 20))
    lying = bytearray(data)
    for sign, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = 0
        while (start := lying.find(sign, start)) >= 0:
            if b"word/document.xml" in lying[start : start + 80]:
                lying[start + at : start + at + 4] = struct.pack("<I", 1000)
            start += 4
    with pytest.raises(PolicybookError, match=r"^x\.docx (isn't a Word file|unpacks to far more)"):
        docx.read(bytes(lying), "x.docx")


def test_millions_of_empty_paragraphs() -> None:
    with pytest.raises(PolicybookError, match="unpacks to far more"):
        docx.read(file("<w:p/>" * 1_200_000), "x.docx")


def test_a_cell_with_very_many_paragraphs() -> None:
    cell = "<w:p><w:r><w:t>a b</w:t></w:r></w:p>" * 60_000
    table = f"<w:tbl><w:tr><w:tc>{cell}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    (block,) = docx.read(file(table), "x.docx").accepted.blocks
    assert block.kind == "table"


def test_very_many_footnotes() -> None:
    mark = "<w:p>" + "".join(f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in range(1, 30_001)) + "</w:p>"
    body = file(mark)
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:t>n{n}</w:t></w:r></w:p></w:footnote>' for n in range(1, 30_001)
    )
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/_rels/document.xml.rels":
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
                relation = f'<Relationship Id="rF" Type="{kind}" Target="footnotes.xml"/></Relationships>'
                data = data.replace(b"</Relationships>", relation.encode())
            if name == "[Content_Types].xml":
                form = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
                override = f'<Override PartName="/word/footnotes.xml" ContentType="{form}"/></Types>'
                data = data.replace(b"</Types>", override.encode())
            new.writestr(name, data)
        new.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{_W}">{notes}</w:footnotes>')
    assert len(docx.read(held.getvalue(), "x.docx").accepted.notes) == 30_000
    with pytest.raises(PolicybookError, match="far more text than a policy"):
        drafts.read(held.getvalue(), "x.docx", None, None)


@pytest.mark.parametrize("other", [b"<x/>", b"", b"\xff\xfe", b"<a>&b;</a>"])
def test_properties_that_are_something_else(other: bytes) -> None:
    data = file("<w:p><w:r><w:t>Words of a rule.</w:t></w:r></w:p>", core=other)
    with contextlib.suppress(PolicybookError):
        assert docx.read(data, "x.docx").accepted.blocks
