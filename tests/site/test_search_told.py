"""What a reader is told of a search that is slow or can't be loaded, on the screen and by a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks import weight
from tests.site import test_access, test_keyboard

pytestmark = pytest.mark.browser

FAILED = "The search can't be loaded. Check your connection, then type again or load the page again."
LOADING = "The search is loading …"
PAGE = "policies/3210/"
LATER = ["**/search/texts.json", "**/workers/search.*.js"]
"""What is loaded at the first word, and asked for again at the next."""
AT_ONCE = ["**/workers/policybook.js", "**/bundle.*.js"]


@pytest.fixture
def tab(browser: Any) -> Iterator[Any]:
    """A tab of a phone's width."""
    context = browser.new_context(viewport={"width": 320, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(8000)
    yield page
    context.close()


@pytest.fixture
def offline(tab: Any, served: dict[str, str]) -> str:
    """The address of the page, from where everything is asked for anew each time."""
    tab.context.new_cdp_session(tab).send("Network.setCacheDisabled", {"cacheDisabled": True})
    return served["demo"] + PAGE


def ask(tab: Any, words: str) -> None:
    """Open the search and type."""
    test_access.open_search(tab, 320)
    tab.keyboard.type(words)


def told(tab: Any, words: str) -> None:
    """Wait until the words stand above the results, and a screen reader was told them."""
    tab.locator(".md-search-result__meta:visible", has_text=words).wait_for()
    tab.locator(".md-search [role=status]", has_text=words).wait_for()


@pytest.mark.parametrize("how", ["abort", "404", "page"])
@pytest.mark.parametrize("what", LATER)
def test_what_cannot_be_loaded_is_told_and_asked_for_again(tab: Any, offline: str, what: str, how: str) -> None:
    def answer(route: Any) -> None:
        if how == "abort":
            route.abort()
        elif how == "404":
            route.fulfill(status=404, body="no")
        else:
            route.fulfill(status=200, body="<!doctype html><title>Sign in to this network</title>")

    tab.route(what, answer)
    tab.goto(offline)
    ask(tab, "suspension")
    told(tab, FAILED)
    assert tab.locator(".md-search-result__link").count() == 0
    assert test_access.violations(tab) == []
    tab.unroute(what)
    tab.keyboard.press("Backspace")
    tab.locator(".md-search-result__link", has_text="3. Suspension").first.wait_for()
    told(tab, "matching documents")


@pytest.mark.parametrize("what", AT_ONCE)
@pytest.mark.parametrize("status", [0, 404])
def test_a_search_that_never_begins_says_so(tab: Any, offline: str, what: str, status: int) -> None:
    tab.route(what, lambda route: route.fulfill(status=status, body="no") if status else route.abort())
    tab.goto(offline)
    ask(tab, "suspension")
    told(tab, FAILED)


def test_the_index_that_the_theme_asks_for_need_not_come(tab: Any, offline: str) -> None:
    tab.route("**/search_index.json", lambda route: route.abort())
    tab.goto(offline)
    ask(tab, "suspension")
    tab.locator(".md-search-result__link", has_text="3. Suspension").first.wait_for()


def test_whoever_finds_no_page_can_search_for_it(tab: Any, served: dict[str, str]) -> None:
    tab.goto(served["demo"] + "no/such/page/")
    ask(tab, "phones")
    tab.locator(".md-search-result__link", has_text="3241 Phones").first.click()
    tab.wait_for_url("**/policies/3241/")


def test_a_slow_search_says_that_it_is_loading(tab: Any, offline: str) -> None:
    waiting: list[Any] = []
    tab.route("**/search/texts.json", lambda route: waiting.append(route))
    tab.goto(offline)
    test_access.open_search(tab, 320)
    tab.locator(".md-search-result__meta", has_text="Type to start searching").wait_for()
    tab.keyboard.type("susp")
    told(tab, LOADING)
    tab.keyboard.type("ension")
    told(tab, LOADING)
    assert len(waiting) == 1
    waiting[0].continue_()
    tab.locator(".md-search-result__link", has_text="3. Suspension").first.wait_for()
    told(tab, "matching documents")


def test_a_reader_who_comes_back_online_is_answered_without_typing_again(tab: Any, offline: str) -> None:
    tab.goto(offline)
    test_access.open_search(tab, 320)
    tab.context.set_offline(True)
    tab.keyboard.type("suspension")
    told(tab, FAILED)
    tab.context.set_offline(False)
    tab.locator(".md-search-result__link", has_text="3. Suspension").first.wait_for()


def test_in_spanish_too_where_a_file_for_the_language_is_missing(tab: Any, spanish: Path) -> None:
    with weight.served(spanish) as address:
        tab.context.new_cdp_session(tab).send("Network.setCacheDisabled", {"cacheDisabled": True})
        tab.route("**/lunr.es.min.js", lambda route: route.fulfill(status=404, body="no"))
        tab.goto(address + PAGE)
        ask(tab, "sobre el suspension")
        told(tab, "No se puede cargar la búsqueda. Compruebe su conexión y vuelva a escribir, o recargue la página.")
        tab.unroute("**/lunr.es.min.js")
        tab.keyboard.press("Backspace")
        tab.locator(".md-search-result__link", has_text="3. Suspension").first.wait_for()


def test_nothing_is_said_aloud_while_nobody_searches(tab: Any, offline: str) -> None:
    tab.goto(offline, wait_until="networkidle")
    tab.wait_for_timeout(900)
    assert tab.locator(".md-search [role=status]").text_content() == ""


def test_a_word_that_nothing_holds(tab: Any, offline: str) -> None:
    tab.goto(offline)
    ask(tab, "quagga")
    told(tab, "No matching documents")
    tab.locator(".md-search__input").fill("")
    tab.locator(".md-search-result__meta", has_text="Type to start searching").wait_for()


def test_the_results_by_keyboard_alone(tab: Any, offline: str) -> None:
    tab.goto(offline)
    test_keyboard.reach(tab, '[data-toggle-for="__search"]')
    tab.keyboard.press("Enter")
    tab.locator(".md-search__input:focus").wait_for()
    tab.keyboard.type("suspension")
    told(tab, "matching documents")
    tab.locator(
        ".md-search [role=status]", has_text="matching documents. Go through them with the arrow keys."
    ).wait_for()
    for _ in range(3):
        tab.keyboard.press("ArrowDown")
        now = test_keyboard.focus(tab)
        assert (now["seen"], now["marked"]) == (True, True), now
    tab.keyboard.press("ArrowUp")
    there = tab.evaluate("document.activeElement.href")
    tab.keyboard.press("Enter")
    tab.wait_for_url(there)


def test_without_javascript_no_search_is_offered(browser: Any, served: dict[str, str]) -> None:
    for width in (320, 1280):
        context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 900})
        tab = context.new_page()
        tab.goto(served["demo"] + PAGE)
        assert tab.locator(".md-search__input:visible, header [for=__search]:visible").count() == 0
        context.close()


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("3210", "3210 Fair Discipline"),
        ("3210p", "3210P Holding a Restorative Meeting"),
        ("JK", "3210 Fair Discipline"),
        ("EL-1", "EL-1 The Least We Ask"),
        ("1312.10", "1312.10 Complaints about Books and Films"),
        ("phones", "3241 Phones"),
        ("restorative", "3210P Holding a Restorative Meeting"),
        ("how long may a suspension last", "3210 Fair Discipline"),
        ("what about the phones", "3241 Phones"),
        ("disciplina justa", "3210 Disciplina justa"),
        ("+suspension -meeting", "3210 Fair Discipline"),
    ],
)
def test_what_was_meant_comes_first(browser: Any, served: dict[str, str], words: str, first: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.set_default_timeout(8000)
    tab.goto(served["demo"] + PAGE)
    test_access.open_search(tab, 1280)
    tab.keyboard.type(words)
    tab.locator(".md-search [role=status]", has_text="matching document").wait_for()
    assert tab.locator(".md-search-result__item h1").first.inner_text() == first
    context.close()
