"""Compile a Typst template with data into a PDF; words are passed as data, never as Typst markup."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC
from pathlib import Path
from typing import Any

from policybook.documents.docx.document import About, right_to_left
from policybook.documents.docx.library import MISSING
from policybook.errors import PolicybookError

_BASE = Path(__file__).with_name("base.typ")


def pdf(about: About, template: Path, data: Mapping[str, Any]) -> bytes:
    """Return a PDF of `data` as `template` lays it out: tagged, with title and language, in fonts that come with Typst.

    The same data gives the same bytes. Raises PolicybookError where Typst isn't installed.
    """
    try:
        import typst
    except ImportError as error:
        raise PolicybookError(MISSING) from error
    language, _, region = about.language.partition("-")
    held = {
        "title": about.title,
        "agency": about.author,
        "header": about.header,
        "pages": about.pages,
        "language": language,
        "region": region.lower() if len(region) == 2 else None,
        "rtl": right_to_left(about.language),
        **data,
    }
    words = json.dumps(held, ensure_ascii=False)

    def compiled(only_own_fonts: bool) -> bytes:
        made: bytes = typst.compile(
            _BASE.read_bytes() + template.read_bytes(),
            format="pdf",
            pdf_standards=["ua-1"],
            ignore_system_fonts=only_own_fonts,
            sys_inputs={"data": words},
            timestamp=about.when.replace(tzinfo=UTC),
        )
        return made

    try:
        return compiled(True)
    except typst.TypstError:  # a script that Typst's own fonts don't hold: those of this machine may
        try:
            return compiled(False)
        except typst.TypstError as error:
            raise PolicybookError(
                f"The PDF can't be made: {error.message}. If a script is missing, install a font that has it, such as "
                "Noto; or use Word (docx)."
            ) from error
