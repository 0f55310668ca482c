"""What a record would have to be told: through the shipped command, for the real record."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from policybook.cli import main

POLICY = Path(__file__).parents[2] / "policy"


def test_the_real_record_says_what_is_open_in_order_of_worth() -> None:
    words = ["list", "--to-confirm", "--manual", str(POLICY), "--format", "json", "--as-of", "2026-11-24"]
    told = CliRunner().invoke(main.policybook, words)
    assert told.exit_code == 0, told.output
    found = json.loads(told.output)["questions"]
    assert all((POLICY / one["path"]).is_file() and one["why"] for one in found)
    asked = list(dict.fromkeys(one["asked"] for one in found))
    assert asked == [
        "Who owns it?",
        "Who leads it?",
        "How often does it meet?",
        "What is it called?",
        "How often is it reviewed?",
        "How often is it evaluated?",
        "On which day did the board act?",
        "What was the text?",
        "By which rules does the board adopt policies?",
    ]
    owners = [one for one in found if one["asked"] == "Who owns it?"]
    assert len(owners) == 6
    assert owners[0]["known"] == "Executive Leadership Team"
    assert sum(one["asked"] == "What was the text?" for one in found) == 3
    adopted = next(one for one in found if one["path"].endswith("2014-11.yml"))
    assert (adopted["known"], adopted["why"]) == ("November 2014 or October 2014", "Sources disagree.")


def test_the_list_is_readable_without_json() -> None:
    told = CliRunner().invoke(main.policybook, ["list", "--to-confirm", "--manual", str(POLICY)])
    assert told.exit_code == 0
    assert "By which rules does the board adopt policies?" in told.output
