"""Explain schema errors in plain words."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice
from typing import Any

from policybook.record.schema import files
from policybook.record.schema.names import about, named, place, shown, thing
from policybook.record.yaml.reader import Route

_MOST = 50  # of the unknown keys of one mapping: whoever has more has another kind of file
_BLOCK = "put it in a `>-` block on the next line, two spaces further in"
_ONLY_FOR = {
    "correct": ("corrects", "what", "reported"),
    "renumber": ("from", "to"),
    "suspend": ("until", "provisions"),
    "rescind": ("replaced_by",),
}
_FORMS = {
    "date": "isn't a date as the record writes it",
    "id": "isn't a name as the record writes it",
    "own-id": "isn't a name as the record writes it",
    "code": "isn't a code that a policy can have",
    "digest": "isn't a digest",
    "sha256": "isn't a SHA-256",
    "url": "isn't a web address",
    "language": "isn't a language as the record writes it",
}


@dataclass(frozen=True, slots=True)
class SchemaError:
    """One thing that is wrong with a record's form."""

    route: Route
    on_key: bool
    """The key itself is wrong, rather than its value."""
    message: str
    help: str


def explained(kind: str, errors: Iterable[Any], data: object) -> list[SchemaError]:
    """Return the errors that jsonschema found in a record of a kind, each once, in the record's own words."""
    found = {problem: None for error in errors for problem in _explain(kind, error, data)}
    if not found:  # the two validators disagree: say at least that something is wrong
        message = f"This {thing(kind)} doesn't have the form of its kind."
        return [SchemaError((), False, message, "Compare it with one that is accepted.")]
    return sorted(found, key=lambda problem: [(isinstance(step, int), str(step).zfill(9)) for step in problem.route])


def _explain(kind: str, error: Any, data: object) -> list[SchemaError]:
    record = data if isinstance(data, dict) else {}
    if error.validator == "not" and not error.validator_value:
        return _out_of_place(record, tuple(error.absolute_path))
    if error.validator == "const" and error.absolute_path == deque(["action"]):
        return _other_action(record, str(error.validator_value))
    say = _SAY.get(error.validator, _form)
    return say(kind, error, tuple(error.absolute_path))


def _unknown_keys(kind: str, error: Any, route: Route) -> list[SchemaError]:
    known = list(error.schema.get("properties", {}))
    unknown = (key for key in error.instance if key not in known)
    return [_unknown_key(kind, key, known, error, route) for key in islice(unknown, _MOST)]


def _unknown_key(kind: str, key: str, known: list[str], error: Any, route: Route) -> SchemaError:
    if route and isinstance(route[-1], int) and len(error.instance) == 1 and (" " in key or key[:1].isupper()):
        return _colon(route, key)
    near = _near(key.lower(), tuple(known), 0.6)
    listed = ", ".join(f"`{name}`" for name in known[:12]) + (" …" if len(known) > 12 else "")
    help = f"Did you mean `{near[0]}`?" if near else f"Here stand {listed}."
    return SchemaError((*route, key), True, f"{place(kind, route)} has no key called `{shown(key)}`.", help)


@lru_cache(maxsize=1024)  # whoever misspells a word does so in file after file
def _near(word: str, known: tuple[str, ...], least: float) -> list[str]:
    return get_close_matches(word, known, 1, least)


def _missing(kind: str, error: Any, route: Route) -> list[SchemaError]:
    if not isinstance(error.instance, dict):
        return []
    properties = _properties(kind, error)
    return [
        SchemaError(
            route,
            False,
            f"{place(kind, route)} has no `{key}`.",
            f"Add `{key}:`. {about(properties.get(key))}".strip(),
        )
        for key in error.validator_value
        if key not in error.instance
    ]


def _properties(kind: str, error: Any) -> dict[str, Any]:
    """Return what the part that is wrong may hold; else what the whole record may."""
    found: dict[str, Any] = error.schema.get("properties") or files.load(kind)["properties"]
    return found


