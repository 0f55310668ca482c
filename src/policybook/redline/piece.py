"""Represent styled words of a redline: their mark, their form, and what became of them on the way."""

from __future__ import annotations

from typing import Literal, NamedTuple

from policybook.text.markup import Span

PieceMark = Literal["same", "added", "removed", "moved-from", "moved-to"]


class Piece(NamedTuple):
    """Words in one form that stand in both texts, or in one; a line feed among them ends a paragraph."""

    mark: PieceMark
    span: Span
    was: Span | None = None
    """Of words that stay: the form they had, where that is another one."""
    within: Literal["", "added", "removed"] = ""
    """What became on the way of words in what was moved."""

    @property
    def text(self) -> str:
        """Return the words."""
        return self.span.text

    def with_text(self, words: str) -> Piece:
        """Return other words in the same form."""
        return self._replace(span=self.span._replace(text=words))
