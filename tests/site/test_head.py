"""What machines read in each page's head, and the site's map."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from policybook.lint import runner
from policybook.record.tree import MemoryTree
from policybook.site.context import Book
from policybook.site.pages import all_pages
from policybook.text import catalogs, page_body
from tests import cases
from tests.site import sites

FORCE = {"InForce", "NotInForce"}


def _pages(site: Path) -> dict[str, str]:
    """Return the HTML of each page that isn't a redirect, by its address."""
    found = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("index.html"))}
    return {
        path.parent.relative_to(site).as_posix().removeprefix(".").rstrip("/"): html
        for path, html in found.items()
        if "<article" in html
    }


def _redirects(site: Path) -> dict[str, str]:
    found = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("index.html"))}
    return {
        path.parent.relative_to(site).as_posix(): html for path, html in found.items() if 'http-equiv="refresh"' in html
    }


def _told(html: str) -> dict[str, str]:
    """Return what the meta elements of a page say."""
    pairs = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', html)
    return {unescape(name): unescape(said) for name, said in pairs}


@pytest.fixture(scope="module")
def pages(spanish: Path) -> dict[str, str]:
    """Each page of a site that knows where it will stand."""
    return _pages(spanish)


def test_each_page_is_described_and_has_one_address(pages: dict[str, str]) -> None:
    lacking = []
    for url, html in pages.items():
        told = _told(html)
        wanted = f"{sites.URL}{url}/" if url else sites.URL
        canonical = re.findall(r'<link rel="canonical" href="([^"]+)"', html)
        if canonical != [wanted] or told.get("og:url") != wanted or not told.get("description"):
            lacking.append(url)
        if not told.get("og:title") or not told.get("og:description") or not told.get("og:site_name"):
            lacking.append(url)
        if not re.search(r"<title>[^<]{4,}</title>", html):
            lacking.append(url)
    assert lacking == []


def test_no_two_pages_have_one_title(pages: dict[str, str]) -> None:
    titles = [match[1] for html in pages.values() if (match := re.search(r"<title>(.*?)</title>", html, re.DOTALL))]
    assert sorted({title for title in titles if titles.count(title) > 1}) == []


def _legislation(html: str) -> list[dict[str, Any]]:
    found = re.findall(r'<script type="?application/ld\+json"?>(.*?)</script>', html, re.DOTALL)
    return [json.loads(one) for one in found]


def test_each_policy_and_text_is_described_as_a_law(pages: dict[str, str]) -> None:
    described = {url: _legislation(html) for url, html in pages.items() if re.fullmatch(r"policies/[^/]+", url)}
    assert len(described) > 20
    for url, data in described.items():
        (one,) = data
        assert one["@type"] == "Legislation"
        assert one["@context"] == "https://schema.org"
        assert one["url"] == f"{sites.URL}{url}/"
        assert one["legislationLegalForce"].removeprefix("https://schema.org/") in FORCE
        assert one["inLanguage"] == "en"
        for key in ("legislationDate", "legislationDateOfApplicability"):
            assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", one.get(key, "2026-01-01")), "a partial date is left out"


@pytest.mark.parametrize(
    ("url", "force", "since"),
    [
        ("policies/3210", "InForce", "2026-07-01"),
        ("policies/3210/2019-08-20", "NotInForce", "2019-08-20"),
        ("policies/6715", "NotInForce", "2027-02-01"),
    ],
)
def test_the_description_says_what_is_in_force(pages: dict[str, str], url: str, force: str, since: str) -> None:
    (one,) = _legislation(pages[url])
    assert one["legislationLegalForce"] == f"https://schema.org/{force}"
    assert one["legislationDateOfApplicability"] == since


def test_a_month_is_no_date(built: dict[str, Path]) -> None:
    (one,) = _legislation(_pages(built["real"])["policies/1010"])
    assert "legislationDate" not in one
    assert one["license"] == "https://creativecommons.org/licenses/by-nc-sa/4.0/"


def test_the_map_names_each_page_once_and_no_redirect(spanish: Path, pages: dict[str, str]) -> None:
    tree = ElementTree.parse(spanish / "sitemap.xml")
    named = [one.text or "" for one in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert sorted(named) == sorted(f"{sites.URL}{url}/" if url else sites.URL for url in pages)


def test_old_codes_and_adopted_proposals_lead_on(spanish: Path) -> None:
    found = _redirects(spanish)
    assert "policies/1312.2" in found
    for url, html in found.items():
        said = unescape(html)
        match = re.search(r'content="0; url=([^"]+)"', said)
        assert match is not None
        target = (spanish / url / match[1]).resolve()
        assert (target / "index.html").is_file()
        where = target.relative_to(spanish.resolve()).as_posix()
        assert where not in found, "a redirect leads to a page at once"
        assert f'<link rel="canonical" href="{sites.URL}{where}/">' in said


def test_the_pages_of_the_documentation_are_described_too(built: dict[str, Path]) -> None:
    pages = _pages(built["real"])
    assert "keeping/acts" in pages
    assert [url for url, html in pages.items() if not _told(html).get("description")] == []


@pytest.mark.parametrize(
    ("language", "ours", "locale"),
    [
        ("en-us", "en", "en_US"),
        ("en", "en", ""),
        ("zh-hant-tw", "en", ""),
        ("en-us", "es", ""),
        ("es-MX", "es", "es_MX"),
    ],
)
def test_a_country_is_told_only_where_the_agency_names_it(language: str, ours: str, locale: str) -> None:
    agency = cases.small()["agency.yml"].decode().replace("language: en\n", f"language: {language}\n")
    judged = runner.judge(MemoryTree(cases.laid({"agency.yml": agency})), cases.AS_OF, runner.all_checks([]))
    page = next(all_pages(Book.of(judged, catalogs.say(ours))))
    assert _told(page_body.plain(page.head)).get("og:locale", "") == locale
