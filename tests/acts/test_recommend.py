"""`policybook recommend` and `policybook respond`: what is asked, what is answered, and where it stands."""

from __future__ import annotations

from policybook.due import recommendations
from tests.acts import Desk

_ASK = ("recommend", "0410", "--to", "board", "--respond-by", "2027-02-01", "--text", "Publish who applies.")
_PAY = ("respond", "0410/2026-06-09-pay-families", "--by", "board")
_ID = "2026-11-24-publish-applies"


def status(desk: Desk, id: str, day: str) -> str:
    """Return where a recommendation on policy 0410 stands on a day."""
    return next(one.status for one in recommendations.all_of(desk.read(day)) if one.asked.id == id)


def test_a_recommendation_runs_from_open_to_closed(desk: Desk) -> None:
    said = desk.does(*_ASK, "--about", "fair-hiring")
    assert "Equity Council recommends on policy 0410, to School Board." in said
    assert f"by 1 February 2027: policybook respond 0410/{_ID} --by board" in said
    assert [status(desk, _ID, day) for day in ("2026-11-24", "2027-02-01", "2027-02-02")] == ["open", "open", "overdue"]
    said = desk.does(
        "respond", f"0410/{_ID}", "--by", "board", "--answer", "accepted", "--resources", "$500 a year",
        "--action", "Print the table; human-resources; 2027-04-01", day="2027-02-04",
    )  # fmt: skip
    assert "3 days late, and that stays on record" in said
    assert "Human Resources: ‘Print the table’, due 1 April 2027." in said
    days = ("2027-02-03", "2027-02-04", "2027-04-02")
    assert [status(desk, _ID, day) for day in days] == ["overdue", "in progress", "overdue"]
    desk.does("meet", "hiring-team", "--date", "2027-04-03", "--closes", "print-table", day="2027-04-03")
    assert status(desk, _ID, "2027-04-03") == "done"
    close = ("recommend", "0410", "--close", _ID, "--text", "It is printed.")
    assert "Only Equity Council" in desk.refuses(*close, "--by", "board", day="2027-04-04")
    desk.does(*close, day="2027-04-04")
    assert [status(desk, _ID, day) for day in ("2027-04-03", "2027-04-04")] == ["done", "closed"]
    assert "closed already" in desk.refuses(*close, day="2027-04-05")


def test_a_finding_becomes_a_recommendation_in_one_step(desk: Desk) -> None:
    desk.does("recommend", "0410", "--finding", "family-voice", "--to", "superintendent", "--respond-by", "2027-02-01")
    asked = desk.policy("0410").recommendations[-1]
    assert (asked.about, asked.text("evaluation")) == (("family-voice",), "2025-11-18-evaluation")
    assert asked.text("text") == "Families give their evenings for nothing, and few can."
    assert "No evaluation of policy 0410 has a finding of ‘fair-hiring’" in desk.refuses(
        "recommend", "0410", "--finding", "fair-hiring", "--to", "board", "--respond-by", "2027-02-01"
    )


def test_a_recommendation_that_cannot_be_is_refused(desk: Desk) -> None:
    assert "Missing: --to" in desk.refuses(*_ASK[:2], *_ASK[4:])
    assert "can't make a recommendation to itself" in desk.refuses(*_ASK, "--to", "equity-council")
    assert "has no strategy fair-hirring" in desk.refuses(*_ASK, "--about", "fair-hirring")
    assert "before it is made" in desk.refuses(*_ASK[:5], "2026-01-01", *_ASK[6:])
    assert "today is" in desk.refuses(*_ASK, "--date", "2026-12-24")
    assert "No body oversees policy 3210" in desk.refuses("recommend", "3210", *_ASK[2:])
    assert "ended 30 June 2021" in desk.refuses(*_ASK, "--to", "old-discipline-committee")


def test_an_answer_that_cannot_be_is_refused(desk: Desk) -> None:
    assert "needs what will be done" in desk.refuses(*_PAY, "--answer", "accepted")
    assert "needs its reasons" in desk.refuses(*_PAY, "--answer", "declined")
    assert "needs its reasons" in desk.refuses(*_PAY, "--answer", "noted")
    assert "needs who does it and by when" in desk.refuses(*_PAY, "--answer", "accepted", "--action", "Vote")
    assert "isn't a date" in desk.refuses(*_PAY, "--answer", "accepted", "--action", "Vote; board; soon")
    assert "was made to School Board and Superintendent, not to Clerk" in desk.refuses(
        *_PAY[:2], "--by", "clerk", "--answer", "declined", "--text", "No."
    )
    assert "after that day" in desk.refuses(*_PAY, "--answer", "declined", "--text", "No.", "--date", "2026-06-01")
    assert "Did you mean ‘2026-06-09-pay-families’?" in desk.refuses("respond", "0410/2026-06-09-pay-family", *_PAY[2:])
    assert "Write the recommendation as CODE/ID" in desk.refuses("respond", "0410", *_PAY[2:], "--answer", "noted")
