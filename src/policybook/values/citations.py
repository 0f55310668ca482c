"""Read a legal citation: which code of law, which section of it."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBER = r"[0-9]+[A-Za-z]?(?:[.:-][0-9]+[A-Za-z]?)*"
_BEFORE = re.compile(rf"(?P<section>{_NUMBER})\s+(?P<code>U\.?\s?S\.?\s?C\.?|C\.?\s?F\.?\s?R\.?|WAC|RCW)(?!\w)")
_AFTER = re.compile(
    r"(?P<code>[A-Z][A-Za-z.]*(?:\s+[A-Z][A-Za-z.]*){0,4}?)\s*(?:§+|[Cc]h(?:apter|\.)|[Ss]ec(?:tion|\.)|[Tt]itle)?\s*"
    rf"(?P<section>{_NUMBER})"
)
_REST = re.compile(rf"\s*(?:§+|[Pp]art|[Ss]ec(?:tion|\.))?\s*(?P<section>{_NUMBER})")


class Citation(NamedTuple):
    """A place in the law."""

    code: str
    """The code of law, such as RCW, WAC, USC or Idaho Code."""
    section: str
    """As it is numbered there, such as 28A.642.010 or 20 § 1681."""


def parse(cite: str) -> Citation | None:
    """Return where a citation points, or None where it names no code and section, as a court's case does."""
    words = " ".join(cite.replace("\u00a0", " ").split())
    match = _BEFORE.search(words)
    if match is not None:
        code = re.sub(r"[.\s]", "", match["code"])
        rest = _REST.match(words, match.end())
        return Citation(code, f"{match['section']} § {rest['section']}" if rest else match["section"])
    match = _AFTER.search(words)
    if match is None:
        return None
    return Citation(re.sub(r"\s+(?:Chapter|Section|Title|Sec\.|Ch\.)$", "", match["code"].strip()), match["section"])


def sort_key(citation: Citation) -> tuple[str, list[tuple[int, str]]]:
    """Return what citations are sorted by: the code, then the numbers of the section as numbers."""
    parts = re.findall(r"[0-9]+|[A-Za-z]+", citation.section)
    return citation.code.lower(), [(int(part), "") if part.isdigit() else (0, part) for part in parts]
