"""Write the record reference: every file and field, from the schemas, with an example from a manual."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from policybook.record import paths
from policybook.record.schema import files
from policybook.record.yaml import reader

_HEAD = """---
title: Record reference
description: Every file and field of the record, with its meaning, type and an example.
---

# Record reference

A field in bold is required. Where a field may be left out, its meaning says what holds then. A dot leads into
a mapping, `[]` into the entries of a list. Examples are from the demonstration manual, which is fictional.
"""
_FILES = {
    "activity": "CODE-title/activities/ID.yml",
    "agency": "agency.yml",
    "bodies": "bodies.yml",
    "meeting": "meetings/DATE-BODY.yml",
    "policy": "CODE-title/policy.yml",
    "presented-text": "CODE-title/revisions/ID.rN.yml",
    "recommendation": "CODE-title/recommendations/ID.yml",
    "review": "CODE-title/reviews/ID.yml",
    "revision": "CODE-title/revisions/ID.yml",
    "source": "sources/ID.yml",
    "strategies": "CODE-title/strategies.yml",
    "translation": "CODE-title/revisions/ID.LANGUAGE.yml",
    "waivers": "waivers.yml",
}
"""Where each kind of record stands in the manual's folder."""
_LONGEST = 60

Examples = dict[tuple[str, str], str]
"""A value by the kind of record and the field it was found in."""


class Field(NamedTuple):
    """One row of the reference."""

    name: str
    required: bool
    schema: dict[str, Any]


def page(manual: Path) -> str:
    """Return the reference as Markdown, with examples from the manual in a folder."""
    examples = _examples(manual)
    parts = [_HEAD]
    for kind in files.kinds():
        schema = files.load(kind)
        parts.append(f"## {schema['title']}: `{_FILES[kind]}`\n\n{_escaped(schema['description'])}\n")
        parts.append(_table(kind, fields(schema), examples))
        parts += _definitions(schema.get("$defs", {}), "###", kind, examples)
    parts.append("## Types\n\nWhat several files have in common.\n")
    parts += _definitions(files.load(files.COMMON)["$defs"], "###", files.COMMON, {})
    return "\n".join(parts)


def fields(schema: dict[str, Any], prefix: str = "") -> Iterator[Field]:
    """Yield the fields of a mapping and of what stands within it, references not followed."""
    for key, part in schema.get("properties", {}).items():
        name = f"{prefix}{key}"
        yield Field(name, key in schema.get("required", ()), part)
        for inner, step in _inner(part):
            yield from fields(inner, f"{name}{step}.")


def _inner(schema: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the mappings that a value may hold, with the step that leads there."""
    if "properties" in schema:
        yield schema, ""
    for word in ("then", "else"):
        if word in schema:
            yield from _inner(schema[word])
    if isinstance(schema.get("additionalProperties"), dict):
        yield from ((inner, f".ID{step}") for inner, step in _inner(schema["additionalProperties"]))
    for word in ("anyOf", "oneOf", "allOf"):
        for part in schema.get(word, ()):
            yield from _inner(part)
    if isinstance(schema.get("items"), dict):
        yield from ((inner, f"[]{step}") for inner, step in _inner(schema["items"]))


def _definitions(found: dict[str, Any], level: str, kind: str, examples: Examples) -> Iterator[str]:
    for name, schema in found.items():
        about = schema.get("description", "")
        yield f"{level} {name}\n\n{_escaped(about)} Type: {_type(schema)}.\n"
        rows = [field for inner, step in _inner(schema) for field in fields(inner, f"{step}." if step else "")]
        if rows:
            yield _table(kind, iter(rows), examples)


def _table(kind: str, rows: Iterator[Field], examples: Examples) -> str:
    lines = ["| field | meaning | type | example |", "| --- | --- | --- | --- |"]
    for field in rows:
        name = f"**`{field.name}`**" if field.required else f"`{field.name}`"
        example = examples.get((kind, field.name), "")
        shown = f"`{example}`" if example else ""
        lines.append(f"| {name} | {_escaped(_meaning(field.schema))} | {_type(field.schema)} | {shown} |")
    return "\n".join(lines) + "\n"


def _meaning(schema: dict[str, Any]) -> str:
    if "description" in schema or "$ref" not in schema:
        return str(schema.get("description", ""))
    name = schema["$ref"].rpartition("/")[2]
    return str(files.load(files.COMMON)["$defs"].get(name, {}).get("description", ""))


def _type(schema: dict[str, Any]) -> str:
    """Return the type of a value in words; one that is described elsewhere by its name."""
    if "$ref" in schema:
        return f"`{schema['$ref'].rpartition('/')[2]}`"
    if "else" in schema:
        return " or ".join(dict.fromkeys([_type(schema["else"]), _type({**schema.get("if", {}), **schema["then"]})]))
    if "enum" in schema:
        return ", ".join(f"`{str(value).lower() if isinstance(value, bool) else value}`" for value in schema["enum"])
    if "const" in schema:
        return f"`{str(schema['const']).lower()}`"
    for word in ("anyOf", "oneOf"):
        if word in schema:
            return " or ".join(dict.fromkeys(_type(part) for part in schema[word]))
    if "items" in schema:
        return f"list of {_type(schema['items'])}" if isinstance(schema["items"], dict) else "list"
    given = schema.get("type", "text")
    words = {"object": "mapping", "array": "list", "string": "text", "boolean": "`true` or `false`"}
    return " or ".join(words.get(one, one) for one in ([given] if isinstance(given, str) else given))


def _escaped(words: str) -> str:
    return words.replace("|", "\\|").replace("<", "&lt;")


def _examples(manual: Path) -> Examples:
    """Return the first short value of each field in a manual."""
    found: Examples = {}
    for path in sorted(manual.rglob("*.yml")):
        home = paths.home(path.relative_to(manual).as_posix())
        data = reader.read(path.read_bytes(), files.number_keys()).data
        if isinstance(home, paths.Home) and data is not None:
            for name, value in _values(data, ""):
                if len(value) <= _LONGEST and not set(value) & set("`|\n"):
                    found.setdefault((home.kind, name), value)
    return found


def _values(data: Any, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _values(value, f"{name}.{key}" if name else key)
    elif isinstance(data, list):
        for value in data:
            yield from _values(value, f"{name}[]" if isinstance(value, dict) else name)
    elif data not in (None, ""):
        yield name, str(data).lower() if isinstance(data, bool) else str(data)
