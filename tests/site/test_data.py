"""The manual as JSON: each file is what the published schema says, and all of them hang together."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.site import sites

SCHEMA = json.loads((sites.ROOT / "schemas/published/data.schema.json").read_text(encoding="utf-8"))


def _data(site: Path) -> dict[str, Any]:
    return {
        path.relative_to(site).as_posix(): json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((site / "data").rglob("*.json"))
    }


def test_each_file_is_valid_against_the_published_schema(site: Path) -> None:
    validator = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    wrong = [(name, error.message) for name, data in _data(site).items() for error in validator.iter_errors(data)]
    assert wrong == []


def test_the_index_leads_to_each_policy_and_each_policy_to_its_revisions(site: Path) -> None:
    data = _data(site)
    reached = {"data/index.json"}
    for policy in data["data/index.json"]["policies"]:
        reached.add(policy["data"])
        assert (site / policy["url"] / "index.html").is_file()
        for revision in data[policy["data"]]["revisions"]:
            reached.add(revision["data"])
            assert (site / revision["url"] / "index.html").is_file()
    assert reached == set(data)


def test_the_schemas_are_given_away_too(site: Path) -> None:
    given = {path.name for path in (site / "schemas").rglob("*.json")}
    assert given == {path.name for path in (sites.ROOT / "schemas").rglob("*.json")}


def test_policy_1010_is_there_as_it_is_known(built: dict[str, Path]) -> None:
    data = _data(built["real"])
    assert data["data/index.json"]["official"] is False
    assert data["data/index.json"]["text_licence"] == "CC-BY-NC-SA-4.0"
    policy = data["data/policies/1010.json"]
    assert policy["standing"] == [
        {"state": "latest known", "revision": "2019-12", "since": "2019-12", "known_as_of": None}
    ], "nobody here knows what is in force"
    assert {strategy["cadence"]["basis"] for strategy in policy["strategies"]} == {"assumed"}
    assert {strategy["review"]["why"] for strategy in policy["strategies"]} == {"assumed cadence"}
    assert {strategy["review"]["due"] for strategy in policy["strategies"]} == {None}
    text = data["data/policies/1010/2019-12.json"]["text"]
    assert "Race must cease to be a reliable predictor" in json.dumps(text)


@pytest.mark.parametrize("name", ["real", "demo"])
def test_no_spreadsheet_is_given_away(built: dict[str, Path], name: str) -> None:
    assert list(built[name].rglob("*.csv")) == []
