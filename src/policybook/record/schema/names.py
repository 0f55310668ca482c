"""Name the parts of a record in messages about its schema."""

from __future__ import annotations

from typing import Any

from policybook.record.schema import files
from policybook.record.yaml.reader import Route
from policybook.text.terminal import safe


def place(kind: str, route: Route) -> str:
    """Name the mapping at `route`: "This revision", "This entry of `readings`", "`date`"."""
    if not route:
        return f"This {thing(kind)}"
    if isinstance(route[-1], int):
        names = [step for step in route if isinstance(step, str)]
        return f"This entry of `{names[-1]}`" if names else "This entry"
    return f"`{route[-1]}`"


def named(route: Route) -> str:
    """Name the value at `route`: "`date`", "An entry of `to`"."""
    if not route:
        return "The record"
    if isinstance(route[-1], int):
        names = [step for step in route if isinstance(step, str)]
        return f"An entry of `{names[-1]}`" if names else "An entry"
    return f"`{route[-1]}`"


def thing(kind: str) -> str:
    """Name a kind of record: "revision", "list of bodies"."""
    return {
        "agency": "agency record",
        "bodies": "list of bodies",
        "waivers": "list of waivers",
        "strategies": "list of strategies",
        "presented-text": "presented text",
    }.get(kind, kind)


def about(part: Any) -> str:
    """Return what a schema says about a value, following one reference, and the values it may have."""
    if not isinstance(part, dict):
        return ""
    name = str(part.get("$ref", "")).rpartition("/")[2]
    shared = files.load("common")["$defs"].get(name, {})
    said = str(part.get("description") or shared.get("description", ""))
    values = [str(value) for value in part.get("enum", ()) if str(value) not in said]
    return f"{said} One of {', '.join(values)}." if values else said


def shown(value: Any) -> str:
    """Return a value as the record writes it, cut when it is long."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    words = safe(" ".join(str(value).split()))
    return words if len(words) <= 60 else words[:59] + "…"
