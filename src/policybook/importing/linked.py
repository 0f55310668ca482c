"""Follow links from one imported file to another: they become references to the policy that the other file is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from policybook.documents.manuscript import Block, Manuscript
from policybook.text.rich_text import Line

_MARK = "https://import.invalid/"
"""Where links to files lead until it is known which policy each file is."""
_FILE = re.compile(
    r"(?![a-z][a-z0-9+.-]*:|/|#)[^?#]*\.(?:html?|md|markdown|docx?|odt|pdf|rtf|txt|rst)(?:[?#].*)?", re.IGNORECASE
)
_IN_MARKDOWN = re.compile(r"(?<=\]\()([^()\s]+)(?=\))")


def held(target: str) -> str:
    """Return a link that keeps the name of the file it leads to, or an empty text where it leads to none."""
    return _MARK + quote(unquote(target)) if _FILE.fullmatch(target.strip()) else ""


def in_markdown(text: str) -> str:
    """Return a text in Markdown whose links to files keep the files' names."""
    return _IN_MARKDOWN.sub(lambda match: held(match[1]) or match[1], text)


def resolved(manuscript: Manuscript, codes: Mapping[str, str]) -> Manuscript:
    """Return a text whose links to files lead to policies; `codes` are by the files' names in small letters."""
    if not any(span.link.startswith(_MARK) for block in manuscript.blocks for line in _lines(block) for span in line):
        return manuscript

    def followed(line: Line) -> Line:
        return tuple(
            span._replace(link=_policy(span.link, codes)) if span.link.startswith(_MARK) else span for span in line
        )

    blocks = tuple(
        replace(
            block,
            lines=tuple(map(followed, block.lines)),
            rows=tuple(tuple(map(followed, row)) for row in block.rows),
        )
        for block in manuscript.blocks
    )
    return Manuscript(manuscript.title, blocks, {name: followed(line) for name, line in manuscript.notes.items()})


def _policy(link: str, codes: Mapping[str, str]) -> str:
    name = PurePosixPath(re.split("[?#]", unquote(link.removeprefix(_MARK)))[0]).name.lower()
    code = codes.get(name) or codes.get(PurePosixPath(name).stem)
    return f"policy:{code}" if code and re.fullmatch(r"[\w.:/-]+", code) else ""


def _lines(block: Block) -> tuple[Line, ...]:
    return (*block.lines, *(cell for row in block.rows for cell in row))
