"""Open a Word file from an untrusted source: check its kind and sizes before reading its content."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from policybook.documents.docx.library import docx
from policybook.errors import PolicybookError

_MOST_BYTES = 25 * 1024 * 1024
_MOST_UNPACKED = 150 * 1024 * 1024
_MOST_PARTS = 4000
_MOST_XML = 30 * 1024 * 1024
_MOST_TAGS = 1_000_000
"""A policy of a hundred pages has about a tenth of that."""
_CHUNK = 1 << 16
DAMAGED = "{name} can't be read as a Word file: it is damaged, or another kind of file."
_LARGE = "{name} unpacks to far more than a policy needs; copy its text into a new Word file."
_KINDS = (
    (b"%PDF", "is a PDF; Policybook reads the Word file it was made from"),
    (b"\xd0\xcf\x11\xe0", "is an old Word file (.doc) or is protected by a password; save it as .docx without one"),
    (b"{\\rtf", "is an RTF file; open it in Word and save it as .docx"),
)


def open_(data: bytes, name: str) -> Any:
    """Return a Word file as python-docx holds it; `name` is what messages call it.

    No external part is followed and no XML entity resolved. Raises PolicybookError for anything else than a Word
    file of a bearable size.
    """
    library = docx()
    for start, said in _KINDS:
        if data.startswith(start):
            raise PolicybookError(f"{name} {said}.")
    _check_size(data, name)
    try:
        found = library.Document(io.BytesIO(data))
        _ = found.element.body
    except Exception as error:  # whatever a broken package makes the library stumble over
        raise PolicybookError(DAMAGED.format(name=name)) from error
    return found


def _check_size(data: bytes, name: str) -> None:
    if len(data) > _MOST_BYTES:
        raise PolicybookError(
            f"{name} is larger than {_MOST_BYTES // 1024 // 1024} MB; take out pictures and save it again."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as held:
            parts = held.infolist()
            if len(parts) > _MOST_PARTS:
                raise PolicybookError(_LARGE.format(name=name))
            _unpack(held, parts, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError) as error:
        raise PolicybookError(f"{name} isn't a Word file (.docx).") from error
    names = {part.filename for part in parts}
    if "word/document.xml" not in names and not any(part.startswith("word/") for part in names):
        kind = "an OpenDocument file; save it as .docx" if "content.xml" in names else "another kind of file"
        raise PolicybookError(f"{name} isn't a Word file (.docx) but {kind}.")


def _unpack(held: zipfile.ZipFile, parts: list[zipfile.ZipInfo], name: str) -> None:
    """Raise PolicybookError where the parts are too large, whatever sizes the file says they have."""
    unpacked = tags = 0
    for part in parts:
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise PolicybookError(f"{name} is packed in a way that Word doesn't use; save it in Word again.")
        is_xml, size = part.filename.endswith((".xml", ".rels")), 0
        with held.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                unpacked += len(chunk)
                tags += chunk.count(b"<") if is_xml else 0
                if unpacked > _MOST_UNPACKED or tags > _MOST_TAGS or (is_xml and size > _MOST_XML):
                    raise PolicybookError(_LARGE.format(name=name))
