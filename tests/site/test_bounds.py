"""No page of accountability grows with the manual, and none leaves a strategy out."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

import pytest

from policybook.due.parts import ROWS, parts
from policybook.lint import runner
from policybook.record.tree import DiskTree
from policybook.site.context import Book
from policybook.site.page import Page
from policybook.site.pages import accountability, bodies, calendar, home, status
from tests import held


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Book:
    sys.path.insert(0, str(held.ROOT / "benchmarks"))
    from benchmarks.manual import write

    folder = tmp_path_factory.mktemp("large")
    write(folder, 400)
    return Book.of(runner.judge(DiskTree(folder / "policy", "policy"), date(2026, 11, 24), runner.all_checks()))


def weighed(page: Page) -> tuple[str, int, int]:
    return page.url, len(page.body.encode()), len(re.findall("<[a-z]", page.body))


@pytest.mark.slow
def test_no_page_grows_with_four_hundred_policies(large: Book) -> None:
    strategies = [one for policy in large.manual for one in policy.strategies]
    assert len(strategies) > 1_300
    divided = list(accountability.pages(large))
    made = [*divided, calendar.page(large), *bodies.pages(large), status.page(large), home.page(large)]
    assert [one for one in map(weighed, made) if one[1] > 200_000 or one[2] > 3_000] == []
    told = "".join(page.body for page in divided[1:])
    assert [
        one.id for one in strategies if f"#strategy-{one.id}" not in told.replace("&#45;", "-").replace("&#35;", "#")
    ] == []


def test_a_part_holds_whole_policies_of_one_series() -> None:
    manual = held.manual(Path(held.HERON_BEND))
    divided = parts(manual)
    codes = [{one.policy.code for one in part.listed} for part in divided]
    assert sum(map(len, codes)) == len(set().union(*codes))
    for part in divided:
        assert len(part.listed) <= ROWS
        assert {
            (found.text("title") if (found := manual.agency.series_of(one.policy.code)) else "") for one in part.listed
        } == {part.series}
