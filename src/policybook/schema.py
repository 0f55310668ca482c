"""Records against their schemas: valid ones are accepted by the fast compiled validator, others are explained."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from policybook.dates import is_date
from policybook.schema_files import COMMON, load

if TYPE_CHECKING:
    import jsonschema_rs

    from policybook.schema_words import Problem


def is_valid(kind: str, data: object) -> bool:
    """Say whether a record has the form of its kind."""
    return _compiled(kind).is_valid(data)


def problems(kind: str, data: object) -> list[Problem]:
    """Return what is wrong with a record that isn't valid, in a clerk's words, in the order of the file."""
    from policybook import schema_words

    errors = _explaining(kind).iter_errors(data)
    return schema_words.explained(kind, errors, data)


@cache
def _compiled(kind: str) -> jsonschema_rs.Draft202012Validator:
    import jsonschema_rs

    common = load(COMMON)
    registry = jsonschema_rs.Registry([(common["$id"], common)])
    return jsonschema_rs.Draft202012Validator(
        load(kind), registry=registry, validate_formats=True, formats={"partial-date": is_date}
    )


@cache
def _explaining(kind: str) -> Any:
    from jsonschema import Draft202012Validator, FormatChecker
    from referencing import Registry, Resource

    common = load(COMMON)
    formats = FormatChecker(formats=())
    formats.checks("partial-date")(lambda value: not isinstance(value, str) or is_date(value))
    registry: Any = Registry().with_resource(common["$id"], Resource.from_contents(common))
    return Draft202012Validator(load(kind), registry=registry, format_checker=formats)
