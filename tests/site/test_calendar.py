"""The calendar of what is due, read back by vobject, which had no part in writing it."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from typing import Any

import vobject

from tests.site import sites


def _events(site: Path) -> list[Any]:
    written = (site / "accountability/calendar/reviews.ics").read_bytes()
    assert all(len(line) <= 75 for line in written.split(b"\r\n")), "a line is longer than RFC 5545 allows"
    assert b"\n" not in written.replace(b"\r\n", b"")
    return list(getattr(vobject.readOne(written.decode()), "vevent_list", []))


def test_each_review_with_a_day_is_an_event_of_that_day(built: dict[str, Path]) -> None:
    wanted, today = set(), "2026-11-24"
    for path in (built["demo"] / "data/policies").glob("*.json"):
        policy = json.loads(path.read_text(encoding="utf-8"))
        named = [(policy["title"], policy["review"])]
        named += [(strategy["title"], strategy["review"]) for strategy in policy["strategies"]]
        wanted |= {
            (f"Review due: {policy['code']} {title}", max(due["due"], today)) for title, due in named if due["due"]
        }
    found = {
        (
            event.summary.value.split(": ", 1)[1] if event.summary.value.startswith("Overdue") else event.summary.value,
            event.dtstart.value.isoformat(),
        )
        for event in _events(built["demo"])
    }
    assert {one for one in found if one[0].startswith("Review due: ")} == wanted
    assert len(wanted) > 20


def test_what_is_owed_beside_reviews_is_an_event_too(built: dict[str, Path]) -> None:
    found = [part for event in _events(built["demo"]) for part in event.summary.value.split(": ")[:2]]
    assert {"Monitoring due", "Answer due", "Next step due"} <= set(found)
    page = (built["demo"] / "accountability/calendar/index.html").read_text(encoding="utf-8")
    assert "Answer to a recommendation: " in unescape(page)


def test_an_event_takes_no_time_and_has_a_name_that_stays(built: dict[str, Path]) -> None:
    events = _events(built["demo"])
    assert {event.transp.value for event in events} == {"TRANSPARENT"}
    assert len({event.uid.value for event in events}) == len(events)
    assert all((event.dtend.value - event.dtstart.value).days == 1 for event in events)


def test_nothing_is_due_from_an_assumption(built: dict[str, Path]) -> None:
    assert _events(built["real"]) == []


def test_an_event_leads_to_what_it_is_about(spanish: Path) -> None:
    for event in _events(spanish):
        page, _, anchor = event.url.value.removeprefix(sites.URL).partition("#")
        html = (spanish / page / "index.html").read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in html


def test_a_waiver_past_its_end_is_not_said_to_be_accepted(built: dict[str, Path]) -> None:
    page = (built["demo"] / "status/index.html").read_text(encoding="utf-8")
    before, _, past = page.partition('id="waivers"')[2].partition('id="waivers-past"')
    assert "till system" in before
    assert "had met twice" in past
    assert "had met twice" not in before
