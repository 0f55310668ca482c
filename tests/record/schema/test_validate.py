"""The schemas: sound themselves, the two validators agree, and findings read as a person would say them."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.validators import extend
from referencing import Registry, Resource

from policybook import resources
from policybook.record import paths
from policybook.record.schema import files, messages, validate
from policybook.record.yaml import reader
from tests import cases

RECORDS = {
    path: reader.read(raw, files.number_keys()).data for path, raw in cases.small().items() if path.endswith(".yml")
}


def kind(path: str) -> str:
    home = paths.home(path)
    assert isinstance(home, paths.Home)
    return home.kind


@pytest.mark.parametrize("name", [*files.kinds(), files.COMMON])
def test_a_schema_is_sound_and_each_property_is_described(name: str) -> None:
    loaded = files.load(name)
    Draft202012Validator.check_schema(loaded)
    assert loaded["$id"] == f"https://policybook.example/schemas/1/{name}.schema.json"
    for key, part in loaded.get("properties", {}).items():
        said = part.get("description") or files.load("common")["$defs"][part["$ref"].rpartition("/")[2]]
        assert said, key


def test_a_number_key_is_a_number_everywhere() -> None:
    numbers = files.number_keys()
    texts: set[str] = set()

    def walk(part: Any) -> None:
        if isinstance(part, list):
            for inner in part:
                walk(inner)
        elif isinstance(part, dict):
            for key, inner in part.get("properties", {}).items():
                if isinstance(inner, dict) and (inner.get("type") in ("string",) or "enum" in inner):
                    texts.add(key)
            for inner in part.values():
                walk(inner)

    for name in (*files.kinds(), files.COMMON):
        walk(files.load(name))
    assert numbers & texts == set()


def spoilt(data: Any, draw: st.DataObject) -> Any:
    """Return a record with one part replaced, removed or added."""
    data = copy.deepcopy(data)
    spot, steps = data, draw.draw(st.integers(0, 4))
    for _ in range(steps):
        inner = [
            value
            for value in (spot.values() if isinstance(spot, dict) else spot)
            if isinstance(value, (dict, list)) and value
        ]
        if not inner:
            break
        spot = inner[draw.draw(st.integers(0, len(inner) - 1))]
    value = draw.draw(
        st.sampled_from(
            [
                None,
                True,
                "",
                "x",
                "No Such",
                "2026-02-31",
                "a\nb",
                "a\n",
                7,
                -1,
                [],
                {},
                ["x"],
                {"is": "x"},
                {"Note": "x"},
            ]
        )
    )
    if isinstance(spot, dict):
        key = draw.draw(st.sampled_from([*spot, "nonsense", "text", "digest", "corrects", "outcome"]))
        if draw.draw(st.booleans()) or key not in spot:
            spot[key] = value
        else:
            del spot[key]
    else:
        spot[draw.draw(st.integers(0, len(spot) - 1))] = value
    return data


def jsonschema_alone(kind: str) -> Any:
    """Return the explaining validator without its short cut: it follows every reference by itself."""
    explaining = validate._explaining(kind)
    common = files.load(files.COMMON)
    registry: Any = Registry().with_resource(common["$id"], Resource.from_contents(common))
    whole: Any = extend(type(explaining), {"$ref": Draft202012Validator.VALIDATORS["$ref"]})  # type: ignore[no-untyped-call]
    return whole(explaining.schema, registry=registry, format_checker=explaining.format_checker)


@settings(max_examples=800, deadline=None)
@given(data=st.data())
def test_the_two_validators_agree_and_speak_plainly(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(RECORDS)))
    record = spoilt(RECORDS[path], data)
    problems = validate.problems(kind(path), record) if not validate.is_valid(kind(path), record) else []
    errors = list(jsonschema_alone(kind(path)).iter_errors(record))
    assert validate.is_valid(kind(path), record) == (not errors)
    if errors:
        assert problems == messages.explained(kind(path), errors, record)
    for problem in problems:
        said = f"{problem.message} {problem.help}"
        assert problem.message.endswith(".")
        for word in (
            "schema",
            "None",
            "True",
            "False",
            "is not of type",
            "given schemas",
            "additionalProperties",
            "{'",
            "['",
        ):
            assert word not in said
        assert "form of its kind" not in problem.message


def test_a_record_full_of_faults_is_not_listed_to_its_end() -> None:
    strange = {f"k{at}": "v" for at in range(20_000)}
    assert len(validate.problems("policy", strange)) < 100
    assert len(validate.problems("bodies", {"bodies": [{} for _ in range(20_000)]})) < 1000
    named = validate.problems("policy", {"code": "1", "kind": "bylaw", "a\nb": "x"})
    assert [problem.message for problem in named] == ["This policy has no key called `a b`."]


def _patterns(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("pattern"), str):
            yield schema["pattern"]
        for part in schema.values():
            yield from _patterns(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _patterns(part)


def test_no_pattern_takes_the_square_of_a_long_text() -> None:
    """The longest text that a file may hold, for every pattern: with Python's expressions this took minutes."""
    files = resources.folder("schemas").glob("*.json")
    found = {one for path in files for one in _patterns(json.loads(path.read_bytes()))}
    assert len(found) > 10
    for pattern in found:
        for text in ("a" * 1_000_000, " " * 1_000_000, "a\n" * 500_000, "0" * 1_000_000 + "!"):
            list(validate._pattern(None, pattern, text, {}))