def _needs_with(kind: str, error: Any, route: Route) -> list[SchemaError]:
    return [
        SchemaError(
            (*route, key),
            True,
            f"`{key}` needs `{needed}` beside it.",
            f"Add `{needed}:`. {about(_properties(kind, error).get(needed))}".strip(),
        )
        for key, all_needed in error.validator_value.items()
        if key in error.instance
        for needed in all_needed
        if needed not in error.instance
    ]


def _one_of(kind: str, error: Any, route: Route) -> list[SchemaError]:
    if error.instance is None:
        return _empty(route)
    known = [str(value) for value in error.validator_value if isinstance(value, str)]
    said = shown(error.instance)
    near = _near(said.lower(), tuple(known), 0.5)
    listed = known[0] if len(known) == 1 else f"one of {', '.join(known[:-1])} or {known[-1]}"
    if route[-1:] == ("vote",):
        return _value(route, f"is ‘{said}’, which is no vote.", "Write unanimous, consent or `{for: 4, against: 1}`.")
    help = f"Did you mean ‘{near[0]}’?" if near else f"Write {listed}."
    return _value(route, f"is ‘{said}’, which isn't {listed}.", help)


def _other_action(record: dict[str, Any], action: str) -> list[SchemaError]:
    """Say that a key belongs to another action than the one that stands there."""
    return [
        SchemaError(
            (key,),
            True,
            f"`{key}` belongs only to an act with `action: {action}`.",
            f"Remove it, or write `action: {action}`.",
        )
        for key in _ONLY_FOR[action]
        if key in record
    ]


def _out_of_place(record: dict[str, Any], route: Route) -> list[SchemaError]:
    key = str(route[-1]) if route else ""
    if key in ("text", "footnotes", "attachments"):
        message = f"An act with `action: {shown(record.get('action'))}` has no `{key}`: the text stays as it was."
        return [SchemaError(route, True, message, "Remove it, or change the action to revise.")]
    if key in ("digest", "chain", "published"):
        message = f"A proposal has no `{key}`: without `date` (or `seen`) this isn't done yet."
        return [SchemaError(route, True, message, "Remove it, or add the `date` of the act.")]
    if key in ("based_on", "outcome", "outcome_date"):
        message = f"Only a proposal has `{key}`, and this act has a `date`."
        return [SchemaError(route, True, message, f"Remove `{key}`.")]
    return [SchemaError(route, True, f"`{key}` has no place here.", "Remove it.")]


def _wrong_type(kind: str, error: Any, route: Route) -> list[SchemaError]:
    wanted = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    found = error.instance
    if found is None:
        return _empty(route)
    if "string" in wanted and isinstance(found, dict | list | bool):
        return _not_text(found, route)
    if "array" in wanted:
        return _value(route, "must be a list.", "Put each entry on a line of its own, beginning with `- `.")
    said = f"is ‘{shown(found)}’"
    if "object" in wanted:
        help = about(error.schema) or "Write lines of the form `key: value`."
        return _value(route, f"{said}, and keys with values are wanted here.", help)
    if "boolean" in wanted:
        return _value(route, f"{said}, and it can only be true or false.", "Write true or false.")
    if "integer" in wanted or "number" in wanted:
        return _value(route, f"{said}, which isn't a whole number.", "Write a number, such as 2.")
    return _form(kind, error, route)


def _not_text(found: dict[str, Any] | list[Any] | bool, route: Route) -> list[SchemaError]:
    if isinstance(found, bool):
        said = f"is {shown(found)} as a yes or no, and text is wanted here."
        return _value(route, said, f'Put it in quotes: "{shown(found)}".')
    if isinstance(found, list):
        said = "is a list, and one text is wanted here."
        return _value(route, said, "Keep one entry, without the `- ` before it.")
    if len(found) == 1 and route and isinstance(route[-1], int):
        return [_colon(route, next(iter(found)))]
    said = "holds keys of its own, and text is wanted here."
    return _value(route, said, f"Write the text; if it holds a colon, {_BLOCK}.")


