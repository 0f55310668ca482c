"""Provisions: the addressable pieces that a policy's text is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from policybook.model.lazy import once
from policybook.model.view import View
from policybook.record.yaml.reader import Route
from policybook.values import digest, labels

BULLET = "•"


class Provision(View):
    """A section, paragraph or item of a text."""

    def __init__(self, data: Any, path: str, route: Route, subject: str, label: str, mark: str = "") -> None:
        self._is_plain = isinstance(data, str)
        own: dict[str, Any] = {"text": data} if self._is_plain else data
        id: str = own.get("id", "")
        super().__init__(own, path, route, f"{subject.partition('#')[0]}#{id}" if id else subject)
        self.id = id
        """The permanent name, empty for an item that has none."""
        self.heading: str = own.get("heading", "")
        """The heading that opens a section."""
        self.prose: str = own.get("text", "")
        """The text with its inline marks, paragraphs separated by a line end."""
        self.kind: str = own.get("kind", "text")
        """What kind of text it is: text, strategies, definitions, quote, lines, form, note."""
        self.was: str = own.get("was", "")
        """Where it came from, when split off or moved: an id, or `code#id`."""
        self.label = label
        """The number or letter printed before it, empty where there is none."""
        self.mark = mark
        """The sign printed instead of a label: a bullet, a dash."""

    @property
    def level(self) -> int:
        """Return the heading's level, 1 to 4."""
        return int(self._data.get("level") or 1)

    @property
    def rows(self) -> list[list[str]]:
        """Return the cells of its table, row by row, the head first."""
        return digest.rows(self.text("table"))

    @once
    def items(self) -> tuple[Provision, ...]:
        """Return the entries of its list."""
        data = self._data.get("items")
        if not data:
            return ()
        return tuple(
            _provisions(data, self._path, (*self._route, "items"), self._subject, self.text("numbering") or BULLET)
        )

    def prose_at(self) -> Any:
        """Return where its text stands."""
        return self.at() if self._is_plain else self.at("text")

    def walk(self) -> Iterator[Provision]:
        """Yield this provision and all within it, in printed order."""
        yield self
        for item in self.items:
            yield from item.walk()


def provisions(data: Iterable[Any], path: str, subject: str) -> tuple[Provision, ...]:
    """Return the outermost provisions of a text."""
    return tuple(_provisions(data, path, ("text",), subject, ""))


def _provisions(data: Iterable[Any], path: str, route: Route, subject: str, count_from: str) -> Iterator[Provision]:
    counted = labels.labels(count_from) if labels.counts(count_from) else None
    for at, entry in enumerate(data):
        own = entry.get("label") if isinstance(entry, dict) else None
        label = mark = ""
        if own is not None:
            label, mark = ("", own) if labels.is_mark(own) else (own, "")
        elif counted is not None:
            label = next(counted)
        else:
            mark = count_from
        yield Provision(entry, path, (*route, at), subject, label, mark)
