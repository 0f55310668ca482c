"""Format the help of commands without breaking a line within a word, an option or a name such as `in-force`."""

from __future__ import annotations

from collections.abc import Iterable

import click

_HYPHEN = "\u2011"
"""A hyphen at which no line is broken; it is written as a plain one in the end."""


class HelpFormatter(click.HelpFormatter):
    """Click's formatter, with lines broken between words only."""

    def write_text(self, text: str) -> None:
        """Write a paragraph."""
        super().write_text(text.replace("-", _HYPHEN))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write a list of terms and what they mean."""
        super().write_dl([(term, meaning.replace("-", _HYPHEN)) for term, meaning in rows], col_max, col_spacing)

    def getvalue(self) -> str:
        """Return what was written."""
        return super().getvalue().replace(_HYPHEN, "-")


class Context(click.Context):
    """The context of every command, with its help formatter."""

    formatter_class = HelpFormatter
