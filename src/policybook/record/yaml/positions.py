"""Find where each part of a YAML file stands; only files with findings are read again for it."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, NamedTuple

import yaml

from policybook.finding import Span
from policybook.record.yaml.events import span_of, walk
from policybook.record.yaml.reader import MAX_DEPTH, Route

_MARK = b"\xef\xbb\xbf"


class _Spot(NamedTuple):
    """The parser's event for a value and, in a mapping, for its key; few of all are ever asked for."""

    value: Any
    key: Any = None

    def is_plain(self) -> bool:
        """Return whether it is a scalar that stands on one line, so that a finger can be put on it."""
        start, end = self.value.start_mark, self.value.end_mark
        return type(self.value) is yaml.ScalarEvent and start.line == end.line and start.column < end.column


def lines(raw: bytes) -> list[str]:
    """Return the lines of a file, without a byte-order mark."""
    return raw.removeprefix(_MARK).decode("utf-8", "replace").splitlines()


class Spans:
    """The places of one file's parts."""

    def __init__(self, raw: bytes) -> None:
        self._lines = lines(raw)
        self._spots: dict[Route, _Spot] = {}
        self._first_keys: dict[Route, Any] = {}
        with suppress(yaml.YAMLError):  # a file that can't be read to its end has places up to there
            self._fill(raw.removeprefix(_MARK))

    def of(self, route: Route, on_key: bool = False, phrase: str = "") -> Span:
        """Return the place a person would put a finger on for `route`.

        That is a scalar's value, the key of anything longer, the first line of a list entry. A route
        that isn't there gives its nearest parent; a `phrase` within prose, the words themselves.
        """
        asked = len(route)
        while route and route not in self._spots:
            route = route[:-1]
        spot = self._spots.get(route)
        if spot is None:
            return Span()
        value = span_of(spot.value)
        if phrase and len(route) == asked:
            found = self._phrase(value, phrase)
            if found:
                return found
        plain = spot.is_plain()
        if spot.key is not None and ((on_key and len(route) == asked) or not plain):
            return span_of(spot.key)
        if plain:
            return value
        first = self._first_keys.get(route)
        return span_of(first) if first is not None else Span(value.line, value.column, value.line, value.column + 1)

    def _phrase(self, span: Span, phrase: str) -> Span | None:
        for number in range(span.line, min(span.end_line, len(self._lines)) + 1):
            line = self._lines[number - 1]
            at = line.find(phrase, span.column - 1 if number == span.line else 0)
            if at >= 0:
                return Span(number, at + 1, number, at + 1 + len(phrase))
        return None

    def _fill(self, raw: bytes) -> None:
        routes: list[Route] = []  # of each open mapping and list
        positions: list[int] = []  # of the next entry of each of them
        for event, key in walk(raw):
            if isinstance(event, yaml.CollectionEndEvent):
                routes.pop()
                positions.pop()
                continue
            route: Route = ()
            if key is not None:
                route = (*routes[-1], key.value)
                self._first_keys.setdefault(routes[-1], key)
            elif routes:
                route = (*routes[-1], positions[-1])
                positions[-1] += 1
            self._spots.setdefault(route, _Spot(event, key))
            if isinstance(event, yaml.CollectionStartEvent):
                if len(routes) >= MAX_DEPTH:
                    return
                routes.append(route)
                positions.append(0)
