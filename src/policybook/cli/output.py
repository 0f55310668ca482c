"""Print tables and prose: formatted with colour on a terminal, plain elsewhere."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from policybook.text.terminal import safe

if TYPE_CHECKING:
    from rich.console import Console

Row = Sequence[str]

_PADDING = 3
"""Columns that a cell takes beside its words."""
_NARROW = 60
"""Below this width the cells of a row are printed below each other, so that no word is broken."""


def on_terminal() -> bool:
    """Return whether to print colour: on a terminal, or as NO_COLOR, FORCE_COLOR and TERM say."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (is_terminal() and os.environ.get("TERM") != "dumb")


def is_terminal() -> bool:
    """Return whether standard output is a terminal."""
    return sys.stdout.isatty()


def is_interactive() -> bool:
    """Return whether a person can answer a prompt."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def table(head: Row, rows: Iterable[Row]) -> None:
    """Print a table: ruled on a terminal, or a list where that is narrow; tab-separated elsewhere."""
    if not is_terminal():
        for row in (head, *rows):
            print("\t".join(safe(cell) for cell in row))
        return
    from rich.padding import Padding
    from rich.text import Text

    console = _console()
    rows = [tuple(safe(cell) for cell in row) for row in rows]
    widths = _widths(head, rows, console.width)
    if widths is None or console.width < _NARROW:
        for row in rows:
            first, *rest = [cell for cell in row if cell]
            console.print(Text(first, "bold"), *(Padding(Text(cell), (0, 0, 0, 2)) for cell in rest), sep="\n")
        return
    from rich import box
    from rich.table import Table

    drawn = Table(box=box.SIMPLE_HEAD, header_style="bold")
    for at, title in enumerate(head):
        drawn.add_column(title, no_wrap=at == 0, overflow="fold", width=widths[at])
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    console.print(drawn)


def _widths(head: Row, rows: Sequence[Row], room: int) -> list[int] | None:
    """Return the width of each column, or None where a row fits only if a word is broken."""
    columns = list(zip(head, *rows, strict=True))
    natural = [max(map(len, cells)) for cells in columns]
    least = [max(len(word) for cell in cells for word in cell.split() or [""]) for cells in columns]
    least[0] = natural[0]
    spare = room - _PADDING * len(columns) - sum(least)
    if spare < 0:
        return None
    wanted = sum(natural) - sum(least)
    share = min(1.0, spare / wanted) if wanted else 1.0
    return [low + int((high - low) * share) for low, high in zip(least, natural, strict=True)]


def page(title: str, prose: str) -> None:
    """Print a title and paragraphs, wrapped to the terminal. Indented lines keep their layout."""
    if not is_terminal():
        print(f"{safe(title)}\n\n" + "\n".join(safe(line) for line in prose.split("\n")))
        return
    from rich.padding import Padding
    from rich.text import Text

    console = _console()
    console.print(Text(safe(title), "bold"))
    for paragraph in re.split(r"\n{2,}", prose):
        lines = [safe(line) for line in paragraph.split("\n")]
        console.print()
        if not all(line.startswith("    ") for line in lines):
            console.print(Text(" ".join(lines)))
            continue
        for line in lines:  # each keeps its place, and what is wrapped hangs below it
            inner = line.lstrip()
            console.print(Padding(Text(inner, "cyan"), (0, 0, 0, len(line) - len(inner))))


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False, width=None if sys.stdout.isatty() else 100)
