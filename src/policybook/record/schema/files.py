"""Load the JSON Schemas that ship with the engine."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from policybook import resources

COMMON = "common"
"""The name of the schema that the others share."""


@cache
def load(kind: str) -> dict[str, Any]:
    """Return the schema of a kind of record."""
    loaded = json.loads((resources.folder("schemas") / f"{kind}.schema.json").read_bytes())
    assert isinstance(loaded, dict)
    return loaded


@cache
def kinds() -> tuple[str, ...]:
    """Return the kinds of record that have a schema."""
    names = (path.name.removesuffix(".schema.json") for path in resources.folder("schemas").glob("*.schema.json"))
    return tuple(sorted(name for name in names if name != COMMON))


@cache
def number_keys() -> frozenset[str]:
    """Return the keys under which a plain number is a number: those that the schemas declare so."""
    found: set[str] = set()
    for kind in (*kinds(), COMMON):
        _collect_numbers(load(kind), found)
    return frozenset(found)


def _collect_numbers(schema: Any, found: set[str]) -> None:
    if isinstance(schema, list):
        for part in schema:
            _collect_numbers(part, found)
    elif isinstance(schema, dict):
        for key, part in schema.get("properties", {}).items():
            if isinstance(part, dict) and part.get("type") in ("integer", "number"):
                found.add(key)
        for part in schema.values():
            _collect_numbers(part, found)
