"""Hold the content of a packet before it is written as Word or PDF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from policybook.model import Policy, Revision, Text
from policybook.redline import Redline


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of the memo with its answer."""

    asks: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    """The answer as a list, after the paragraphs."""


@dataclass(frozen=True, slots=True)
class Item:
    """What the board receives about one policy."""

    policy: Policy
    revision: Revision
    old: Text | None
    """The text that would be replaced, or None for a new policy."""
    memo: tuple[Entry, ...]
    redline: Redline
    changes: tuple[str, ...]
    """What the redline changes, in words."""

    @property
    def name(self) -> str:
        """Return the policy's code and title."""
        return f"{self.policy.code} {self.revision.title or self.policy.title}".strip()

    @property
    def text(self) -> Text:
        """Return the text of the clean copy: the revision's own, else the one that it leaves as it is."""
        text = self.revision if self.revision.makes_text else self.old
        assert text is not None
        return text


@dataclass(frozen=True, slots=True)
class Packet:
    """What the board receives for a meeting."""

    agency: str
    language: str
    day: date
    """The day on which it was made."""
    meeting: str
    """The meeting in words, empty where none is named."""
    notices: tuple[str, ...]
    """What must be said of all of it: that it is fiction, that the copy is unofficial."""
    items: tuple[Item, ...]

    @property
    def title(self) -> str:
        """Return what the packet is called."""
        if len(self.items) == 1:
            return f"Policy {self.items[0].name}"
        return f"{len(self.items)} policies for the board"
