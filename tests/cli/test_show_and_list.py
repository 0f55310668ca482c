"""`policybook show` and `list`; completion; tables that break no word."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from policybook.cli import main, output

_DEMO = "src/policybook/scaffold/demo/policy"


def said(*words: str, manual: str = _DEMO) -> str:
    ran = CliRunner().invoke(main.policybook, [*words, "--manual", manual, "--as-of", "2026-11-24"])
    assert ran.exit_code == 0, (ran.output, ran.exception)
    return ran.output


def test_show_leaves_nothing_out() -> None:
    shown = said("show", "3210")
    for part in (
        "In force since 1 July 2026.", "fictional", "Steward: Superintendent", "every 3 years in March",
        "Next review: due by", "Former codes: JK", "considered. [1]", "[1] State Code 12.34",
        "restorative: A restorative meeting first. Owner: Restorative Practice Team, every 6 months",
        "2026-shorter-suspensions, 1 reading: Five days", "2020-04-14: suspended, 14 April 2020, unanimous",
    ):  # fmt: skip
        assert part in shown, part
    assert "unofficial copy" in said("show", "1010", manual="policy")
    suspended = said("show", "3241")
    assert "Suspended until 30 June 2027." in suspended
    assert "This is revision 2024-08-13: suspended." in suspended
    assert "No text is in force. Show one of its revisions with --revision: " in said("show", "3520")
    assert "Proposal 2026-shorter-suspensions: not adopted." in said("show", "3210@2026-shorter-suspensions")
    assert "This is revision 2019-08-20: superseded." in said("show", "3210", "--revision", "2019-08-20")
    assert "leaves the text as it is" in said("show", "3210", "--revision", "2020-04-14")


def test_show_and_list_as_data() -> None:
    shown = json.loads(said("show", "3210", "--format", "json"))
    assert (shown["schema"], shown["kind"], shown["standing"][0]["state"]) == (1, "show", "in force")
    assert (shown["standing"][0]["since"], shown["shown"]["id"], shown["steward"]["is"]) == (
        "2026-07-01",
        "2026-03-10",
        "superintendent",
    )
    assert shown["shown"]["footnotes"]
    assert shown["revisions"][0]["digest"] is None or shown["revisions"][0]["digest"].startswith("sha256:")
    listed = json.loads(said("list", "--format", "json"))
    assert listed["schema"] == 1
    by_code: dict[str, Any] = {row["code"]: row for row in listed["policies"]}
    assert by_code["3520"]["standing"][0]["state"] == "rescinded"
    assert by_code["3210"]["proposals"] == ["2026-shorter-suspensions"]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (("discipline",), ["3210"]),
        (("DISCIPLINE", "fair"), ["3210"]),
        (("--state", "rescinded"), ["1105", "3520"]),
        (("--state", "suspended"), ["3241"]),
        (("restorative", "meeting", "--text"), ["3210", "3210P"]),
        (("--kind", "procedure", "--steward", "The Superintendent"), None),
        (("--series", "EL-"), ["EL-1", "EL-2", "EL-3"]),
        (("--proposed", "phones"), []),
        (("nothing-like-this",), []),
    ],
)
def test_list_searches_and_filters(words: tuple[str, ...], codes: list[str] | None) -> None:
    found = [line.split("\t")[0] for line in said("list", *words).splitlines()[1:]]
    assert found == codes if codes is not None else found


def test_a_shell_completes_codes_proposals_and_checks() -> None:
    def completed(line: str, at: int) -> str:
        environment = {**os.environ, "_POLICYBOOK_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(at)}
        environment["POLICYBOOK_MANUAL"] = _DEMO
        code = "import sys; sys.argv = ['policybook']\nfrom policybook.cli.entry import main; main()"
        ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
        assert ran.stderr == ""
        return ran.stdout

    assert "plain,adopt" in completed("policybook ad", 1)
    assert "plain,3210" in completed("policybook show 32", 2)
    assert "plain,3210@2026-shorter-suspensions" in completed("policybook redline 3210@", 2)
    assert "plain,strategy-owner" in completed("policybook explain strategy-o", 2)
    assert "plain,adopt" in completed("policybook nothing ", 2)


def test_no_word_of_a_table_is_broken() -> None:
    head = ("Code", "Title", "State", "Steward")
    row = (
        "1312.10-E1",
        "Complaints about instructional materials",
        "in force since 9 September 2025",
        "Superintendent",
    )
    for room in range(60, 140):
        widths = output._widths(head, [row], room)
        if widths is None:
            continue
        assert sum(widths) + 3 * len(widths) <= room
        for cell, width in zip(row, widths, strict=True):
            assert max(map(len, cell.split())) <= width
    assert output._widths(head, [row], 200) == [len(cell) for cell in row]
    assert output._widths(head, [row], 60) is not None
    assert output._widths(head, [("x" * 60, *row[1:])], 60) is None


def test_colour_follows_the_usual_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    assert not output.on_terminal()
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert output.on_terminal()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not output.on_terminal()


def test_a_day_in_numbers_is_read_by_the_manual_that_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(_DEMO, tmp_path / "policy")
    monkeypatch.chdir(tmp_path)
    ran = CliRunner().invoke(main.policybook, ["show", "3210", "--as-of", "03/04/2020"])
    assert "Superseded" in ran.output or "In force" in ran.output, (ran.output, ran.exception)
    monkeypatch.chdir("/")
    ran = CliRunner().invoke(main.policybook, ["show", "3210", "--as-of", "03/04/2020"])
    assert "could be two days. Write it as 2026-11-24." in ran.output


def test_a_variable_names_the_manual(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLICYBOOK_MANUAL", _DEMO)
    assert "Fair Discipline" in CliRunner().invoke(main.policybook, ["show", "3210"]).output
