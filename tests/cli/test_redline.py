"""`policybook redline`: which texts it compares, what it writes, and what it says when it can't."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from policybook.cli.redline import command
from policybook.errors import PolicybookError

DEMO = ["--manual", "src/policybook/scaffold/demo/policy", "--as-of", "2026-11-24"]


def run(*arguments: str) -> str:
    result = CliRunner().invoke(command, [*arguments, *DEMO], catch_exceptions=True)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize(
    ("arguments", "heading"),
    [
        (["3210"], "3210 Fair Discipline: from the text of 10 March 2026 to proposal 2026-shorter-suspensions"),
        (["3200"], "3200 Rights and Duties of Students: from the text of 20 August 2019 to the text of 13 August 2024"),
        (["3200", "2010-08-10"], "3200 Rights and Duties of Students: from the text of 10 August 2010 to the text of"),
        (["3200", "2010-08-10", "2019-08-20"], "3200 Rights and Duties of Students: from the text of 10 August 2010"),
        (["3200", "2012-01-01", "2020-01-01"], "3200 Rights and Duties of Students: from the text of 10 August 2010"),
        (
            ["0420", "2026-interpreters.r1", "2026-interpreters.r2"],
            "0420 Family Languages: from the text of reading 1 of proposal 2026-interpreters to the text of reading 2",
        ),
        (["3246", "2026-learning-with-machines"], "3246 Learning with Machines: proposal 2026-learning-with-machines"),
    ],
)
def test_the_texts_that_are_meant(arguments: list[str], heading: str) -> None:
    assert run(*arguments).startswith(heading)


def test_plain_text_marks_what_goes_and_what_comes() -> None:
    shown = run("3200")
    assert "A student may speak, write and wear what [-carries-]{+shows+} an opinion" in shown
    assert "(3)   moved away from here:\n      [-2.-] [-Duties-]" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["9999"], "There is no policy 9999."),
        (["3200", "2019-08-21x"], "Did you mean ‘2019-08-20’?"),
        (["3200", "nothing-like-it"], "It has 2010-08-10, 2019-08-20, 2024-08-13."),
        (["6900"], "None of its texts is held."),
    ],
)
def test_what_it_says_when_there_is_no_such_text(arguments: list[str], said: str) -> None:
    with pytest.raises(PolicybookError, match=said.replace("?", r"\?")):
        run(*arguments)


def test_it_writes_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "redline.json"
    assert run("3200", "--format", "json", "--output", str(target)) == ""
    assert json.loads(target.read_text(encoding="utf-8"))["from"]["id"] == "2019-08-20"


def test_each_form_names_the_texts() -> None:
    for form in ("markdown", "html", "json"):
        assert "13 August 2024" in run("3200", "--format", form)
