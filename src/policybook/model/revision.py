"""Revisions: one act of the board each, done or proposed, with the text it made."""

from __future__ import annotations

from typing import Any

from policybook.model.fact import Fact, fact
from policybook.model.lazy import once
from policybook.model.provision import Provision, provisions
from policybook.model.text_index import TextIndex, index_of
from policybook.model.view import View
from policybook.values import dates, digest

TEXTUAL = ("adopt", "revise", "correct")
"""The actions that make a text; the others leave it as it is."""


class Text(View):
    """Something with a title and provisions: a revision, a translation, a text presented at a reading."""

    def __init__(self, data: Any, path: str, subject: str) -> None:
        super().__init__(data, path, (), subject)
        self.holds_text = isinstance(data.get("text"), list)
        """Whether the text is in the record."""

    @property
    def title(self) -> str:
        """Return the title."""
        return self.text("title")

    @once
    def provisions(self) -> tuple[Provision, ...]:
        """Return the outermost provisions."""
        data = self._data.get("text")
        return provisions(data, self._path, self._subject) if isinstance(data, list) else ()

    @once
    def all_provisions(self) -> tuple[Provision, ...]:
        """Return every provision, items within items too, in printed order."""
        return tuple(inner for provision in self.provisions for inner in provision.walk())

    @once
    def index(self) -> TextIndex:
        """Return what occurs in the whole text, found without building its provisions."""
        data = self._data.get("text")
        return index_of(data if isinstance(data, list) else [])

    @once
    def by_id(self) -> dict[str, Provision]:
        """Return the provisions that have an id, by id."""
        return {provision.id: provision for provision in self.all_provisions if provision.id}

    @once
    def directions(self) -> tuple[Provision, ...]:
        """Return the strategic directions: the items of each provision of kind `strategies`."""
        if "strategies" not in self.index.kinds:
            return ()
        return tuple(
            item for provision in self.all_provisions if provision.kind == "strategies" for item in provision.items
        )

    @property
    def footnotes(self) -> dict[str, str]:
        """Return the footnotes, by name."""
        return self._data.get("footnotes") or {}

    @once
    def computed_digest(self) -> str:
        """Return the digest of the text as it stands, empty where the text isn't held."""
        data = self._data.get("text")
        if not isinstance(data, list):
            return ""
        return digest.of_text(self.title, data, self.footnotes, self._data.get("attachments") or ())


class Reading(View):
    """One presentation to the board, held or waived."""

    def __init__(self, data: Any, path: str, route: tuple[str | int, ...], subject: str, number: int) -> None:
        super().__init__(data, path, route, subject)
        self.number = int(data.get("number") or number)
        self.when = self.date("date")
        """The day it was held, or waived."""

    @property
    def waived(self) -> str:
        """Return the reason why it was waived, empty where it was held."""
        return self.text("waived")

    @property
    def amended(self) -> str:
        """Return how the text changed since the reading before: none, editorial, substantive."""
        return self.text("amended") or "none"


