"""Represent the paragraphs and tables of a document with tracked changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from policybook.documents.manuscript import Form
from policybook.redline.piece import Piece as Piece
from policybook.redline.piece import PieceMark as Mark

__all__ = ["Mark", "Piece", "TrackedBlock", "TrackedRow"]


class TrackedRow(NamedTuple):
    """A row of a table."""

    mark: Mark
    cells: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class TrackedBlock:
    """A paragraph or a table."""

    kind: Literal["title", "heading", "text", "table", "footnote", "attachment"]
    pieces: tuple[Piece, ...] = ()
    label: tuple[Piece, ...] = ()
    """The number, letter or sign printed before it."""
    end: Mark = "same"
    """Whether the paragraph ends here in both texts, or in one: else it runs on into the next."""
    depth: int = 0
    """A heading's level; else how deep in lists it stands."""
    opens: bool = False
    """Whether a provision or item begins here."""
    form: Form = "text"
    id: str = ""
    holder: str = ""
    """The id of a provision that has nothing but the list which begins here."""
    move: int = 0
    """The number of the move it takes part in, the same at both places; 0 for none."""
    rows: tuple[TrackedRow, ...] = ()
