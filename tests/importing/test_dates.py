"""Dates as real manuals write them."""

from __future__ import annotations

import pytest

from policybook.importing import dates


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("10.99", ["1999-10"]),
        ("Adopted: 10.99; revised 08/08/2008", ["1999-10", "2008-08-08"]),
        ("Fall 2014", ["2014-09/2014-12"]),
        ("1993-1994", ["1993/1994"]),
        ("8/8/08", ["2008-08-08"]),
        ("March 10, 2026", ["2026-03-10"]),
        ("10th of March", []),
        ("Adptd. Nov. 2014", ["2014-11"]),
        ("2019-12-11T00:00", ["2019-12-11"]),
        ("12/31/99", ["1999-12-31"]),
        ("20 U.S.C. 1681", []),
        ("13/2/2020", ["2020-02-13"]),
        ("1998", ["1998"]),
    ],
)
def test_dates(written: str, expected: list[str]) -> None:
    assert [one.is_ for one in dates.find(written, latest=2026)] == expected


def test_the_day_first_where_a_person_says_so() -> None:
    assert dates.find("8/10/08", day_first=True, latest=2026)[0].is_ == "2008-10-08"


def test_the_day_comes_first_where_some_dates_say_so_and_none_the_other_way() -> None:
    assert dates.is_day_first(["Adopted 25/10/08", "8/10/08"])
    assert not dates.is_day_first(["10/25/08", "8/10/08"])
    assert not dates.is_day_first(["25/10/08", "10/25/08"])
