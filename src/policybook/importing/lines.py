"""Prepare text that somebody typed, so that what is said about it in lines of its own is read as such."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policybook.importing.labels import field_of

_LABELLED = re.compile(r"\s*\**_{0,2}\s*([A-Za-z0-9][^:|\n]{1,44}?)\s*\**\s*:\s*\**\s*(.*)")
_SIGNED = re.compile(
    r"\s*\**(?:first\s+|last\s+|originally\s+|second\s+)?(?:approved|adopted|revised|reviewed|amended|effective|readopted)\b[^.]*\d",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:[•*+–—>#|-]|\(?(?:[0-9]{1,3}|[A-Za-z]|[ivxlc]{1,6})[.)])\s")
_TOP, _FOOT = 14, 60
"""How many lines of the top and of the foot are looked at."""
_DATES = frozenset(("adopted", "revised", "reviewed", "readings", "effective", "next_review"))
_SECTIONS = frozenset(("legal", "references", "resources"))


def separated(text: str) -> str:
    """Return a text in which each line of labels at the top and at the foot is a paragraph of its own.

    No word is changed; only empty lines are added.
    """
    lines = text.split("\n")
    filled = [at for at, line in enumerate(lines) if line.strip()]
    top, foot = set(_top(lines, filled)), set(_foot(lines, filled))
    return "\n".join(
        f"\n  {line.strip()}\n" if at in foot else f"\n{line.strip()}\n" if at in top else line
        for at, line in enumerate(lines)
    )


def is_label(line: str) -> bool:
    """Return whether a line says something about the text, as a label and a value."""
    match = _LABELLED.fullmatch(line)
    return bool(match and field_of(match[1])) or (len(line) < 200 and bool(_SIGNED.match(line)))


def _top(lines: list[str], filled: list[int]) -> Iterator[int]:
    """Yield the lines at the top up to the last one with a label among them, and the one after it."""
    first = filled[:_TOP]
    labelled = [at for at in first if is_label(lines[at]) or _CODED.fullmatch(lines[at])]
    for at in first:
        if labelled and at <= labelled[-1] and len(lines[at]) < 200 and not _LISTED.match(lines[at]):
            yield at


_CODED = re.compile(
    r"\s*(?:board\s+)?(?:policy|procedure|regulation|bylaw|exhibit|file|code)\s*(?:no\.?|number|code|#|:)*\s*[A-Z0-9][A-Z0-9.:/()-]{0,15}\s*",
    re.IGNORECASE,
)


def _foot(lines: list[str], filled: list[int]) -> Iterator[int]:
    """Yield the lines at the foot from the first label on, from which on only labels and short lines follow."""
    start = None
    loose = 0
    for at in reversed(filled[-_FOOT:]):
        line = lines[at]
        if is_label(line):
            start, loose = at, 0
            continue
        loose += 1
        if len(line.strip()) > 220 or loose > 25 or line.lstrip().startswith(("#", "|")):
            break
    for at in filled:
        if start is not None and at >= start:
            yield at