def _form(kind: str, error: Any, route: Route) -> list[SchemaError]:
    """Say that a value hasn't the form it should have."""
    shared = files.load("common")["$defs"]
    name = next((name for name in _FORMS if shared[name] == error.schema), "")
    said = shown(error.instance)
    if isinstance(error.instance, str) and "\n" in error.instance.rstrip("\n") and name != "date":
        return _value(route, "goes over several lines, and one is wanted here.", "Write it on one line.")
    if isinstance(error.instance, str) and error.instance.endswith("\n"):
        help = "Write it on the line of its key, or use `>-` instead of `>` or `|`."
        return _value(route, "ends with an empty line.", help)
    wrong = _FORMS.get(name, "hasn't the form that is asked for here")
    return _value(route, f"is ‘{said}’, which {wrong}.", about(error.schema))


def _no_such_day(kind: str, error: Any, route: Route) -> list[SchemaError]:
    if not re.search(error.schema["pattern"], error.instance):
        return []  # said already: it isn't written as a date
    help = "Write it as 2026-03-10, 2026-03 or 2026; a stretch ends after it begins."
    return _value(route, f"is ‘{shown(error.instance)}’, and there is no such day.", help)


def _too_long(kind: str, error: Any, route: Route) -> list[SchemaError]:
    return _value(route, f"is longer than {error.validator_value} characters.", "Shorten it.")


def _too_short(kind: str, error: Any, route: Route) -> list[SchemaError]:
    return _empty(route)


def _range(kind: str, error: Any, route: Route) -> list[SchemaError]:
    least, most = error.schema.get("minimum"), error.schema.get("maximum")
    asked = f"at least {least}" if most is None else f"between {least} and {most}"
    return _value(route, f"is {shown(error.instance)}, and it must be {asked}.", "Correct the number.")


def _alternatives(kind: str, error: Any, route: Route) -> list[SchemaError]:
    keys = [f"`{key}`" for option in error.validator_value for key in option.get("required", ())]
    said = f"{' or '.join(keys)}"
    return [
        SchemaError(route, False, f"{place(kind, route)} has neither {said.replace(' or ', ' nor ')}.", f"Add {said}.")
    ]


def _excluded(kind: str, error: Any, route: Route) -> list[SchemaError]:
    return [
        SchemaError(
            (*route, key),
            True,
            f"An item of a list has no `{key}`.",
            "Make it a provision of its own, or remove this key.",
        )
        for key in ("heading", "level")
        if key in error.instance
    ]


def _bad_name(kind: str, error: Any, route: Route) -> list[SchemaError]:
    message = f"‘{shown(error.instance)}’ isn't a name that can stand here."
    return [SchemaError((*route, str(error.instance)), True, message, "Use lower-case letters, digits and dashes.")]


def _in_names(kind: str, error: Any, route: Route) -> list[SchemaError]:
    return _bad_name(kind, error, route) if "propertyNames" in error.absolute_schema_path else _form(kind, error, route)


_SAY: dict[str, Callable[[str, Any, Route], list[SchemaError]]] = {
    "additionalProperties": _unknown_keys,
    "required": _missing,
    "dependentRequired": _needs_with,
    "enum": _one_of,
    "type": _wrong_type,
    "format": _no_such_day,
    "maxLength": _too_long,
    "minLength": _too_short,
    "minItems": _too_short,
    "minimum": _range,
    "maximum": _range,
    "anyOf": _alternatives,
    "not": _excluded,
    "pattern": _in_names,
}


def _colon(route: Route, key: str) -> SchemaError:
    message = f"Because of its colon this entry was read as the key ‘{shown(key)}’ with a value."
    return SchemaError(route, False, message, f"If it is text, {_BLOCK}.")


def _empty(route: Route) -> list[SchemaError]:
    return _value(route, "is empty.", "Write a value, or remove the line.")


def _value(route: Route, said: str, help: str) -> list[SchemaError]:
    """Return what is wrong with the value at `route`, as the sentence that it begins."""
    return [SchemaError(route, False, f"{named(route)} {said}", help)]
