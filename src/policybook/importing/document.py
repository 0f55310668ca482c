"""A document as it was read: its text as blocks, what it says about itself, and every word in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from policybook.documents.manuscript import Block, Manuscript
from policybook.text import rich_text

_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Label:
    """Something that a document says about itself, as a label and a value: "Adopted" and "10.99"."""

    name: str
    value: str
    where: str = ""
    """Where it stood: a table, a line, the front matter, the page header, a column."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of a document that are no part of the policy's text, and why."""

    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document, or one part of a document that holds several policies."""

    path: str
    """Relative to the folder that is imported, with forward slashes; a part has `#` and its number behind it."""
    format: str
    sha256: str
    manuscript: Manuscript
    labels: tuple[Label, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    words: tuple[str, ...] = ()
    """Every word and punctuation mark in the document, in order, found without looking at its structure."""
    notes: tuple[str, ...] = ()
    """Sentences about the reading that a person should know."""
    pieces: tuple[str, ...] = ()
    """The same words as `words`, a piece for each paragraph."""
    ours: bool = False
    """Whether it is one of Policybook's own exports, in which every link is as the record has it."""

    def plain(self) -> Document:
        """Return the document with its words as plain paragraphs, for one whose structure can't be kept word for word."""
        lines = (rich_text.normal([rich_text.Span(piece)]) for piece in self.pieces)
        blocks = tuple(Block("text", (line,), 0, True) for line in lines if line)
        note = "Its structure couldn't be kept word for word; its words stand as plain paragraphs."
        return replace(
            self, manuscript=Manuscript(self.manuscript.title, blocks), left_out=(), notes=(*self.notes, note)
        )


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A document that can't be taken, and why."""

    path: str
    why: str
    sha256: str = ""


@dataclass
class Reading:
    """What a reader has found so far."""

    labels: list[Label] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    ours: bool = False
    """Whether the file is one of Policybook's own exports, whose structure needs no guessing."""
    notes: list[str] = field(default_factory=list)

    def hold(self, pieces: Iterable[str]) -> None:
        """Take in the words of the document, a piece for each paragraph."""
        listed = [piece for piece in pieces if piece.strip()]
        self.pieces += listed
        self.words += all_tokens(listed)

    def leave_out(self, words: str, reason: str) -> None:
        """Say that words are left out, and why."""
        if words.strip():
            self.left_out.append(LeftOut(" ".join(words.split()), reason))


def tokens(text: str) -> list[str]:
    """Return the words and punctuation marks of a text; how they are spaced doesn't count."""
    return _TOKEN.findall(unicodedata.normalize("NFC", text))


def all_tokens(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the words and punctuation marks of several texts, in order."""
    return tuple(token for text in texts for token in tokens(text))
