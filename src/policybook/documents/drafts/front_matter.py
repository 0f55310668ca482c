"""Recognise the lines in which a document names itself and its dates: "POLICY 3210", "Adopted: 5/12/2014"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from policybook.documents.manuscript import Block, Manuscript
from policybook.text import rich_text

_NEAR = 8
"""How many paragraphs from the beginning and the end such lines are looked for."""
_CODE = re.compile(
    r"(?:(?:board\s+)?(?:policy|procedure|regulation|política)\s*)?(?:no\.?|number|code|#|:)*\s*(?P<code>{code})\.?",
    re.I,
)
_DAY = (
    r"(?:[0-9]{1,4}[./-][0-9]{1,2}(?:[./-][0-9]{2,4})?|[A-Z][a-záéíóú]{2,9}\.?\s+(?:[0-9]{1,2},?\s+)?[0-9]{4}|[0-9]{4})"
)
_STATUS = re.compile(
    r"(?:date\s+|last\s+|first\s+)?(?:adopted|adoption|revised|revision|reviewed|review|amended|approved|effective|readopted"
    r"|classification|adoptad[ao]|aprobad[ao]|revisad[ao])(?:\s+date|\s+by\s+the\s+board)?s?\s*[:\-–—]?\s*"
    rf"(?:essential|encouraged|priority|discretionary|(?:on\s+)?{_DAY}(?:\s*[,;]?\s*(?:and\s+)?{_DAY})*)?\s*[.;]?",
    re.I,
)


def take_out(read: Manuscript, codes: Sequence[str], title: str) -> tuple[Manuscript, tuple[str, ...]]:
    """Return a text without such lines, and the lines; a title beside the code, "3210 Fair Discipline", is kept as title."""
    blocks, taken, found = list(read.blocks), list[str](), read.title
    pattern = re.compile(_CODE.pattern.replace("{code}", "|".join(map(re.escape, codes)) or r"[0-9]{4}[A-Z]?"), re.I)
    near = {*range(min(_NEAR, len(blocks))), *range(max(0, len(blocks) - _NEAR), len(blocks))}
    kept: list[Block] = []
    for at, block in enumerate(blocks):
        words = _words(block)
        if at not in near or block.kind == "table" or not words or block.id:
            kept.append(block)
            continue
        code = pattern.match(words) if at < _NEAR else pattern.fullmatch(words)
        rest = words[code.end() :].strip(" \t:–—-.") if code else ""
        if code and (not rest or rest.casefold() == title.casefold()):
            taken.append(words)
            found = found or (title if rest else "")
        elif _STATUS.fullmatch(words) and (":" in words or re.search(_DAY, words)):
            taken.append(words)
        else:
            kept.append(block)
    if found and (code := pattern.match(found)) and found[code.end() :].strip(" \t:–—-."):
        found = found[code.end() :].strip(" \t:–—-.")
    elif found and pattern.fullmatch(found.strip()):
        taken.append(found)
        found = ""
    return replace(read, title=found, blocks=tuple(kept)), tuple(taken)


def _words(block: Block) -> str:
    sign = block.label if block.label else ""
    return " ".join([sign, *(rich_text.words(line) for line in block.lines)]).strip()
