"""Reviews that fell due and were held in time or missed: one miss for each interval, as somebody counting by hand finds."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import pytest

from policybook.due import kept
from policybook.values import cadence


def found(held: Iterable[date], often: str, until: date) -> list[tuple[date, bool]]:
    return list(kept.of_days(held, lambda day: cadence.parse(often), until))


def test_each_interval_without_a_review_is_a_miss() -> None:
    assert found([date(2022, 3, 1)], "every year", date(2025, 6, 1)) == [
        (date(2023, 3, 1), False),
        (date(2024, 3, 1), False),
        (date(2025, 3, 1), False),
    ]


def test_a_late_review_is_one_miss_and_begins_the_next_interval() -> None:
    held = [date(2022, 3, 1), date(2023, 6, 1), date(2024, 5, 1)]
    assert found(held, "every year", date(2024, 12, 1)) == [(date(2023, 3, 1), False), (date(2024, 6, 1), True)]


def test_what_is_due_today_is_not_missed() -> None:
    assert found([date(2022, 3, 1)], "every year", date(2023, 3, 1)) == []
    assert found([date(2022, 3, 1)], "every year", date(2023, 3, 2)) == [(date(2023, 3, 1), False)]


def test_nothing_falls_due_without_a_review_or_an_interval() -> None:
    assert found([], "every year", date(2030, 1, 1)) == []
    assert found([date(2022, 3, 1)], "as needed", date(2030, 1, 1)) == []


def by_hand(held: list[date], often: str, until: date) -> Iterator[tuple[date, bool]]:
    """Go through the calendar day by day, with the due day on a slip of paper."""
    due: date | None = None
    missed = False
    for number in range(held[0].toordinal(), until.toordinal() + 1):
        day = date.fromordinal(number)
        if due is not None and day > due:
            yield due, False
            due, missed = later(due, often), True
        if day in held:
            if due is not None and not missed:
                yield due, True
            due, missed = later(day, often), False


def later(day: date, often: str) -> date:
    _, count, unit = often.split()
    if unit == "weeks":
        return day + timedelta(days=7 * int(count))
    months = day.month - 1 + int(count) * (12 if unit == "years" else 1)
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + months // 12, months % 12 + 1, last)
        except ValueError:
            continue
    raise AssertionError(day)


@pytest.mark.slow
def test_ten_thousand_histories_are_counted_as_by_hand() -> None:
    luck = random.Random(17)
    for _ in range(10_000):
        first = date(2019, 1, 1) + timedelta(days=luck.randrange(365))
        held = sorted({first, *(first + timedelta(days=luck.randrange(1500)) for _ in range(luck.randrange(6)))})
        often = f"every {luck.randint(2, 8)} {luck.choice(('weeks', 'months', 'years'))}"
        until = held[-1] + timedelta(days=luck.randrange(500))
        assert found(held, often, until) == list(by_hand(held, often, until)), (held, often, until)
