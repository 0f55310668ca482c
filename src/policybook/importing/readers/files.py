"""Find the documents in a folder and read each with the reader for its format."""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from policybook.documents import odt
from policybook.documents.drafts import plain_text
from policybook.documents.manuscript import Block, Manuscript
from policybook.errors import PolicybookError
from policybook.importing import lines, structure
from policybook.importing.document import Document, Label, Reading, Unreadable
from policybook.importing.readers import docx, html, markdown, office, pdf, portal, sheets
from policybook.text import rich_text

_MOST_BYTES = 40 << 20
_PASSED_OVER = re.compile(r"\..*|~\$.*|.*~|Thumbs\.db|desktop\.ini|import\.yml|import-report\.html", re.IGNORECASE)
_ASSETS = frozenset(
    [
        ".css",
        ".js",
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".svg",
        ".ico",
        ".woff",
        ".woff2",
        ".ttf",
        ".map",
        ".webp",
        ".bmp",
        ".tif",
        ".tiff",
        ".mp4",
    ]
)
_FOLDERS = re.compile(r".*_files|\.git|node_modules|__MACOSX", re.IGNORECASE)

Found = Document | Unreadable
Index = list[tuple[Label, ...]]


def documents(folder: Path, seen: Callable[[int, int], None] = lambda done, of: None) -> tuple[list[Found], Index]:
    """Return every document below a folder in the order of their paths, and the rows of indexes among them."""
    paths = list(_below(folder))
    found: list[Found] = []
    index: Index = []
    for done, path in enumerate(paths):
        seen(done, len(paths))
        name = path.relative_to(folder).as_posix() if folder.is_dir() else path.name
        if path.suffix.lower() in (".csv", ".tsv", ".xlsx"):
            try:
                index += sheets.read(_data(path), path.suffix.lower())
            except PolicybookError as error:
                found.append(Unreadable(name, str(error)))
        else:
            found += _read(path, name)
    seen(len(paths), len(paths))
    return found, index


def _below(folder: Path) -> Iterator[Path]:
    if folder.is_file():
        yield folder
        return
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(
            one for one in folders if not _FOLDERS.fullmatch(one) and not Path(parent, one).is_symlink()
        )
        for name in sorted(names):
            path = Path(parent, name)
            if (
                not _PASSED_OVER.fullmatch(name)
                and path.suffix.lower() not in _ASSETS
                and path.is_file()
                and not path.is_symlink()
            ):
                yield path


