"""`policybook reading`."""

from __future__ import annotations

import pytest

from policybook.cli import output
from tests.acts import Desk

_SHORTER = "3210-fair-discipline/revisions/2026-shorter-suspensions"


def test_the_text_presented_is_kept_with_its_digest(desk: Desk) -> None:
    said = desk.does("reading", "1400", "--date", "2026-11-24")
    assert "1 of 2 readings. The next one, on 8 December 2026 or later: policybook reading 1400" in said
    policy = desk.policy("1400")
    proposal = policy.proposals[0]
    (reading,) = proposal.readings
    (kept,) = policy.presented
    assert (kept.revision_id, kept.number) == (proposal.id, 1)
    assert reading.text("digest") == kept.computed_digest == proposal.computed_digest
    assert not reading.has("amended")


def test_a_second_reading_completes_the_count(desk: Desk) -> None:
    desk.does("reading", "1400", "--date", "2026-11-24")
    said = desk.does("reading", "1400", "--date", "2026-12-08", day="2026-12-08")
    assert "policybook adopt 1400" in said
    assert desk.policy("1400").proposals[0].readings[-1].text("amended") == "none"


def test_a_changed_text_needs_a_word_on_how(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = "Missing: --amended (the text of 3210 isn't the one read last. How was it changed: editorial, substantive)."
    assert desk.refuses("reading", "3210", "--date", "2026-11-24") == asked
    assert "--amended substantive" in desk.refuses("reading", "3210", "--date", "2026-11-24", "--amended", "none")
    monkeypatch.setattr(output, "is_interactive", lambda: True)
    said = desk.does("reading", "3210", answers="\nsubstantive\n")  # today is the default
    assert "[2026-11-24]" in said
    assert "the count of readings starts again" in said
    assert "1 of 2 readings" in said
    kept = desk.files()[f"{_SHORTER}.r2.yml"]
    assert b"in one term together" in kept


def test_an_unchanged_text_is_not_amended(desk: Desk) -> None:
    said = desk.refuses("reading", "0420", "--date", "2026-11-24", "--amended", "editorial")
    assert "word for word the one read before" in said


def test_too_soon_and_out_of_order_are_refused(desk: Desk) -> None:
    soon = desk.refuses("reading", "3210", "--date", "2026-11-23", "--amended", "editorial")
    assert "13 days after the last one, of 10 November 2026; the board's rules ask for 14" in soon
    assert "24 November 2026" in soon
    assert "must come after the last one" in desk.refuses(
        "reading", "3210", "--date", "2026-11-10", "--amended", "editorial"
    )
    assert "today is 24 November 2026" in desk.refuses(
        "reading", "3210", "--date", "2026-12-08", "--amended", "editorial"
    )
    assert "isn't a day" in desk.refuses("reading", "3210", "--date", "2026-11", "--amended", "editorial")


def test_a_waiver_needs_a_reason_and_the_vote_that_the_rules_ask_for(desk: Desk) -> None:
    waive = ("reading", "3210", "--date", "2026-11-24", "--waived")
    assert "Missing: --vote" in desk.refuses(*waive, "The winter is near.")
    said = desk.refuses(*waive, "The winter is near.", "--vote", "4-1")
    assert "can't be waived under the board's rules" in said
    assert "a unanimous vote is needed" in said
    assert "isn't a vote" in desk.refuses(*waive, "The winter is near.", "--vote", "most")
    assert "Missing: --amended" in desk.refuses(*waive, "")
    desk.does(*waive, "The winter is near.", "--vote", "unanimous")
    reading = desk.policy("3210").by_id["2026-shorter-suspensions"].readings[-1]
    assert (reading.waived, reading.get("vote")) == ("The winter is near.", "unanimous")
    assert f"{_SHORTER}.r2.yml" not in desk.files()


def test_a_proposal_that_ended_isnt_read_and_a_postponed_one_is_taken_up(desk: Desk) -> None:
    desk.does("reading", "3241", "--date", "2026-11-24")
    proposal = desk.policy("3241").by_id["2026-in-lockers"]
    assert not proposal.outcome
    assert not proposal.has("outcome_date")
    desk.does("adopt", "--withdrawn", "3241", "--date", "2026-11-24")
    assert "was withdrawn" in desk.refuses("reading", "3241@2026-in-lockers", "--date", "2026-11-24")
    assert "no proposal that the board could act on" in desk.refuses("reading", "3241", "--date", "2026-11-24")


def test_which_proposal_is_meant_is_asked(desk: Desk) -> None:
    desk.does("propose", "3210", "--summary", "Longer days.", "--proposed-by", "board")
    said = desk.refuses("reading", "3210", "--date", "2026-11-24")
    assert "Name one: 3210@2026-longer-days or 3210@2026-shorter-suspensions." in said
    desk.does("reading", "3210@2026-longer-days", "--date", "2026-11-24")
    said = desk.refuses("reading", "3210@2026-longer-day", "--date", "2026-11-24")
    assert "Did you mean ‘2026-longer-days’?" in said
    assert "is no proposal" in desk.refuses("reading", "3210@2026-03-10", "--date", "2026-11-24")


def test_a_text_that_nobody_wrote_is_not_read(desk: Desk) -> None:
    desk.does(
        "propose", "7777", "--title", "Quiet hours", "--kind", "bylaw", "--summary", "S", "--proposed-by", "board"
    )
    assert "has no text yet: it says ‘Write the text here.’" in desk.refuses("reading", "7777", "--date", "2026-11-24")
    assert "has no text yet" in desk.refuses("adopt", "7777", "--date", "2026-11-24", "--vote", "5-0")
    desk.does("adopt", "--withdrawn", "7777", "--date", "2026-11-24")


def test_a_meeting_must_be_on_record(desk: Desk) -> None:
    said = desk.refuses("reading", "3210", "--meeting", "2026-11-24-special", "--amended", "editorial")
    assert "There is no meeting ‘2026-11-24-special’ in meetings/." in said
