"""Days as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from policybook.errors import PolicybookError
from policybook.rules import votes
from policybook.values import written_day


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-24", "11/24/2026", "11/24/26", "24.11.2026", "11-24-2026", "Nov 24, 2026", "nov. 24 2026", "November 24th, 2026",
        "24 Nov 2026", "24th of November 2026", "24. November 2026", "24 de noviembre de 2026", " 2026-11-24 ", "11 / 24 / 2026",
    ],
)  # fmt: skip
def test_a_day_is_understood(written: str) -> None:
    assert written_day.parse(written) == date(2026, 11, 24)


def test_the_order_decides_where_numbers_could_be_two_days() -> None:
    assert written_day.parse("3/4/2026", day_first=False) == date(2026, 3, 4)
    assert written_day.parse("3/4/2026", day_first=True) == date(2026, 4, 3)
    assert written_day.parse("3/3/2026") == date(2026, 3, 3)
    with pytest.raises(written_day.Ambiguous):
        written_day.parse("3/4/2026")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "tomorrow",
        "2026",
        "2026-11",
        "13/13/2026",
        "31.02.2026",
        "Nov 31, 2026",
        "Foo 3, 2026",
        "20261124",
        "ma 3, 2026",
    ],
)
def test_what_is_no_day_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        written_day.parse(written, day_first=False)


@pytest.mark.parametrize(
    ("written", "vote"),
    [
        ("4-1", {"for": 4, "against": 1}), ("4 to 1", {"for": 4, "against": 1}), ("4–1–0–1", {"for": 4, "against": 1, "abstain": 0, "absent": 1}),
        ("5 yes, 0 no", {"for": 5, "against": 0}), ("4 ayes and 1 nay", {"for": 4, "against": 1}), ("4 yes 1 no", {"for": 4, "against": 1}),
        ("for 4, against 0, absent 1", {"for": 4, "against": 0, "absent": 1}), ("4 in favor; 1 opposed", {"for": 4, "against": 1}),
        ("Unanimously", "unanimous"), ("consent agenda", "consent"), ("CONSENT", "consent"),
    ],
)  # fmt: skip
def test_a_vote_is_understood(written: str, vote: object) -> None:
    assert votes.parse(written) == vote


@pytest.mark.parametrize("written", ["", "most", "4", "4-", "for four", "4 yes, 5 yes", "1 against", "carried"])
def test_what_is_no_vote_is_refused(written: str) -> None:
    with pytest.raises(PolicybookError, match="isn't a vote"):
        votes.parse(written)
