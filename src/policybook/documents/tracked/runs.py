"""Style the runs of a redline as the inline marks of each side say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple

from policybook.documents.tracked.blocks import Piece
from policybook.redline import Part
from policybook.redline.operations import kept
from policybook.text import rich_text
from policybook.text.rich_text import Span

_TOKEN = re.compile(
    r"\\([\\*\[\]()^|])|(\*+)|\[\^([a-z0-9-]+)\]|(\[)|\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)|\((policy:[^()\s]+)\)|(\n)"
)
Side = Literal["old", "new"]


class _Token(NamedTuple):
    mark: Literal["same", "added", "removed"]
    sign: str
    """What kind of mark it is, empty for words."""
    text: str


def formed(part: Part, old_notes: Collection[str], new_notes: Collection[str]) -> list[Piece] | None:
    """Return the words of a part with their form, a line end as words of their own.

    None where the form can't be told run by run, because a change cuts through a pair of marks: each text must
    then be shown whole.
    """
    tokens = [token for run in part for token in _tokens(run.mark, run.text)]
    old, new = _forms(tokens, "removed"), _forms(tokens, "added")
    pieces: list[Piece] = []
    for at, token in enumerate(tokens):
        here = new[at] if token.mark != "removed" else old[at]
        if token.mark == "same" and (old[at] is None) != (new[at] is None):
            return None
        if here is not None:
            pieces.append(Piece(token.mark, here))
    for side, notes in (("removed", old_notes), ("added", new_notes)):
        if _lines(pieces, side) != list(
            rich_text.lines(kept(part, "removed" if side == "removed" else "added"), notes)
        ):
            return None
    return pieces


def whole(mark: Literal["same", "added", "removed"], prose: str, notes: Collection[str]) -> list[Piece]:
    """Return all of a text under one mark."""
    pieces: list[Piece] = []
    for at, line in enumerate(rich_text.lines(prose, notes)):
        pieces += [Piece(mark, Span("\n"))] if at else []
        pieces += (Piece(mark, span) for span in line)
    return pieces


def _tokens(mark: Literal["same", "added", "removed"], text: str) -> Iterator[_Token]:
    at = 0
    for match in _TOKEN.finditer(text):
        if match.start() > at:
            yield _Token(mark, "", text[at : match.start()])
        at = match.end()
        escaped, stars, note, bracket, target, policy, _ = match.groups()
        if escaped:
            yield _Token(mark, "", escaped)
        elif stars:
            yield _Token(mark, stars, stars)
        elif note:
            yield _Token(mark, "note", note)
        elif bracket:
            yield _Token(mark, "[", "[")
        elif policy:
            yield _Token(mark, "policy", policy)
        elif target is not None:
            yield _Token(mark, "]", target)
        else:
            yield _Token(mark, "end", "\n")
    if at < len(text):
        yield _Token(mark, "", text[at:])


def _forms(tokens: list[_Token], side: Literal["added", "removed"]) -> list[Span | None]:
    """Return what each token shows on one side, None for a mark that is seen only in the form of words."""
    found: list[Span | None] = [None] * len(tokens)
    strong = emphasis = False
    opened: list[int] = []
    for at, (mark, sign, text) in enumerate(tokens):
        if mark not in ("same", side):
            continue
        if sign == "":
            found[at] = Span(text, strong, emphasis)
        elif sign == "note":
            found[at] = Span("", note=text)
        elif sign == "policy":
            words = "Policy " + text.removeprefix("policy:").partition("#")[0]
            found[at] = Span(words, strong, emphasis, rich_text.leads(text))
        elif sign == "[":
            opened.append(at)
        elif sign == "]" and opened:
            for inner in range(opened.pop(), at):
                held = found[inner]
                found[inner] = held._replace(link=rich_text.leads(text)) if held and not held.note else held
        elif sign == "end":
            found[at], strong, emphasis, opened = Span("\n"), False, False, []
        else:
            strong ^= len(sign) in (2, 3)
            emphasis ^= len(sign) in (1, 3)
    return found


def _lines(pieces: list[Piece], side: str) -> list[rich_text.Line]:
    lines: list[list[Span]] = [[]]
    for mark, span, _, _ in pieces:
        if mark in ("same", side):
            if span.text == "\n":
                lines.append([])
            else:
                lines[-1].append(span)
    return [line for line in map(rich_text.normal, lines) if line]
