"""Hold an edited text in the record's shape, with the ids it keeps and those it was given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from policybook.model import Text
from policybook.values import digest


@dataclass(frozen=True, slots=True)
class Draft:
    """A text in the record's shape, with the ids it keeps and those it was given."""

    title: str
    provisions: list[Any]
    """As they stand under a revision's `text`."""
    footnotes: dict[str, str]
    given: tuple[str, ...] = ()
    """The ids of new provisions."""
    gone: tuple[str, ...] = ()
    """The ids of provisions of the text in force that are no more."""
    notices: tuple[str, ...] = ()
    """Sentences that the clerk should read: what was left out of the file, or taken from it in another way."""

    def says(self, base: Text) -> bool:
        """Return whether it is word for word a text that is held."""
        mine = digest.canonical(self.title, self.provisions, self.footnotes)
        return mine == digest.canonical(base.title, base.data["text"], base.footnotes)

    def text(self, path: str = "", subject: str = "") -> Text:
        """Return the draft as a text."""
        data: dict[str, Any] = {"title": self.title, "text": self.provisions}
        return Text(data | ({"footnotes": self.footnotes} if self.footnotes else {}), path, subject)
