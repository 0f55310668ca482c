"""Hold the content of a packet before it is written as Word or PDF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from policybook.model import Policy, Revision, Text
from policybook.redline import Redline
from policybook.text.i18n import ENGLISH, Say


@dataclass(frozen=True, slots=True)
class MemoRow:
    """One question of the memo with its answer."""

    asks: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    """The answer as a list, after the paragraphs."""


@dataclass(frozen=True, slots=True)
class SinceReading:
    """What changed since the board last had the text before it."""

    heading: str
    warning: str
    redline: Redline
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """What whoever sends the packet says of it; the record doesn't hold these facts."""

    to: str = ""
    """To whom it goes; the board where nothing else is said."""
    sender: str = ""
    prepared_by: str = ""
    agenda_item: str = ""
    logo: bytes = b""
    """A picture for the letterhead: PNG, JPEG or, in a PDF, SVG."""


@dataclass(frozen=True, slots=True)
class Item:
    """What the board receives about one policy."""

    policy: Policy
    revision: Revision
    old: Text | None
    """The text that would be replaced, or None for a new policy."""
    memo: tuple[MemoRow, ...]
    redline: Redline
    changes: tuple[str, ...]
    """What the redline changes, in words."""
    proof: tuple[str, ...] = ()
    """The digests of its texts."""
    since: SinceReading | None = None
    """The changes since the last reading, or None where there are none or no reading's text is kept."""

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
    cover: Cover = Cover()
    head: tuple[tuple[str, str], ...] = ()
    """To, from, meeting and the like: each with its value."""
    joint_motion: str = ""
    """One motion for all of it, empty for a single policy."""
    say: Say = ENGLISH
    """The agency's language."""

    @property
    def is_draft(self) -> bool:
        """Return whether anything in it isn't adopted."""
        return any(not item.revision.done for item in self.items)

    @property
    def header(self) -> str:
        """Return what stands at the head of each page."""
        status = self.say("DRAFT: proposed, not adopted") if self.is_draft else ""
        return " · ".join(part for part in (self.agency, self.title, status) if part)

    @property
    def title(self) -> str:
        """Return what the packet is called."""
        if len(self.items) == 1:
            return self.say("Policy {name}", name=self.items[0].name)
        return self.say("{n} policies for the board", n=len(self.items))
