"""What comes over the wire, gzipped, with everything that a page asks for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import stock, weight
from tests.site import kinds

pytestmark = pytest.mark.browser


def test_a_policys_page_weighs_at_most_120_kilobytes(browser: Any, built: dict[str, Path]) -> None:
    weights: dict[str, weight.Weight] = {}
    for name, folder in built.items():
        with weight.served(folder) as address:
            pages = [page for site, page in kinds.REPRESENTATIVE if site == name and "no/" not in page]
            weights |= {f"{name}/{page}": weight.of(browser, address + page) for page in pages}
    assert {page: one for page, one in weights.items() if one.bytes > 120_000} == {}
    assert max(one.requests for one in weights.values()) <= 9


def test_what_the_search_reads_is_loaded_when_a_reader_first_asks(browser: Any, built: dict[str, Path]) -> None:
    """However long the texts are, no page grows by them."""
    with weight.served(built["demo"]) as address:
        context = browser.new_context()
        tab = context.new_page()
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
        tab.goto(f"{address}policies/3210/", wait_until="networkidle")
        tab.goto(f"{address}search/", wait_until="networkidle")
        assert not [name for name in asked if name.startswith(("index.js", "terms-", "text-"))]
        tab.locator(".pb-search-page input").click()
        tab.keyboard.type("suspension")
        tab.locator(".pb-results a", has_text="3. Suspension").first.wait_for()
        assert len([name for name in asked if name.startswith("index.js")]) == 1
        tab.locator(".pb-search-page input").fill("quarterly zebra")
        tab.locator("[role=status]", has_text="Nothing found").wait_for()
        context.close()


def test_a_search_that_cant_be_loaded_says_so(browser: Any, built: dict[str, Path]) -> None:
    with weight.served(built["demo"]) as address:
        context = browser.new_context()
        tab = context.new_page()
        tab.route("**/search/index.js*", lambda route: route.abort())
        tab.goto(f"{address}search/?q=phone")
        tab.locator("[role=status]", has_text="can't be loaded").wait_for()
        tab.unroute("**/search/index.js*")
        tab.locator(".pb-search-page button").first.click()
        tab.locator(".pb-results a").first.wait_for()
        context.close()


def test_a_site_on_a_disk_can_be_searched(browser: Any, built: dict[str, Path]) -> None:
    tab = browser.new_page()
    tab.goto(f"file://{built['demo']}/search/index.html?q=phone")
    tab.locator(".pb-results a").first.wait_for()
    tab.close()


def test_the_search_reads_spanish(browser: Any, spanish: Path) -> None:
    with weight.served(spanish) as address:
        context = browser.new_context()
        tab = context.new_page()
        tab.goto(f"{address}search/?q=3210")
        tab.locator(".pb-results a", has_text="3210 Fair Discipline").first.wait_for()
        context.close()


def test_the_start_page_weighs_no_more_than_stock_materials(
    browser: Any, built: dict[str, Path], tmp_path: Path
) -> None:
    stock.write(built["demo"], tmp_path)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(tmp_path / "mkdocs.yml")]
    subprocess.run(command, check=True, capture_output=True)
    with weight.served(built["demo"]) as ours, weight.served(tmp_path / "site") as theirs:
        assert weight.of(browser, ours).bytes <= weight.of(browser, theirs).bytes
