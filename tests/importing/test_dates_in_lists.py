"""Dates as districts list them below their policies: under one label, in lines of their own, in two labels on a line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from policybook.importing import run
from policybook.importing.facts import Facts
from policybook.importing.run import Import

BODY = "Every student attends school.\n\nPrincipals keep the list.\n\n"


def prepared(folder: Path, foot: str, title: str = "506 Attendance", name: str = "506.md") -> Import:
    (folder / name).write_text(f"# {title}\n\n{BODY}{foot}\n", encoding="utf-8")
    return run.prepare(folder, date(2026, 11, 27), None, {})


def facts(folder: Path, foot: str) -> Facts:
    done = prepared(folder, foot)
    assert not done.incomplete
    return done.mapping.entries[0].facts


def days(found: Facts, name: str) -> list[str]:
    return [one.is_ for one in getattr(found, name)]


def test_one_label_above_dates_in_lines(tmp_path: Path) -> None:
    found = facts(tmp_path, "Date of Adoption/Revision:\n\nJuly 2003\n\nJuly 2006\n\nSeptember 2012")
    assert found.adopted is not None
    assert found.adopted.is_ == "2003-07"
    assert days(found, "revised") == ["2006-07", "2012-09"]


def test_a_label_that_may_mean_a_review_makes_no_act(tmp_path: Path) -> None:
    found = facts(tmp_path, "Date of Adoption/Review/Revision:\n\nJuly 2003\n\nApril 2025")
    assert found.adopted is None
    assert not found.revised
    assert found.notes == [
        "Date of Adoption/Review/Revision: July 2003",
        "Date of Adoption/Review/Revision: April 2025",
    ]


def test_labels_with_their_dates_in_the_next_line(tmp_path: Path) -> None:
    foot = "First Adoption:\n\n1989-09-21\n\nRevision Adoption:\n\nAugust 10, 1997/ March 8, 2020\n\nReviewed Dates:\n\nJune 22, 2008"
    found = facts(tmp_path, foot)
    assert found.adopted is not None
    assert found.adopted.is_ == "1989-09-21"
    assert days(found, "revised") == ["1997-08-10", "2020-03-08"]
    assert days(found, "reviewed") == ["2008-06-22"]


def test_a_sentence_below_a_label_of_dates_stays_text(tmp_path: Path) -> None:
    done = prepared(tmp_path, "Revised:\n\nThis policy was revised in 2012 by the board.")
    assert (
        "This policy was revised in 2012 by the board." in done.built.drafts["506.md"].text().all_provisions[-1].prose
    )


def test_two_labels_in_a_line(tmp_path: Path) -> None:
    found = facts(tmp_path, "Policy Title: Student Attendance Code No.: 506")
    assert (found.title, found.code) == ("Student Attendance", "506")


def test_the_day_on_which_an_update_was_issued_is_no_adoption(tmp_path: Path) -> None:
    found = facts(tmp_path, "DATE ISSUED: 2/24/2012\n\nUPDATE 93\n\nFFI(LOCAL)-A1\n\nADOPTED: 1 of 1")
    assert found.adopted is None
    assert found.code == "FFI(LOCAL)"
    assert found.notes == ["DATE ISSUED: 2/24/2012", "Note: UPDATE 93"]


def test_numbers_before_citations_are_left_out_and_policies_among_them_are_references(tmp_path: Path) -> None:
    found = facts(tmp_path, "Legal References:\n\n1. 24 P.S. 407; 2. Pol. 003")
    assert found.legal == ["24 P.S. 407"]
    assert found.references == ["Pol. 003"]


def test_a_revision_before_the_adoption_is_a_note_and_no_act(tmp_path: Path) -> None:
    done = prepared(tmp_path, "Adoption Date: 10/27/14\n\nRevised Dates: 10.99; 06.16")
    acts = [path.rpartition("/")[2] for path in done.built.records if "/revisions/" in path]
    assert acts == ["2014-10-27.yml", "2016-06.yml"]
    policy = next(record for path, record in done.built.records.items() if path.endswith("policy.yml"))
    assert policy["notes"] == [{"text": "Revised: 10.99. That is before the adoption, so no act is made of it."}]
    assert any("before its adoption" in one.message for one in done.suspicions)


@pytest.mark.parametrize(
    "words", ["See Policy 3210 for more.", "See policy #3210 for more.", "See Policy No. 3210 for more."]
)
def test_a_policy_that_the_words_name_is_a_link(words: str, tmp_path: Path) -> None:
    prepared(tmp_path, "", "3210 Discipline", "3210.md")
    (tmp_path / "506.md").write_text(f"# 506 Attendance\n\n{BODY}{words}\n", encoding="utf-8")
    done = run.prepare(tmp_path, date(2026, 11, 27), None, {})
    assert not done.incomplete
    text = done.built.drafts["506.md"].text()
    assert "](policy:3210) for more." in text.all_provisions[-1].prose
