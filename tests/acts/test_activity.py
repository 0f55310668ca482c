"""`policybook activity`: what is done for a strategy, and that it came to its end."""

from __future__ import annotations

import pytest

from tests.acts import Desk

_NEW = ("activity", "3210/restorative", "--title", "Train substitutes", "--lead", "restorative-team")


def test_an_activity_is_recorded_and_finished(desk: Desk) -> None:
    said = desk.does(*_NEW, "--since", "2026-10", "--resources", "One half day each", "--evidence", "Roster")
    assert "Restorative Practice Team leads ‘Train substitutes’" in said
    assert "--finish train-substitutes" in said
    (one,) = (one for one in desk.policy("3210").activities if one.id == "train-substitutes")
    assert (one.strategy, one.text("resources")) == ("restorative", "One half day each")
    finish = ("activity", "3210/restorative", "--finish", "train-substitutes", "--outcome", "All are trained.")
    assert "after that day" in desk.refuses(*finish, "--date", "2026-09-30")
    desk.does(*finish)
    assert "already" in desk.refuses(*finish)


@pytest.mark.parametrize(
    ("since", "day", "state"),
    [("2026-12", "2026-11-24", "planned"), ("2026-12", "2026-12-01", "under way"), ("2026-10", "2026-11-24", "under way")],
)  # fmt: skip
def test_where_it_stands_follows_from_its_dates(desk: Desk, since: str, day: str, state: str) -> None:
    desk.does(*_NEW, "--since", since)
    one = next(one for one in desk.policy("3210", day).activities if one.id == "train-substitutes")
    assert one.state(desk.read(day).as_of) == state


def test_what_cannot_be_is_refused(desk: Desk) -> None:
    assert "Missing: --title" in desk.refuses(*_NEW[:2])
    assert "an activity carries out one" in desk.refuses("activity", "3210", *_NEW[2:])
    assert "has no strategy restoration" in desk.refuses("activity", "3210/restoration", *_NEW[2:])
    assert "isn't a date" in desk.refuses(*_NEW, "--since", "autumn")
    assert "ended 30 June 2021" in desk.refuses(*_NEW[:5], "old-discipline-committee")
    assert "already" in desk.refuses(*_NEW[:3], "train a lead at  each school", *_NEW[4:])
    assert "has no activity train" in desk.refuses("activity", "3210/restorative", "--finish", "train")
