"""Write a text as a tagged PDF (PDF/UA-1) with Typst."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from policybook.documents import manuscript
from policybook.documents.docx.document import About
from policybook.documents.pdf import blocks
from policybook.documents.pdf.typst import pdf
from policybook.model import Text

__all__ = ["clean", "pdf"]

_COPY = Path(__file__).with_name("copy.typ")


def clean(text: Text, about: About, under: str, notices: Sequence[str] = (), proof: str = "") -> bytes:
    """Return the clean copy of a text as a PDF: `under` and `notices` follow its title, `proof` closes it.

    Raises PolicybookError where Typst isn't installed.
    """
    shown = blocks.of_text(manuscript.of(text), 2, titled=False)
    return pdf(about, _COPY, {"under": under, "notices": notices, "blocks": shown, "proof": proof})
