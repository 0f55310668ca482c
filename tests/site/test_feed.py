"""The feed, read back by feedparser, which had no part in writing it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import feedparser
import pytest

from policybook.site.book import Book
from policybook.site.files import feed
from policybook.tree import DiskTree
from policybook.verdict import judge
from tests import cases
from tests.site import sites


def _feed(site: Path) -> Any:
    read = feedparser.parse((site / "changes/feed.xml").read_bytes())
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    return read


def test_it_is_a_feed_with_what_a_reader_needs(site: Path) -> None:
    read = _feed(site)
    assert read.feed.title.startswith("What the board of ")
    assert read.feed.id.startswith("urn:uuid:")
    assert read.entries
    for entry in read.entries:
        assert entry.id.startswith("urn:uuid:")
        assert entry.title
        assert entry.updated_parsed
        assert entry.link
    assert len({entry.id for entry in read.entries}) == len(read.entries)


def test_its_links_lead_to_pages(spanish: Path) -> None:
    for entry in feedparser.parse((spanish / "changes/feed.xml").read_bytes()).entries:
        assert entry.link.startswith(sites.URL)
        assert (spanish / entry.link.removeprefix(sites.URL) / "index.html").is_file()


def test_where_the_site_will_stand_isn_t_known_links_lead_from_the_feed(built: dict[str, Path]) -> None:
    for entry in _feed(built["demo"]).entries:
        assert (built["demo"] / "changes" / entry.link / "index.html").resolve().is_file()


def test_the_newest_is_first_and_nothing_is_from_the_future(built: dict[str, Path]) -> None:
    days = [entry.updated[:10] for entry in _feed(built["demo"]).entries]
    assert days == sorted(days, reverse=True)
    assert days[0] <= "2026-11-24"


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Proposed: 3210 Fair Discipline", "first reading on 10 November 2026. Five days at most in grades 6 to 8."),
        ("Revised: 3231 Student Records", "8 September 2026. In force from 1 January 2027."),
    ],
)
def test_an_entry_says_what_happened(built: dict[str, Path], title: str, said: str) -> None:
    entry = next(entry for entry in _feed(built["demo"]).entries if entry.title == title)
    assert entry.summary.startswith(said)


def test_hostile_words_are_words(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script> ]]> &amp; x"
    path = "0100-mission/revisions/2026-03-10.yml"
    mission = (cases.SMALL / path).read_text(encoding="utf-8").replace("title: Mission", f"title: '{hostile}'")
    folder = cases.written(cases.laid({path: mission}), tmp_path)
    written = feed.atom(Book(judge(DiskTree(folder, "policy"), cases.AS_OF, {}).manual))
    assert b"<script" not in written
    read = feedparser.parse(written)
    assert not read.bozo
    entry = next(entry for entry in read.entries if "alert(1)" in entry.title)
    assert entry.title.endswith(hostile), "the words as they stand"
    assert entry.title_detail.type == "text/plain"
