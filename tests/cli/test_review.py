"""`policybook review`: writes one sound file, once, and refuses what can't be so."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policybook.cli import main, output
from policybook.errors import PolicybookError
from policybook.record.yaml import reader
from tests import cases

SOUND = ("--by", "superintendent", "--outcome", "on-track", "--summary", "The figures were published on the first day.")


@pytest.fixture
def manual(tmp_path: Path) -> Path:
    return cases.written(cases.small(), tmp_path)


def review(manual: Path, *words: str, answers: str | None = None) -> Result:
    asked = ["review", *words, "--manual", str(manual), "--as-of", "2026-11-24"]
    return CliRunner().invoke(main.policybook, asked, input=answers)


def test_it_writes_what_was_said_with_the_digest_of_the_text_in_force(manual: Path) -> None:
    made = review(
        manual, "3210/data", *SOUND, "--next", "Add the primary schools; superintendent; 2027-02", "--next", "Print it",
        "--measured", "gap=3 %", "--evidence", "District totals",
    )  # fmt: skip
    assert made.exit_code == 0, made.exception
    assert "The next review falls due by 31 October 2027." in made.output
    data = reader.read((manual / "3210-fair-discipline/reviews/2026-11-24-data.yml").read_bytes()).data
    assert data is not None
    in_force = cases.small()["3210-fair-discipline/revisions/2026-03-10.yml"].decode()
    assert data.pop("digest") in in_force
    assert data == {
        "of": "data",
        "by": "superintendent",
        "outcome": "on-track",
        "summary": "The figures were published on the first day.",
        "evidence": [{"title": "District totals"}],
        "measured": [{"indicator": "gap", "value": "3 %"}],
        "next_steps": [
            {"id": "add-primary-schools", "what": "Add the primary schools", "by": "superintendent", "due": "2027-02"},
            {"id": "print", "what": "Print it"},
        ],
    }
    checked = CliRunner().invoke(main.policybook, ["check", "--manual", str(manual), "--as-of", "2026-11-24"])
    assert checked.exit_code == 0, checked.output


def test_a_review_of_an_earlier_day_is_of_the_text_of_that_day(manual: Path) -> None:
    made = review(
        manual, "3210", "--date", "2026-02-01", "--by", "board", "--outcome", "confirmed", "--summary", "Fine."
    )
    assert made.exit_code == 0, made.exception
    written = (manual / "3210-fair-discipline/reviews/2026-02-01-policy.yml").read_text(encoding="utf-8")
    data = reader.read(cases.small()["3210-fair-discipline/revisions/2020-05-12.yml"]).data
    assert data is not None
    assert data["digest"] in written


def test_a_review_is_written_once(manual: Path) -> None:
    target = manual / "3210-fair-discipline/reviews/2026-10-20-data.yml"
    before = target.read_bytes()
    refused = review(manual, "3210/data", "--date", "2026-10-20", *SOUND)
    assert isinstance(refused.exception, PolicybookError)
    assert "written once" in str(refused.exception)
    assert target.read_bytes() == before


def test_a_dry_run_shows_the_file_and_writes_nothing(manual: Path) -> None:
    made = review(manual, "3210/data", *SOUND, "--dry-run")
    assert "+outcome: on-track" in made.output
    assert not (manual / "3210-fair-discipline/reviews/2026-11-24-data.yml").exists()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["9999", *SOUND], "There is no policy 9999"),
        (["3210/dta", *SOUND], "Did you mean ‘data’"),
        (["3210/data"], "Missing: --by"),
        (["3210/data", *SOUND, "--date", "2027-01-01"], "still to come"),
        (["3210/data", *SOUND, "--by", "bord"], "Did you mean ‘board’"),
        (["3210/data", *SOUND, "--outcome", "confirmed"], "on-track, needs-attention or off-track"),
        (["3210", *SOUND], "confirmed, revise or rescind"),
        (["3210", *SOUND, "--method", "internal"], "compliant or not-compliant"),
        (["3210/data", *SOUND, "--date", "2011-01-01"], "Name the text looked at with --revision"),
        (["3210/data", *SOUND, "--revision", "1999"], "has no revision 1999"),
        (["3210/data", *SOUND, "--measured", "gpa=3"], "Did you mean ‘gap’"),
        (["3210/data", *SOUND, "--measured", "3"], "isn't a reading"),
        (["3210/data", *SOUND, "--next", "Do it; nobody"], "no body ‘nobody’"),
        (["3210/data", *SOUND, "--next", "Do it; board; soon"], "isn't a date"),
    ],
)
def test_what_can_not_be_so_is_refused_with_a_reason(manual: Path, words: list[str], reason: str) -> None:
    before = sorted(manual.rglob("*"))
    refused = review(manual, *words)
    assert isinstance(refused.exception, PolicybookError), refused.output
    assert reason in str(refused.exception)
    assert sorted(manual.rglob("*")) == before


def test_a_day_that_is_none_is_said_before_what_is_missing(manual: Path) -> None:
    refused = review(manual, "3210/data", "--date", "soon")
    assert refused.exit_code == 2
    assert "‘soon’ isn't a day" in refused.output


def test_a_person_is_asked_for_what_is_missing(manual: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "is_interactive", lambda: True)
    answers = "2026-11-20\nsuperintendent\noff-track\nNot yet.\nPublish them\nsuperintendent\n2027-01-15\n\n"
    made = review(manual, "3210/data", answers=answers)
    assert made.exit_code == 0, made.exception
    data = reader.read((manual / "3210-fair-discipline/reviews/2026-11-20-data.yml").read_bytes()).data
    assert data is not None
    assert data["outcome"] == "off-track"
    assert data["next_steps"] == [
        {"id": "publish", "what": "Publish them", "by": "superintendent", "due": "2027-01-15"}
    ]