class Revision(Text):
    """One version of a policy's text with the act that made it."""

    def __init__(self, data: Any, path: str, id: str, code: str) -> None:
        super().__init__(data, path, f"{code}@{id}")
        self.id = id
        """The name its file gives it, once and for ever."""
        self.code = code
        """The code of the policy, as it is now."""
        self.action: str = data["action"]
        """What the act does: adopt, revise, reaffirm, renumber, suspend, rescind, correct."""
        self.acted = self.date("date")
        """The day of the act; None for a proposal and where the day was lost."""
        self.effective = self.date("effective") or self.acted
        """The day from which it binds: its own, or that of the act."""
        self.seen = self.date("seen")
        """A day on which a text without a date was found in force."""
        self.done = self.acted is not None or self.seen is not None
        """Whether the board has acted: without `date` or `seen` this is a proposal."""
        self.makes_text = self.action in TEXTUAL
        """Whether the act makes a text, held or not."""
        self.follows = self.text("follows")
        """The id of the act before."""
        self.emergency: dict[str, Any] = data.get("emergency") or {}
        """Why the act could not wait and when it lapses."""
        lapses = self.emergency.get("ratify_by") or self.emergency.get("expires")
        self.lapses = dates.parse(lapses) if lapses else None
        """The last day of an emergency act, unless a later act follows."""

    @property
    def date_fact(self) -> Fact | None:
        """Return the day of the act, with how it is known."""
        return fact(self, "date")

    @once
    def readings(self) -> tuple[Reading, ...]:
        """Return the readings, in the order in which they are written down."""
        found: list[Reading] = []
        for at, data in enumerate(self._data.get("readings") or ()):
            found.append(
                Reading(data, self._path, ("readings", at), self._subject, found[-1].number + 1 if found else 1)
            )
        return tuple(found)

    @property
    def outcome(self) -> str:
        """Return how a proposal ended: withdrawn, not-adopted, postponed; empty while it is open."""
        return self.text("outcome")

    @property
    def recorded(self) -> dict[str, Any]:
        """Return when, and from which source, the act was taken over from an existing manual."""
        return self._data.get("recorded") or {}

    @property
    def digest(self) -> str:
        """Return the digest as recorded."""
        return self.text("digest")

    @property
    def chain(self) -> str:
        """Return the chain as recorded."""
        return self.text("chain")

    @property
    def chained_text(self) -> str:
        """Return what the chain holds for the text: its digest, or that it isn't held, or that there is none."""
        if not self.makes_text:
            return digest.NO_TEXT
        return self.computed_digest or digest.NOT_HELD

    @property
    def references(self) -> tuple[Reference, ...]:
        """Return the policies and other documents that the text refers to, as adopted."""
        return references(self)

    @property
    def legal(self) -> tuple[Citation, ...]:
        """Return the law that the text names, as adopted."""
        return citations(self)


class Translation(Text):
    """A translation of one revision's text, bound to its digest."""

    def __init__(self, data: Any, path: str, of: str, language: str, code: str) -> None:
        super().__init__(data, path, f"{code}@{of}")
        self.revision_id = of
        self.language = language

    @property
    def of(self) -> str:
        """Return the digest of the text that was translated."""
        return self.text("of")

    @property
    def method(self) -> str:
        """Return who translated: human, machine, machine-checked."""
        return self.text("method")


class PresentedText(Text):
    """The text that was before the board at one reading."""

    def __init__(self, data: Any, path: str, of: str, number: int, code: str) -> None:
        super().__init__(data, path, f"{code}@{of}")
        self.revision_id = of
        self.number = number


class Reference(View):
    """A policy or document that a text refers to."""

    def __init__(self, data: Any, path: str, route: tuple[str | int, ...], subject: str) -> None:
        super().__init__({"code": data} if isinstance(data, str) else data, path, route, subject)
        self._is_plain = isinstance(data, str)

    @property
    def code(self) -> str:
        """Return the policy's code, empty where the reference is to something else."""
        return self.text("code")

    def code_at(self) -> Any:
        """Return where the code stands."""
        return self.at() if self._is_plain else self.at("code")


def references(view: View) -> tuple[Reference, ...]:
    """Return the references that a revision or a policy lists."""
    listed = view.get("references") or ()
    return tuple([Reference(data, *view.under("references", at)) for at, data in enumerate(listed)])


class Citation(View):
    """A citation of the law: as the agency cites it, and where it can be read."""

    @property
    def cite(self) -> str:
        """Return the citation."""
        return self.text("cite")


def citations(view: View) -> tuple[Citation, ...]:
    """Return the law that a revision or a policy cites."""
    listed = view.get("legal") or ()
    return tuple(
        [
            Citation({"cite": data} if isinstance(data, str) else data, *view.under("legal", at))
            for at, data in enumerate(listed)
        ]
    )
