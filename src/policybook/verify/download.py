"""Verify a downloaded file of any kind against the record; the file is untrusted."""

from __future__ import annotations

import re
from pathlib import Path

from policybook.errors import PolicybookError
from policybook.model import Manual
from policybook.text import page_body
from policybook.verify import html_page, json_file
from policybook.verify.result import ProofResult

LARGEST = 16 << 20
_RECORD = ProofResult(
    ("the record",),
    unknown=("Whether the record itself was altered: `policybook verify`, with an anchor, tells that.",),
)
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def is_archive(path: Path) -> bool:
    """Return whether a file begins like a ZIP archive."""
    return _begin(path).startswith(b"PK")


def verify(manual: Manual, path: Path) -> ProofResult:
    """Return which revision the file at `path` is, and whether it agrees with the record.

    Raises PolicybookError where the file can't be read or nothing in it can be compared.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise PolicybookError(f"{path} is larger than {LARGEST >> 20} MiB, more than any page or data of a site.")
        raw = path.read_bytes()
    except OSError as error:
        raise PolicybookError(f"{path} can't be read: {error.strerror}.") from None
    if raw.startswith(b"%PDF"):
        raise PolicybookError(
            f"{path} is a PDF, whose words can't be compared safely. Give the digest that is printed in it: "
            "policybook verify --anchor sha256:…"
        )
    if raw.lstrip().startswith((b"{", b"[")):
        return _RECORD + json_file.verify(manual, json_file.read(raw))
    try:
        written = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PolicybookError(f"{path} isn't text in UTF-8: it is no page and no data of a site.") from None
    return _RECORD + html_page.verify(manual, written if written.lstrip().startswith("<") else _html(written))


def _html(markdown: str) -> str:
    """Return a Markdown page of the site as HTML."""
    try:
        return page_body.of(_FRONT.sub("", markdown.replace("\r\n", "\n"), count=1).strip("\n")).html
    except ValueError:
        raise PolicybookError("This is no page of a Policybook site: it is Markdown of another kind.") from None


def _begin(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(4)
    except OSError as error:
        raise PolicybookError(f"{path} can't be read: {error.strerror}.") from None
