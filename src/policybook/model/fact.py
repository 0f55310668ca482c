"""A value that can say how it is known: stated by a source, inferred from one, or assumed."""

from __future__ import annotations

from datetime import date
from typing import Any

from policybook.model.view import Place, View
from policybook.record.yaml.reader import Route
from policybook.values import dates


class Fact(View):
    """A plain value, or a mapping whose `is` holds it."""

    @property
    def value(self) -> str | None:
        """Return the value, or None where only the words it was found in are known."""
        value = self._data.get("is") if isinstance(self._data, dict) else self._data
        return value if isinstance(value, str) else None

    @property
    def when(self) -> dates.PartialDate | None:
        """Return the value as a date."""
        return dates.parse(self.value) if self.value is not None else None

    @property
    def basis(self) -> str:
        """Return how the value is known: stated, inferred, assumed; empty for the agency's own word."""
        basis = self.text("basis")
        return basis or ("stated" if self.source else "")

    @property
    def source(self) -> str:
        """Return the id of the source, where one is named."""
        return self.text("source")

    @property
    def quote(self) -> str:
        """Return the source's own words."""
        return self.text("quote")

    @property
    def note(self) -> str:
        """Return what the record says about the value."""
        return self.text("note")

    @property
    def as_written(self) -> str:
        """Return the words the value was found in."""
        return self.text("as_written")

    @property
    def otherwise(self) -> tuple[Fact, ...]:
        """Return what other sources say."""
        if not isinstance(self._data, dict):
            return ()
        listed = self._data.get("otherwise") or ()
        return tuple(
            Fact(data, self._path, (*self._route, "otherwise", at), self._subject) for at, data in enumerate(listed)
        )

    @property
    def since(self) -> dates.PartialDate | None:
        """Return from when the value holds, in a dated list."""
        return self.date("since") if isinstance(self._data, dict) else None

    def place(self) -> Place:
        """Return where the value itself stands."""
        return self.at("is") if isinstance(self._data, dict) and "is" in self._data else self.at()

    def text(self, key: str) -> str:
        """Return the text under `key`; a plain value has no keys."""
        return super().text(key) if isinstance(self._data, dict) else ""

    def has(self, key: str) -> bool:
        """Return whether the fact writes `key`; a plain value has no keys."""
        return isinstance(self._data, dict) and super().has(key)


def fact(view: View, key: str) -> Fact | None:
    """Return the fact under `key` of a record, or None where it is silent."""
    data = view.get(key)
    if data is None or isinstance(data, list):
        return None
    return Fact(data, *view.under(key))


def dated(view: View, key: str) -> tuple[Fact, ...]:
    """Return the values under `key` in the order of their `since`; a plain fact is a list of one."""
    data = view.get(key)
    if not isinstance(data, list):
        single = fact(view, key)
        return (single,) if single is not None else ()
    path, route, subject = view.under(key)
    listed = [Fact(entry, path, (*route, at), subject) for at, entry in enumerate(data)]
    return tuple(sorted(listed, key=lambda entry: entry.since.earliest if entry.since else date.min))


def on(facts: tuple[Fact, ...], day: date) -> Fact | None:
    """Return the value of a dated list that holds on `day`."""
    held = None
    for entry in facts:
        if entry.since is None or entry.since.earliest <= day:
            held = entry
    return held


def within(view: View) -> list[Fact]:
    """Return every mapping within a record that says where it comes from or how it is known, in the file's order."""
    found: list[tuple[dict[str, Any], Route]] = []
    _gather(view.data, (), found)
    return [Fact(data, *view.under(*route)) for data, route in found]


def _gather(data: dict[str, Any], route: Route, found: list[tuple[dict[str, Any], Route]]) -> None:
    if "source" in data or "basis" in data or "quote" in data or "otherwise" in data:
        found.append((data, route))
    for key, part in data.items():
        if type(part) is dict:
            _gather(part, (*route, key), found)
        elif type(part) is list and key != "text":
            for at, entry in enumerate(part):
                if type(entry) is dict:
                    _gather(entry, (*route, key, at), found)
