"""Validate records: a compiled validator accepts the valid ones, jsonschema explains the others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from policybook.record.schema.files import COMMON, load
from policybook.values.dates import is_date

if TYPE_CHECKING:
    import jsonschema_rs

    from policybook.record.schema.messages import SchemaError

_MOST = 200  # of the errors of one record: nobody mends more at a time, and a hostile file may have thousands


def is_valid(kind: str, data: object) -> bool:
    """Return whether a record has the form of its kind."""
    return _compiled(kind).is_valid(data)


def problems(kind: str, data: object) -> list[SchemaError]:
    """Return what is wrong with a record that isn't valid, in a clerk's words, in the order of the file."""
    from policybook.record.schema import messages

    errors = islice(_explaining(kind).iter_errors(data), _MOST)
    return messages.explained(kind, errors, data)


@cache
def _compiled(kind: str, shared: str = "") -> jsonschema_rs.Draft202012Validator:
    """Return the fast validator of a kind of record, or of the `shared` part of the schema they have in common."""
    import jsonschema_rs

    common = load(COMMON)
    registry = jsonschema_rs.Registry([(common["$id"], common)])
    schema = {"$ref": f"{common['$id']}#/$defs/{shared}"} if shared else load(kind)
    return jsonschema_rs.Draft202012Validator(
        schema, registry=registry, validate_formats=True, formats={"partial-date": is_date}
    )


@cache
def _explaining(kind: str) -> Any:
    import jsonschema_rs
    from jsonschema import Draft202012Validator, FormatChecker
    from jsonschema.validators import extend
    from referencing import Registry, Resource

    common = load(COMMON)
    formats = FormatChecker(formats=())
    formats.checks("partial-date")(lambda value: not isinstance(value, str) or is_date(value))
    registry: Any = Registry().with_resource(common["$id"], Resource.from_contents(common))
    quick = {id(part): jsonschema_rs.Draft202012Validator(part) for part in load(kind).get("allOf", ())}
    keywords = {
        "pattern": _pattern, "$ref": _reference, "properties": _properties, "allOf": partial(_conditions, quick)
    }  # fmt: skip
    validator: Any = extend(Draft202012Validator, keywords)  # type: ignore[no-untyped-call]
    return validator(load(kind), registry=registry, format_checker=formats)


def _pattern(validator: Any, pattern: str, instance: object, schema: Any) -> Iterator[Any]:
    """Hold text to a pattern as JSON Schema means it: `$` is the end, where Python lets a line end follow.

    The fast validator's expressions take time that grows with the text; Python's may take its square.
    """
    from jsonschema import ValidationError

    if isinstance(instance, str) and not _matcher(pattern).is_valid(instance):
        yield ValidationError(f"{instance[:200]!r} does not match {pattern!r}")


@cache
def _matcher(pattern: str) -> Any:
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator({"pattern": pattern})


def _reference(validator: Any, reference: str, instance: object, schema: Any) -> Iterator[Any]:
    """Follow a reference only where the fast validator refuses what stands there: most of a broken record is sound."""
    from jsonschema import Draft202012Validator

    if not _obeys(instance, reference):
        yield from Draft202012Validator.VALIDATORS["$ref"](validator, reference, instance, schema)


def _properties(validator: Any, properties: dict[str, Any], instance: Any, schema: Any) -> Iterator[Any]:
    """Hold the values of a mapping to their schemas, likewise."""
    for key, part in properties.items() if isinstance(instance, dict) else ():
        if key in instance and not ("$ref" in part and len(part) == 1 and _obeys(instance[key], part["$ref"])):
            yield from validator.descend(instance[key], part, path=key, schema_path=key)


def _conditions(
    quick: dict[int, Any], validator: Any, conditions: list[Any], instance: object, schema: Any
) -> Iterator[Any]:
    """Hold a record to what depends on its own values, likewise; `quick` has the fast validators, by identity."""
    for at, part in enumerate(conditions):
        if id(part) not in quick or not quick[id(part)].is_valid(instance):
            yield from validator.descend(instance, part, schema_path=at)


def _obeys(instance: object, reference: str) -> bool:
    return _compiled(COMMON, shared=reference.rpartition("/")[2]).is_valid(instance)
