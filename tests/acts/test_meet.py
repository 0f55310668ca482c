"""`policybook meet`: a team writes down that it met, what it worked on, what is done and what comes next."""

from __future__ import annotations

from tests.acts import Desk

_TEAM = ("meet", "restorative-team", "--date", "2026-11-23")


def test_a_meeting_is_recorded_with_what_comes_next(desk: Desk) -> None:
    said = desk.does(
        *_TEAM, "--present", "6", "--of", "8",
        "--item", "considered; 3210/restorative; Three schools have no trained lead.",
        "--next", "3210/restorative; Name three leads; student-services; 2027-01-15",
    )  # fmt: skip
    assert "Restorative Practice Team met on 23 November 2026." in said
    assert "The next meeting is due by 7 December 2026." in said
    assert "policybook review 3210/restorative --by restorative-team --meeting 2026-11-23-restorative-team" in said
    meeting = desk.read().meetings["2026-11-23-restorative-team"]
    assert (meeting.body, meeting.get("present"), meeting.get("of")) == ("restorative-team", 6, 8)
    (item,) = meeting.items
    assert (item.did, item.code, item.strategy) == ("considered", "3210", "restorative")
    assert item.get("next") == [
        {"id": "name-three-leads", "what": "Name three leads", "by": "student-services", "due": "2027-01-15"}
    ]


def test_a_step_is_closed_at_a_later_meeting(desk: Desk) -> None:
    desk.does(*_TEAM, "--next", "3210/restorative; Name three leads; ; 2026-12")
    asked = ("--owner", "restorative-team", "--within", "90d")
    assert "Name three leads" in desk.run("due", *asked).output
    said = desk.does("meet", "Restorative Practice Team", "--date", "2026-12-07", "--closes", "name-three-leads",
                     day="2026-12-07")  # fmt: skip
    assert "Still open: ‘Name three leads’" not in said
    assert "Name three leads" not in desk.run("due", *asked, day="2026-12-08").output
    again = ("meet", "restorative-team", "--date", "2026-12-08", "--closes", "name-three-leads")
    assert "There is no open step ‘name-three-leads’" in desk.refuses(*again, day="2026-12-08")


def test_what_cannot_be_is_refused(desk: Desk) -> None:
    assert "There is no body ‘restorativ-team’" in desk.refuses("meet", "restorativ-team")
    assert "record its meeting with `policybook meeting" in desk.refuses("meet", "board")
    assert "ended 30 June 2021" in desk.refuses("meet", "old-discipline-committee")
    assert "9 of 8 members" in desk.refuses(*_TEAM, "--present", "9", "--of", "8")
    assert "today is" in desk.refuses("meet", "restorative-team", "--date", "2026-12-24")
    assert "has no strategy restoration" in desk.refuses(*_TEAM, "--item", "considered; 3210/restoration; x")
    assert "There is no policy 3211" in desk.refuses(*_TEAM, "--item", "considered; 3211/restorative; x")
    assert "isn't what a team does" in desk.refuses(*_TEAM, "--item", "slept; 3210/restorative; x")
    assert "isn't a date" in desk.refuses(*_TEAM, "--next", "3210/restorative; Name leads; ; soon")
    assert "isn't a step" in desk.refuses(*_TEAM, "--next", "Name leads")
    assert "can't name a meeting" in desk.refuses(*_TEAM, "--word", "../x")


def test_a_second_meeting_on_one_day_has_a_word(desk: Desk) -> None:
    desk.does(*_TEAM)
    assert "name it with --word" in desk.refuses(*_TEAM)
    desk.does(*_TEAM, "--word", "evening")
    assert "2026-11-23-restorative-team-evening" in desk.read().meetings


def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    before = desk.files()
    assert "+body: restorative-team" in desk.does(*_TEAM, "--dry-run")
    assert desk.files() == before


def test_a_review_names_its_meeting(desk: Desk) -> None:
    desk.does(*_TEAM)
    words = ("review", "3210/restorative", "--by", "restorative-team", "--date", "2026-11-23", "--outcome", "on-track",
             "--summary", "Every school held its meetings in time.")  # fmt: skip
    assert "There is no meeting" in desk.refuses(*words, "--meeting", "2026-11-22-restorative-team")
    desk.does(*words, "--meeting", "2026-11-23-restorative-team")
    review = desk.policy("3210").reviews[-1]
    assert review.text("meeting") == "2026-11-23-restorative-team"
