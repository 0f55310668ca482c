"""Write a redline for a terminal: the list of changes, then each changed segment, in colour or plain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from policybook.redline.names import heading
from policybook.redline.operations import Ends, Op, Part, Redline, Row
from policybook.redline.styled import label, printed, restyled
from policybook.redline.summary import counted, entries, numbers
from policybook.text.i18n import ENGLISH, Say
from policybook.text.terminal import safe

Styled = tuple[str, str]
"""Words, and the style in which a terminal shows them."""

_SIGNS = {"same": ("", "", ""), "added": ("{+", "+}", "green underline"), "removed": ("[-", "-]", "red strike")}
_TAKEN = re.compile(r"\[-|-\]|\{\+|\+\}")


def render(redline: Redline, ends: Ends, say: Say = ENGLISH) -> str:
    """Return the redline as plain text."""
    return "".join(words for words, _ in pieces(redline, ends, say))


def show(redline: Redline, ends: Ends, say: Say = ENGLISH) -> None:
    """Print the redline with colour, what is gone struck through and what is new underlined."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    console.print(Text.assemble(*pieces(redline, ends, say)), end="")


def pieces(redline: Redline, ends: Ends, say: Say = ENGLISH) -> Iterator[Styled]:
    """Yield the redline as words with their styles; nothing in them moves a cursor or hides text."""
    yield f"{safe(heading(ends, say))}\n\n", "bold"
    found = entries(redline, say)
    yield f"{counted(found, say)}\n", ""
    for entry in found:
        yield f"  {entry.number}. {safe(entry.words)}\n", ""
    if not found:
        return
    yield "\n" + say("In the text below, {gone} is taken out and {come} is added.", gone="[-…-]", come="{+…+}"), "dim"
    yield "\n", ""
    number = numbers(found)
    for same, group in groupby(enumerate(redline.ops), key=lambda pair: pair[1].change == "same"):
        several = list(group)
        if same:
            left = say.many("one piece unchanged", "{n} pieces unchanged", len(several))
            yield f"\n      … {left} …\n", "dim"
            continue
        for at, op in several:
            yield "\n", ""
            yield from _op(op, number.get(at), say)


def _op(op: Op, number: int | None, say: Say) -> Iterator[Styled]:
    indent = "    " * op.unit.depth
    pad = " " * 6 + indent
    yield f"{f'({number})' if number else '':<6}{indent}", "bold"
    note = _note(op, say)
    if note:
        yield f"{safe(note)}\n{pad}", "italic"
    printed = label(op)
    yield from _part(printed, pad, say)
    yield " " if printed and (op.heading or op.text) else "", ""
    yield from _part(op.heading, pad, say)
    yield f"\n{pad}" if op.heading and op.text else "", ""
    yield from _part(op.text, pad, say)
    yield "\n", ""
    for row in op.table:
        yield from _row(row, pad, say)


def _row(row: Row, pad: str, say: Say) -> Iterator[Styled]:
    opens, closes, style = _SIGNS[row.mark]
    yield f"{pad}    {opens}| ", style
    for cell in row.cells:
        yield from _part(cell, pad, say, signs=row.mark == "same")
        yield " | ", style
    yield f"{closes}\n", style


def _note(op: Op, say: Say) -> str:
    if op.change == "moved-away":
        return say("moved away from here:")
    if op.change == "moved-here":
        return say("moved here:")
    if op.change == "replaced":
        return say("written anew:")
    return ""


def _part(part: Part, pad: str, say: Say, *, signs: bool = True) -> Iterator[Styled]:
    for piece in printed(part):
        opens, closes, style = _SIGNS[piece.mark]
        written = _TAKEN.sub(lambda match: "\\" + match[0], piece.text)
        lines = f"\n{pad}".join(safe(line) for line in written.split("\n"))
        yield f"{opens}{lines}{closes}" if signs else lines, style
        how = restyled(piece, say)
        if how:
            yield f" ({safe(how)})", "italic"
