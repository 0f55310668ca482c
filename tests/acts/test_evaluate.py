"""`policybook evaluate`: the body that oversees a policy says how it is carried out."""

from __future__ import annotations

import json

from tests.acts import Desk

_ALL = (
    "evaluate",
    "0410",
    "--date",
    "2026-11-23",
    "--outcome",
    "needs-attention",
    "--summary",
    "The figures came late.",
)
_FOUND = ("--finding", "fair-hiring; on-track; Everybody who interviews is trained.")


def test_an_evaluation_is_recorded_and_the_next_one_is_counted_from_it(desk: Desk) -> None:
    said = desk.does(*_ALL, *_FOUND)
    assert "Equity Council evaluated policy 0410 as of revision 2025-09-09: needs-attention." in said
    assert "The next evaluation falls due by 30 November 2027." in said
    review = desk.policy("0410").reviews[-1]
    assert (review.of, review.by, review.text("method")) == ("policy", "equity-council", "evaluation")
    assert review.get("findings") == [
        {"strategy": "fair-hiring", "outcome": "on-track", "text": "Everybody who interviews is trained."}
    ]
    assert "on record already" in desk.refuses(*_ALL)


def test_it_is_no_review_of_the_text(desk: Desk) -> None:
    asked = ("due", "--format", "json", "--within", "3y")

    def due() -> dict[str, str]:
        listed = json.loads(desk.run(*asked).output)["due"]
        return {one["kind"]: one["due"] for one in listed if one["policy"] == "0410" and one["strategy"] is None}

    before = due()
    desk.does(*_ALL)
    assert before["evaluation"] == "2026-11-30"
    assert due() == {**before, "evaluation": "2027-11-30"}


def test_what_cannot_be_is_refused(desk: Desk) -> None:
    assert "No body oversees policy 3210" in desk.refuses("evaluate", "3210", *_ALL[2:])
    assert "Equity Council oversees policy 0410, not Superintendent" in desk.refuses(*_ALL, "--by", "superintendent")
    assert "has no strategy fair-hirring" in desk.refuses(*_ALL, "--finding", "fair-hirring; on-track; Trained.")
    assert "two findings of fair-hiring" in desk.refuses(*_ALL, *_FOUND, *_FOUND)
    assert "concludes on-track" in desk.refuses(*_ALL, "--finding", "fair-hiring; good; Trained.")
    assert "Say what was found" in desk.refuses(*_ALL, "--finding", "fair-hiring; on-track")
    assert "still to come" in desk.refuses(*_ALL[:2], "--date", "2026-12-23", *_ALL[4:])
    assert "There is no meeting" in desk.refuses(*_ALL, "--meeting", "2026-11-23-equity-council")
