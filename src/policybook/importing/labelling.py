"""Understand labels that are typed with capital letters: "A. any student" is one where "B." follows further on."""

from __future__ import annotations

import re
from dataclasses import replace

from policybook.documents.manuscript import Block
from policybook.text import rich_text
from policybook.text.rich_text import Line, Span

_LETTER = re.compile(r"(?P<label>(?P<letter>[A-Z])[.)])\s+(?=\S)")
_ROMAN = re.compile(r"(?P<label>(?P<letter>[IVX]{1,6})[.)])\s+(?=\S)")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_LETTERS = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def lettered(found: list[Block]) -> list[Block]:
    """Return blocks in which capital letters and roman numbers that count on are labels."""
    for pattern, order in ((_ROMAN, _ROMANS), (_LETTER, _LETTERS)):
        found = _counted(found, pattern, order)
    return found


def capital(line: Line) -> tuple[str, Line]:
    """Return the label of a line that begins with a capital letter or a roman number and a stop, and the rest of it."""
    if line and not line[0].note:
        for pattern in (_ROMAN, _LETTER):
            match = pattern.match(rich_text.words(line))
            if match:
                return match["label"], without(line, match.end())
    return "", line


def _counted(found: list[Block], pattern: re.Pattern[str], order: tuple[str, ...]) -> list[Block]:
    read = list(found)
    open_: list[int] = []
    for at, block in enumerate(found):
        match = _match(block, pattern)
        if match is None or match["letter"] not in order:
            continue
        number = order.index(match["letter"])
        if number == 0:
            open_ = [at]
        elif open_ and number == len(open_):
            open_.append(at)
        else:
            continue
        if len(open_) == 2:
            read[open_[0]] = _with_label(found[open_[0]], pattern)
        if len(open_) > 1:
            read[at] = _with_label(block, pattern)
    return read


def _match(block: Block, pattern: re.Pattern[str]) -> re.Match[str] | None:
    if block.kind == "table" or block.label or block.mark or not block.lines or not block.lines[0]:
        return None
    first = block.lines[0][0]
    return pattern.match(rich_text.words(block.lines[0])) if not first.note else None


def _with_label(block: Block, pattern: re.Pattern[str]) -> Block:
    match = _match(block, pattern)
    if match is None:
        return block
    rest = rich_text.normal(without(block.lines[0], match.end()))
    if block.kind == "text" and _is_set_off(block):
        words = rich_text.normal([Span(rich_text.words(rest))])
        return replace(block, kind="heading", depth=1, label=match["label"], lines=(words,), opens=True)
    return replace(block, label=match["label"], lines=(rest, *block.lines[1:]), opens=True)


def _is_set_off(block: Block) -> bool:
    """Return whether a labelled line is a heading: short, without a stop at its end, bold or in capital letters."""
    words = rich_text.words(block.lines[0])
    strong = all(span.strong for span in block.lines[0] if span.text.strip())
    bare = words.partition(" ")[2]
    return (
        len(block.lines) == 1
        and len(words) <= 90
        and not words.endswith((".", ";", ":", ","))
        and (strong or bare.isupper())
    )


def without(line: Line, length: int) -> Line:
    """Return a line without its first characters."""
    kept = []
    for span in line:
        if span.note or length <= 0:
            kept.append(span)
        else:
            kept.append(span._replace(text=span.text[length:]))
            length -= len(span.text)
    return tuple(span for span in kept if span.text or span.note)
