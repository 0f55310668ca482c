"""Split prose into sentences."""

from __future__ import annotations

import re

_ABBREVIATIONS = (
    "No", "Nos", "Sec", "Secs", "Art", "Ch", "Chap", "Dr", "Mr", "Mrs", "Ms", "St", "Jr", "Sr", "Inc", "Co", "vs", "etc",
    "e.g", "i.e", "cf", "U.S", "U.S.C", "a.m", "p.m", "Stat", "Rev", "Wash", "approx", "Supt", "Núm", "Sra", "Ud", "p. ej",
)  # fmt: skip
_END = re.compile(r"(?<=[.!?…])[”’\"')\]]*\s+(?=[“‘\"'(\[¿¡]*[^\W\d_a-z])")
_UNFINISHED = re.compile(rf"(?:^|[\s(“‘\"'])(?:{'|'.join(map(re.escape, _ABBREVIATIONS))}|[A-Z])\.$")


def split(prose: str) -> list[str]:
    """Return the sentences of prose; an abbreviation and an initial end none."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(prose):
        piece = prose[start : match.end()].strip()
        if not _UNFINISHED.search(prose[start : match.start()].rstrip("”’\"')] ")):
            found.append(piece)
            start = match.end()
    rest = prose[start:].strip()
    return [*found, rest] if rest else found
