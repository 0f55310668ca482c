"""Define the values of a redline: segments, runs of words, and operations.

A redline can't be untrue: on construction, accepting every operation must give the new text and rejecting every
one the old, or `Untrue` is raised.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from policybook.errors import PolicybookError

Mark = Literal["same", "added", "removed"]
Change = Literal["same", "changed", "replaced", "added", "removed", "moved-away", "moved-here"]
Relation = Literal["", "split", "merged"]


class Run(NamedTuple):
    """Words that stand in both texts, only in the new, or only in the old."""

    mark: Mark
    text: str


Part = tuple[Run, ...]
"""One value of a piece (its label, heading, text or a cell) as runs in reading order."""


class Row(NamedTuple):
    """A row of a table; one that is `same` stands in both texts and may have changes within its cells."""

    mark: Mark
    cells: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """One printed piece of a text: a provision or item without the items in it, the title, a footnote, a file."""

    at: str
    """Its address within the text: `purpose`, `how-notified.2.1`, `title`, `footnote:1`, `attachment:map.pdf`."""
    kind: str
    """`title`, `footnote`, `attachment`, or the kind of its provision."""
    id: str = ""
    """The permanent name, empty for an item that has none."""
    depth: int = 0
    """How many lists it stands in."""
    level: int = 1
    """The level of its heading: 1 to 4, 0 for the title."""
    label: str = ""
    mark: str = ""
    """The sign printed instead of a label."""
    heading: str = ""
    text: str = ""
    """Its prose with inline marks, white space normalised, paragraphs (or lines) separated by a line feed."""
    table: tuple[tuple[str, ...], ...] = ()
    was: str = ""
    """Where it came from: an id of the same policy, or `code#id`."""

    @property
    def stands(self) -> str:
        """Return where it belongs: `title`, `provision`, `footnote` or `attachment`."""
        return self.kind if self.kind in ("title", "footnote", "attachment") else "provision"


@dataclass(frozen=True, slots=True)
class Op:
    """What becomes of one piece.

    `old` and `new` are None where the piece doesn't stand at this place in that text. A moved piece has two
    operations: `moved-away` at its old place and `moved-here`, with the changes within, at the new one.
    """

    change: Change
    old: Unit | None
    new: Unit | None
    label: Part = ()
    heading: Part = ()
    text: Part = ()
    table: tuple[Row, ...] = ()
    other: Unit | None = None
    """Of a moved piece: what it was (moved here) or what it became (moved away)."""
    relation: Relation = ""
    """Whether the piece was split, or is part of a split; the same for merged."""
    kin: tuple[Unit, ...] = ()
    """The other pieces of that relation: where it came from, what it went into, what was taken in or split off."""
    went: str = ""
    """Of a removed piece: where it went in another policy, `3210#appeal`."""

    @property
    def unit(self) -> Unit:
        """Return the piece as it stands in the new text, or in the old where it is gone."""
        unit = self.new or self.old
        assert unit is not None
        return unit

    @property
    def before(self) -> Unit | None:
        """Return the piece as it was, also where it was elsewhere."""
        return self.other if self.change == "moved-here" else self.old

    @property
    def relabelled(self) -> bool:
        """Return whether its label is another one than before."""
        return self.change != "moved-away" and self.before is not None and any(run.mark != "same" for run in self.label)

    @property
    def reworded(self) -> bool:
        """Return whether words of a piece that stands in both texts changed."""
        parts = (self.heading, self.text, *(cell for row in self.table for cell in row.cells))
        marked = any(run.mark != "same" for part in parts for run in part)
        return marked or any(row.mark != "same" for row in self.table)


@dataclass(frozen=True, slots=True)
class End:
    """One of the two texts, as it is told apart from others."""

    id: str
    words: str
    """What it is called in a sentence: "the text of 10 March 2026"."""
    title: str = ""
    digest: str = ""
    date: str = ""
    """The day of the act that made it, as precise as it is known; empty for a proposal."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The two texts of a redline; `old` is None where there was none before."""

    code: str
    old: End | None
    new: End


class Untrue(PolicybookError):
    """A redline that doesn't give back the texts it is said to be between; nothing may be shown of it."""


@dataclass(frozen=True, slots=True)
class Redline:
    """The marked difference between two texts, in the reading order of the new one."""

    old: tuple[Unit, ...]
    new: tuple[Unit, ...]
    ops: tuple[Op, ...]
    changes: tuple[Op, ...] = field(init=False, repr=False, compare=False)
    """The operations that change something."""

    def __post_init__(self) -> None:
        _prove(accepted(self.ops), self.new, "accepting", "new")
        _prove(rejected(self.ops), self.old, "rejecting", "old")
        for op in self.ops:
            if op.change == "moved-here" and op.other is not None:
                _prove([_kept(op, op.other, "removed")], (op.other,), "undoing a move in", "old")
        object.__setattr__(self, "changes", tuple(op for op in self.ops if op.change != "same"))


def accepted(ops: Iterable[Op]) -> list[Unit]:
    """Return the pieces of the text that results when every change is accepted, built from the runs."""
    return [_kept(op, op.new, "added") for op in ops if op.new is not None]


def rejected(ops: Iterable[Op]) -> list[Unit]:
    """Return the pieces of the text that results when every change is rejected, built from the runs."""
    return [_kept(op, op.old, "removed") for op in ops if op.old is not None]


def kept(part: Part, mark: Mark) -> str:
    """Return the words of a part that are the same or have `mark`."""
    return "".join(run.text for run in part if run.mark in ("same", mark))


def _kept(op: Op, unit: Unit, mark: Mark) -> Unit:
    return replace(
        unit,
        label=kept(op.label, mark),
        heading=kept(op.heading, mark),
        text=kept(op.text, mark),
        table=tuple(tuple(kept(cell, mark) for cell in row.cells) for row in op.table if row.mark in ("same", mark)),
    )


def _prove(got: list[Unit], expected: tuple[Unit, ...], doing: str, which: str) -> None:
    if tuple(got) == expected:
        return
    where = next((pair[1].at for pair in zip(got, expected, strict=False) if pair[0] != pair[1]), "its end")
    raise Untrue(
        f"The redline is not exact and isn't shown: {doing} its changes doesn't give the {which} text (at ‘{where}’). "
        "This is a bug in Policybook, not in the record: please report it with the two texts."
    )
