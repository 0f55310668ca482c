"""Links and requests within the built site."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.site import sites


def test_every_internal_link_and_anchor_resolves(site: Path) -> None:
    found = sites.markup(site)
    anchors = {page: set(parsed.anchors) for page, parsed in found.items()}
    broken = []
    for page, parsed in found.items():
        # 404.html is shown at any address: its links are made for the site's root
        base = "http://site/" if page == "/404.html" else f"http://site{page}"
        for link in parsed.links:
            target = urlsplit(urljoin(base, link))
            if target.netloc != "site" or target.scheme != "http":
                continue
            path = unquote(target.path) + ("index.html" if target.path.endswith("/") else "")
            there = path in found or (site / path.lstrip("/")).is_file()
            fragment = unquote(target.fragment)
            if not there or (path in found and fragment and fragment not in anchors[path]):
                broken.append((page, link))
    assert broken == []


def test_no_page_has_two_elements_of_one_id(site: Path) -> None:
    twice = {
        page: [id for id, times in Counter(parsed.anchors).items() if times > 1]
        for page, parsed in sites.markup(site).items()
    }
    assert {page: ids for page, ids in twice.items() if ids} == {}


def test_no_page_asks_another_host(site: Path) -> None:
    asked = {request for parsed in sites.markup(site).values() for request in parsed.requests}
    assert {request for request in asked if "//" in request or request.startswith("data:")} == set()


def test_what_a_page_asks_for_is_there(site: Path) -> None:
    missing = []
    for page, parsed in sites.markup(site).items():
        base = "http://site/" if page == "/404.html" else f"http://site{page}"
        for request in parsed.requests:
            path = urlsplit(urljoin(base, request)).path.lstrip("/")
            if not (site / path).is_file():
                missing.append((page, request))
    assert missing == []
