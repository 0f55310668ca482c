"""The order of a record's keys, and where a number may stand for a text: both as its schema has them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from policybook.record.schema import files

_INNER = ("then", "else")
_LISTED = ("allOf", "anyOf", "oneOf")


class Shape:
    """What a schema says of one part of a record; of a part it doesn't know, nothing."""

    def __init__(self, *schemas: dict[str, Any]) -> None:
        self._schemas = [part for schema in schemas for part in _flat(schema)]
        self._keys: dict[str, list[dict[str, Any]]] = {}
        for schema in self._schemas:
            for key, part in schema.get("properties", {}).items():
                self._keys.setdefault(key, []).append(part)
        self._children: dict[str | None, Shape] = {}
        self.number_allowed = any("number" in schema.get("type", ()) for schema in self._schemas)
        """Whether an editor may take a number here for the text it is."""

    def place(self, key: str) -> int:
        """Return the place of a key in the order; unknown ones come last."""
        return list(self._keys).index(key) if key in self._keys else len(self._keys)

    def of(self, key: str) -> Shape:
        """Return the shape of what stands under `key`; of a list's entry where `key` is empty."""
        if key not in self._children:
            named = "items" if not key else "additionalProperties"
            parts = self._keys.get(key) or [
                part for schema in self._schemas if isinstance(part := schema.get(named), dict)
            ]
            self._children[key] = Shape(*parts)
        return self._children[key]


@cache
def of(kind: str) -> Shape:
    """Return the shape of a kind of record."""
    return Shape(files.load(kind))


def _flat(schema: dict[str, Any], depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield a schema and all that it takes in: what it refers to, and what holds in one case or another."""
    yield schema
    if depth > 20:
        return
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        yield from _flat(files.load(files.COMMON)["$defs"][name], depth + 1)
    for key in _INNER:
        if isinstance(schema.get(key), dict):
            yield from _flat(schema[key], depth + 1)
    for key in _LISTED:
        for part in schema.get(key, ()):
            yield from _flat(part, depth + 1)
