"""The record reference names every file and field of the schemas."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from policybook.record import paths
from policybook.record.schema import files, reference

_TOP = Path(__file__).parents[3]


@cache
def _page() -> str:
    return reference.page(_TOP / "src" / "policybook" / "scaffold" / "demo" / "policy")


@pytest.mark.parametrize("kind", [*files.kinds(), files.COMMON])
def test_each_field_of_a_schema_has_a_row_with_a_meaning(kind: str) -> None:
    rows = [line.split(" | ") for line in _page().splitlines() if line.startswith("| ")]
    names = {row[0].strip("|*` ").rpartition(".")[2] for row in rows}
    assert not set(_keys(files.load(kind))) - names
    for row in rows:
        assert row[1].strip(), f"{row[0]} has no meaning: give its schema a description"


def test_a_field_has_its_meaning_its_type_and_an_example_from_the_manual() -> None:
    assert "| **`name`** | The agency's full name. | text | `Heron Bend School District` |" in _page()
    assert (
        "| `official` | false: this isn't the agency's own publication, and every page says so. | `true` or `false` |  |"
        in _page()
    )


@pytest.mark.parametrize("kind", files.kinds())
def test_each_kind_of_record_is_listed_with_its_file(kind: str) -> None:
    words = {
        "CODE-title": "3210-fees",
        "DATE": "2026-01-02",
        "BODY": "board",
        "LANGUAGE": "es",
        "rN": "r1",
        "ID": "2026-01-02",
    }
    path = reference._FILES[kind]
    assert f": `{path}`" in _page()
    for word, value in words.items():
        path = path.replace(word, value)
    home = paths.home(path)
    assert isinstance(home, paths.Home), path
    assert home.kind == kind


def _keys(schema: Any) -> Iterator[str]:
    """Yield each key that a schema declares, wherever it stands."""
    if isinstance(schema, list):
        for part in schema:
            yield from _keys(part)
    elif isinstance(schema, dict):
        yield from (key for key, part in schema.get("properties", {}).items() if isinstance(part, dict) and part)
        for part in schema.values():
            yield from _keys(part)
