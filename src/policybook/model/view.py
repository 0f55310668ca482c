"""What every part of the Manual is: a frozen view of a record's data that can say where it stands."""

from __future__ import annotations

from typing import Any, NamedTuple

from policybook.record.yaml.reader import Route
from policybook.values import dates


class Place(NamedTuple):
    """A part of a record, before anybody has asked for its line."""

    path: str
    """Relative to the manual's folder."""
    route: Route = ()
    subject: str = ""
    """What a finding here is about; the path where this is empty."""
    on_key: bool = False
    phrase: str = ""

    def key(self) -> Place:
        """Return the place of the key itself rather than of its value."""
        return self._replace(on_key=True)

    def words(self, phrase: str) -> Place:
        """Return the place of `phrase` within this prose, as far as it stands on one line."""
        return self._replace(phrase=phrase)


class View:
    """A part of a record. Its data obeys the schema, so its shape can be trusted."""

    def __init__(self, data: Any, path: str, route: Route = (), subject: str = "") -> None:
        self._data = data
        self._path = path
        self._route = route
        self._subject = subject

    def at(self, *route: str | int) -> Place:
        """Return the place of this part, or of what `route` leads to within it."""
        return Place(self._path, self._route + route, self._subject)

    def under(self, *route: str | int) -> tuple[str, Route, str]:
        """Return path, route and subject of what `route` leads to: what a view of it is made with."""
        return self._path, self._route + route, self._subject

    @property
    def path(self) -> str:
        """Return the path of the record's file, relative to the manual's folder."""
        return self._path

    @property
    def data(self) -> Any:
        """Return the data as it stands in the record; not to be changed."""
        return self._data

    def has(self, key: str) -> bool:
        """Return whether the record writes `key`, with a value."""
        return self._data.get(key) is not None

    def get(self, key: str) -> Any:
        """Return what the record writes under `key`, as it stands, or None."""
        return self._data.get(key)

    def text(self, key: str) -> str:
        """Return the text under `key`, empty where there is none."""
        value = self._data.get(key)
        return value if type(value) is str else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts listed under `key`; a lone text is a list of one."""
        value = self._data.get(key)
        if isinstance(value, str):
            return (value,)
        return tuple(entry for entry in value or () if isinstance(entry, str))

    def date(self, key: str) -> dates.PartialDate | None:
        """Return the date under `key`, written plainly or as a fact."""
        value = self._data.get(key)
        if isinstance(value, dict):
            value = value.get("is")
        return dates.parse(value) if isinstance(value, str) else None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._subject or self._path} {self._route}>"
