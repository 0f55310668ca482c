"""One build, read on different days: the reader's clock puts right what depends on today, in the agency's time zone."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests import cases
from tests.site import sites

FOLDER = "0100-mission"
EMERGENCY = """action: adopt
date: 2026-11-10
title: Mission
readings:
  - {date: 2026-11-10, waived: The flood was rising., vote: unanimous}
vote: unanimous
emergency: {reason: The river flooded two schools., ratify_by: 2027-01-15}
digest: $digest
chain: $chain
text:
  - id: mission
    text: Every child is kept dry.
"""
PARTLY = """action: suspend
date: 2026-11-10
until: 2027-01-15
provisions: [mission]
reason: The flood took the library.
readings: [{date: 2026-10-13}, {date: 2026-11-10}]
vote: unanimous
follows: 2026-03-10
chain: $chain
"""
PROPOSAL = """action: revise
title: Mission
based_on: $digest(2026-03-10)
summary: A word about water.
readings: [{date: 2026-11-10}]
comment: {from: 2026-12-01, until: 2026-12-15}
text:
  - id: mission
    text: Every child in Heron Bend learns to read, to reason, to swim and to get along.
"""

# The last minute of a day in Los Angeles and the first of the next, as the world counts them; the reader is in Tokyo.
TURNS = [
    ("policies/6715/", ".pb-banner", "2027-02-01T08:00", "Adopted, in force from 1 February 2027", "In force since 1 F"),
    ("policies/3241/", ".pb-banner", "2027-07-01T07:00", "Suspended until 30 June 2027", "In force since 13 August 2024"),
    ("policies/3231/", ".pb-banner", "2027-01-01T08:00", "In force since 8 March 2016", "In force since 1 January 2027"),
    ("policies/3231/2026-09-08/", ".pb-banner", "2027-01-01T08:00", "Not in force yet", "This revision is in force"),
    ("policies/3231/2016-03-08/", ".pb-banner", "2027-01-01T08:00", "This revision is in force", "no longer in force"),
    ("policies/3210/proposed/2026-shorter-suspensions/", ".pb-banner", "2026-12-01T08:00", "Open for comment until 30", "Was open for comment until 30"),
    ("", "#main", "2026-12-01T08:00", "open for comment until 30 November 2026", "was open for comment until 30 November"),
    ("", "#main", "2027-02-01T08:00", "adopted, in force from 1 February 2027", "in force since 1 February 2027"),
    ("policies/3122/", "#main", "2026-12-16T08:00", "due by 15 December 2026", "overdue since 15 December 2026"),
    ("accountability/", "#main", "2026-12-16T08:00", "due by 15 December 2026", "overdue since 15 December 2026"),
    ("accountability/calendar/", "#main", "2026-12-16T08:00", "due by 15 December 2026", "overdue since 15 December 2026"),
]  # fmt: skip


@pytest.mark.browser
@pytest.mark.parametrize(("page", "where", "turn", "before", "after"), TURNS)
def test_what_depends_on_today_turns_with_the_readers_clock(
    browser: Any, served: dict[str, str], page: str, where: str, turn: str, before: str, after: str
) -> None:
    url = served["demo"] + page
    then = shown(browser, url, where, _minutes(turn, -1))
    assert before in then
    assert after not in then
    now = shown(browser, url, where, _minutes(turn, 0))
    assert after in now
    assert before.lower() not in now.lower().replace(after.lower(), "")


@pytest.mark.browser
@pytest.mark.parametrize(("page", "where", "before"), [(turn[0], turn[1], turn[3]) for turn in TURNS])
def test_without_javascript_the_dates_are_true_as_written(
    browser: Any, served: dict[str, str], page: str, where: str, before: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(served["demo"] + page)
    said = tab.locator(where).first.inner_text()
    context.close()
    assert before in said
    assert re.search(r"\b(19|20)\d\d\b", said)


@pytest.mark.browser
def test_an_emergency_text_lapses(browser: Any, tmp_path: Path) -> None:
    over: dict[str, str | None] = {
        path: None for path in cases.small() if path.startswith(f"{FOLDER}/") and not path.endswith("policy.yml")
    }
    over[f"{FOLDER}/revisions/2026-11-10.yml"] = EMERGENCY
    done = sites.build(sites.project(over, tmp_path, "use_directory_urls: true\n"), tmp_path / "site", "--strict")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site/policies/0100/index.html").as_uri()
    assert "In force since 10 November 2026" in shown(browser, page, ".pb-banner", "2027-01-16T07:59:00Z")
    lapsed = shown(browser, page, ".pb-banner", "2027-01-16T08:01:00Z")
    assert "apsed" in lapsed
    assert "In force" not in lapsed


@pytest.mark.browser
def test_a_provision_is_suspended_until_its_last_day(browser: Any, tmp_path: Path) -> None:
    config = sites.project({f"{FOLDER}/revisions/2026-11-10.yml": PARTLY}, tmp_path)
    done = sites.build(config, tmp_path / "site", "--strict")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site/policies/0100/index.html").as_uri()
    said = "Suspended until 15 January 2027: mission"
    assert said in shown(browser, page, ".pb-banner-suspended", "2027-01-16T07:59:00Z")
    assert shown(browser, page, ".pb-banner-suspended", "2027-01-16T08:01:00Z") == ""


@pytest.mark.browser
def test_time_for_comment_begins_and_ends(browser: Any, tmp_path: Path) -> None:
    config = sites.project({f"{FOLDER}/revisions/2026-water.yml": PROPOSAL}, tmp_path)
    done = sites.build(config, tmp_path / "site", "--strict")
    assert done.returncode == 0, done.stderr
    for page, where in (
        ("policies/0100/proposed/2026-water", ".pb-banner"),
        ("policies/0100", ".pb-proposals"),
        ("", "#main"),
    ):
        address = (tmp_path / "site" / page / "index.html").as_uri()
        for moment, said in (
            ("2026-12-01T07:59:00Z", "opens for comment on 1 December 2026"),
            ("2026-12-01T08:01:00Z", "open for comment until 15 December 2026"),
            ("2026-12-16T07:59:00Z", "open for comment until 15 December 2026"),
            ("2026-12-16T08:01:00Z", "was open for comment until 15 December 2026"),
        ):
            told = shown(browser, address, where, moment).lower()
            assert said.lower() in told
            assert ("was open" in said) == ("was open" in told)


def test_no_page_says_today_without_a_date(built: dict[str, Path]) -> None:
    """Each stretch of days begins with the day of the build, and days only go forward."""
    for path in built["demo"].rglob("index.html"):
        html = path.read_text(encoding="utf-8")
        for box in re.findall(r'<(?:span|div) data-from="([^"]*)"( hidden)?', html):
            assert date.fromisoformat(box[0]) >= date(2026, 11, 24)
            assert bool(box[1]) == (box[0] != "2026-11-24")


def shown(browser: Any, url: str, where: str, moment: str) -> str:
    """Return the words that a reader in Tokyo sees at a moment."""
    context = browser.new_context(timezone_id="Asia/Tokyo")
    tab = context.new_page()
    tab.clock.set_fixed_time(moment)
    tab.goto(url)
    words = " ".join(one.inner_text() for one in tab.locator(where).all() if one.is_visible())
    context.close()
    return " ".join(words.split())


def _minutes(turn: str, minutes: int) -> str:
    """Return half a minute after a moment, or half a minute before it."""
    moment = datetime.fromisoformat(turn) + timedelta(minutes=minutes, seconds=30)
    return f"{moment.isoformat()}Z"
