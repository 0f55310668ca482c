"""What stands on a date, row by row as the format says."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from policybook.model import Revision
from policybook.model.in_force import standing, states, texts_to_come


def act(id: str, action: str, when: str | None, **more: Any) -> Revision:
    data = {"action": action, "title": "T", "text": [{"id": "a", "text": id}], **more}
    if when is not None:
        data["date"] = when
    return Revision(data, f"x/revisions/{id}.yml", id, "1")


TWO = [act("2014-11", "adopt", "2014-11"), act("2019-12", "revise", "2019-12")]
LATER = [act("2026-03-10", "adopt", "2026-03-10", effective="2026-07-01")]
REVISED = [act("2020-05-12", "adopt", "2020-05-12"), act("2026-03-10", "revise", "2026-03-10", effective="2026-07-01")]
FIRST = act("2018-09-04", "adopt", "2018-09-04")
SUSPENDED = [FIRST, act("2020-04-14", "suspend", "2020-04-14", until="2020-06-30")]
SUSPENDED_SOME_TIME = [FIRST, act("2020-04-14", "suspend", "2020-04-14", until="2020-06")]
RESCINDED = [FIRST, act("2024-05", "rescind", "2024-05")]
EMERGENCY = [FIRST, act("e", "revise", "2020-03-17", emergency={"reason": "r", "ratify_by": "2020-06-15"})]

ROWS = [
    (TWO, "2014-10-31", "not adopted"),
    (TWO, "2014-11-15", "perhaps in force 2014-11 or not adopted"),
    (TWO, "2014-11-30", "in force 2014-11"),
    (TWO, "2019-12-10", "perhaps in force 2014-11 or in force 2019-12"),
    (TWO, "2019-12-31", "in force 2019-12"),
    ([act("1998", "adopt", "1998")], "1998-06-01", "perhaps in force 1998 or not adopted"),
    ([act("1998", "adopt", "1998")], "1998-12-31", "in force 1998"),
    ([act("1993--1994", "adopt", "1993/1994")], "1994-03-01", "perhaps in force 1993--1994 or not adopted"),
    ([act("1993--1994", "adopt", "1993/1994")], "1994-12-31", "in force 1993--1994"),
    ([act("undated", "adopt", None, seen="2025-06-02")], "2010-01-01", "perhaps in force undated or not adopted"),
    ([act("undated", "adopt", None, seen="2025-06-02")], "2025-06-02", "in force undated"),
    (LATER, "2026-05-01", "adopted, not yet effective 2026-03-10"),
    (LATER, "2026-07-01", "in force 2026-03-10"),
    (REVISED, "2026-05-01", "in force 2020-05-12"),
    (REVISED, "2026-07-01", "in force 2026-03-10"),
    (SUSPENDED, "2020-04-14", "suspended"),
    (SUSPENDED, "2020-06-30", "suspended"),
    (SUSPENDED, "2020-07-01", "in force 2018-09-04"),
    (SUSPENDED_SOME_TIME, "2020-06-15", "perhaps in force 2018-09-04 or suspended"),
    (SUSPENDED_SOME_TIME, "2020-07-01", "in force 2018-09-04"),
    (RESCINDED, "2024-05-13", "perhaps in force 2018-09-04 or rescinded"),
    (RESCINDED, "2024-05-31", "rescinded"),
    (EMERGENCY, "2020-06-15", "in force e"),
    (EMERGENCY, "2020-06-16", "in force 2018-09-04"),
]


@pytest.mark.parametrize(("acts", "day", "said"), ROWS)
def test_a_row(acts: list[Revision], day: str, said: str) -> None:
    assert standing(acts, date.fromisoformat(day)).words() == said


def test_a_text_to_come_is_not_yet_and_never_no_longer_in_force() -> None:
    assert states(REVISED, REVISED[1], date(2026, 5, 1)) == ("not yet effective",)
    assert states(REVISED, REVISED[0], date(2026, 8, 1)) == ("superseded",)
    assert states(EMERGENCY, EMERGENCY[1], date(2020, 7, 1)) == ("lapsed",)


@pytest.mark.parametrize("acts", [TWO, LATER, REVISED, SUSPENDED, SUSPENDED_SOME_TIME, RESCINDED, EMERGENCY])
def test_the_texts_to_come_only_grow_fewer(acts: list[Revision]) -> None:
    days = [date(year, month, 15) for year in range(2013, 2028) for month in (1, 4, 6, 9, 12)]
    found = [{one.id for one in texts_to_come(acts, day)} for day in days]
    assert all(later <= earlier for earlier, later in pairwise(found))