def _data(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise PolicybookError(f"It is larger than {_MOST_BYTES >> 20} MB, more than any policy.")
        return path.read_bytes()
    except OSError as error:
        raise PolicybookError(f"It can't be read: {error.strerror}.") from error


def _read(path: Path, name: str) -> Iterator[Found]:
    digest = ""
    try:
        data = _data(path)
        digest = hashlib.sha256(data).hexdigest()
        if not data.strip():
            raise PolicybookError("It is empty.")
        kind = _kind(data, path.suffix.lower())
        if kind == "json":
            for number, (reading, manuscript) in enumerate(portal.read(data), 1):
                yield _document(f"{name}#{number}", "json", digest, reading, manuscript)
            return
        reading = Reading()
        manuscript = _manuscript(data, kind, path, reading)
        parts = _parts(manuscript, reading)
        if len(parts) == 1:
            yield _document(name, kind, digest, reading, manuscript)
        else:
            yield from _split(name, kind, digest, reading, manuscript, parts)
    except PolicybookError as error:
        yield Unreadable(name, str(error).removeprefix(f"{path.name} ").removeprefix(f"{name} ").strip(), digest)
    except RecursionError:
        yield Unreadable(name, "It is nested too deeply to be a policy.", digest)
    except Exception as error:  # whatever a damaged file makes a reader stumble over: the others still come in
        why = f"It is damaged, or written in a way that isn't understood ({type(error).__name__}). Save it again, or as .docx."
        yield Unreadable(name, why, digest)


def _kind(data: bytes, suffix: str) -> str:
    """Return the format by what a file begins with, and by its name."""
    if data.startswith(b"%PDF"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "odt" if b"opendocument.text" in data[:200] or suffix == ".odt" else "docx"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "doc"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if suffix in (".html", ".htm", ".xhtml", ".mht", ".aspx") or re.match(
        rb"\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html)", data[:400], re.IGNORECASE
    ):
        return "html"
    known = {
        ".md": "md",
        ".markdown": "md",
        ".mdown": "md",
        ".rst": "rst",
        ".json": "json",
        ".jsonl": "json",
        ".ndjson": "json",
        ".txt": "txt",
        ".text": "txt",
        "": "txt",
    }
    if suffix in known:
        return known[suffix]
    if suffix in (".docx", ".docm", ".odt", ".pdf", ".doc", ".rtf"):
        raise PolicybookError(f"It is damaged: it doesn't begin as a {suffix} file does. Take another copy of it.")
    raise PolicybookError(f"It is no document that can be read ({suffix or 'no ending'}).")


def _manuscript(data: bytes, kind: str, path: Path, reading: Reading) -> Manuscript:
    if kind in ("doc", "rtf"):
        data, kind = office.as_docx(data, f".{kind}"), "docx"
    if kind == "docx":
        return docx.read(data, path.name, reading)
    if kind == "odt":
        return odt.read(data, reading)
    if kind == "pdf":
        return pdf.read(data, reading)
    if kind == "html":
        return html.read(data, reading)
    text = _text(data)
    if kind == "md":
        return markdown.read(text, reading)
    if kind == "rst":
        return html.read(_rst(text), reading)
    reading.hold(text.split("\n"))
    return plain_text.read(lines.separated(text))


def _text(data: bytes) -> str:
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise PolicybookError("It is no text.")
    for name in ("utf-8-sig", "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8", "cp1252"):
        try:
            return data.decode(name).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise PolicybookError("Its characters can't be told: save it as UTF-8.")


def _rst(text: str) -> bytes:
    try:
        from docutils.core import publish_string
        from docutils.utils import SystemMessage
    except ImportError as error:
        raise PolicybookError("reStructuredText needs one more part: pip install 'policybook[import]'.") from error
    settings = {
        "raw_enabled": False,
        "file_insertion_enabled": False,
        "halt_level": 5,
        "report_level": 5,
        "_disable_config": True,
    }
    try:
        return bytes(publish_string(text, writer="html4css1" if False else "html5", settings_overrides=settings))
    except (SystemMessage, ValueError, TypeError) as error:
        raise PolicybookError("It can't be read as reStructuredText.") from error


def _document(name: str, kind: str, digest: str, reading: Reading, manuscript: Manuscript) -> Document:
    settled = structure.settled(manuscript, reading, typed=kind in ("txt", "pdf"))
    return Document(
        name,
        kind,
        digest,
        settled,
        tuple(reading.labels),
        tuple(reading.left_out),
        tuple(reading.words),
        tuple(reading.notes),
        tuple(reading.pieces),
        ours=reading.ours,
    )


_BEGINS = re.compile(
    r"(?:POLICY|Policy|PROCEDURE|Procedure|REGULATION|Regulation|BYLAW|Bylaw)\s+(?:No\.?\s*|#\s*)?(?=\S*[0-9A-Z])[0-9A-Z][0-9A-Z./-]*\b(?:\s*[-–—:.]\s*.+)?"
)


_CODED = re.compile(r"(?:[A-Z]{1,3}[- ]?)?[0-9]{3,5}(?:[.:-][0-9]{1,4})*[A-Z]{0,2}\b(?:\s*[-–—:.])?\s+\S.*")


def _coded(manuscript: Manuscript) -> list[int]:
    """Return where the highest headings stand, where nearly all of them begin with a code."""
    highest = min((block.depth for block in manuscript.blocks if block.kind == "heading"), default=0)
    heads = [at for at, block in enumerate(manuscript.blocks) if block.kind == "heading" and block.depth == highest]
    coded = [
        at
        for at in heads
        if _CODED.fullmatch(f"{manuscript.blocks[at].label} {structure.said(manuscript.blocks[at])}".strip())
    ]
    return coded if len(coded) >= 2 and len(coded) >= 0.8 * len(heads) else []


def _parts(manuscript: Manuscript, reading: Reading) -> list[list[Block]]:
    """Return the blocks of each policy of a file that holds a whole series: each begins with a heading that has a code."""
    starts = [
        at for at, block in enumerate(manuscript.blocks)
        if block.kind == "heading" and _BEGINS.fullmatch(f"{block.label} {structure.said(block)}".strip())
    ]  # fmt: skip
    if len(starts) < 2:
        starts = _coded(manuscript)
    if len(starts) < 2:
        return [list(manuscript.blocks)]
    ends = [*starts[1:], len(manuscript.blocks)]
    before = list(manuscript.blocks[: starts[0]])
    return [
        *([before] if before else []),
        *(list(manuscript.blocks[start:end]) for start, end in zip(starts, ends, strict=True)),
    ]


def _split(
    name: str, kind: str, digest: str, reading: Reading, manuscript: Manuscript, parts: list[list[Block]]
) -> Iterator[Document]:
    """Yield a document for each policy; the words of the file are shared out in order.

    A file whose words can't all be shared out stays one document.
    """
    shared = [_part(manuscript, blocks) for blocks in parts]
    first = shared[0][0]
    first.left_out += reading.left_out
    first.hold([part.words for part in reading.left_out])
    if manuscript.title:
        first.hold([manuscript.title])
        first.leave_out(manuscript.title, "the title of the whole file")
    if Counter(reading.words) - Counter(word for own, _ in shared for word in own.words):
        yield _document(name, kind, digest, reading, manuscript)
        return
    for number, (own, part) in enumerate(shared, 1):
        made = _document(f"{name}#{number}", kind, digest, own, part)
        yield replace(made, notes=(*made.notes, *reading.notes, f"It is part {number} of {len(parts)} of the file."))


def _part(manuscript: Manuscript, blocks: list[Block]) -> tuple[Reading, Manuscript]:
    """Return one policy of a file, with the footnotes that it refers to."""
    lines = [line for block in blocks for line in (*block.lines, *(cell for row in block.rows for cell in row))]
    named = {span.note for line in lines for span in line if span.note}
    notes = {name: words for name, words in manuscript.notes.items() if name in named}
    own = Reading()
    own.hold(
        [*(word for block in blocks for word in structure.all_words(block)), *map(rich_text.words, notes.values())]
    )
    return own, Manuscript("", tuple(blocks), notes)
