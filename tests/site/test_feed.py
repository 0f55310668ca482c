"""The feed, read back by feedparser, which had no part in writing it."""

from __future__ import annotations

import re
from collections import Counter
from math import inf
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from policybook.lint.runner import judge
from policybook.record.tree import DiskTree
from policybook.site.context import Book
from policybook.site.files import feed
from tests import cases
from tests.site import sites

ATOM = "{http://www.w3.org/2005/Atom}"
_MANY, _ONE, _PERHAPS = (0, inf), (1, 1), (0, 1)
_BOTH = {"id": _ONE, "title": _ONE, "updated": _ONE, "link": _MANY, "category": _MANY, "contributor": _MANY}
FEED = {**_BOTH, "author": (1, inf), "entry": _MANY} | dict.fromkeys(
    ("generator", "icon", "logo", "rights", "subtitle"), _PERHAPS
)
ENTRY = {**_BOTH, "author": _MANY} | dict.fromkeys(("content", "published", "rights", "source", "summary"), _PERHAPS)
"""How many of each child section 4.1 of RFC 4287 allows."""


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


def test_it_keeps_the_rules_of_rfc_4287(site: Path, spanish: Path) -> None:
    for folder in (site, spanish):
        feed = ElementTree.parse(folder / "changes/feed.xml").getroot()
        assert feed.tag == f"{ATOM}feed"
        assert wrong(feed, FEED) == []
        for entry in feed.iter(f"{ATOM}entry"):
            assert wrong(entry, ENTRY) == []
            links = [link.attrib for link in entry.iter(f"{ATOM}link")]
            assert [link.get("rel", "alternate") for link in links] == ["alternate"], "4.1.2: there is no content"
        for element in feed.iter():
            name = element.tag.removeprefix(ATOM)
            if name in ("title", "summary"):
                assert element.get("type", "text") == "text", "3.1.1: words, not markup"
                assert len(element) == 0
            if name == "updated":
                assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\+00:00|Z)", element.text or ""), "3.3"
            if name == "id":
                assert re.match(r"[a-z][a-z0-9+.-]*:", element.text or ""), "4.2.6: an absolute address"


def wrong(element: ElementTree.Element, allowed: dict[str, tuple[int, float]]) -> list[str]:
    """Return which children there are too many or too few of, by section 4.1."""
    found = Counter(child.tag.removeprefix(ATOM) for child in element)
    return [name for name in {*found, *allowed} if not _fits(found[name], allowed.get(name, (0, 0)))]


def _fits(count: int, bounds: tuple[int, float]) -> bool:
    return bounds[0] <= count <= bounds[1]


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
