"""Every kind of page by axe, at two widths, in two colour schemes, with and without JavaScript."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from benchmarks import weight
from tests.site import kinds

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules whose answer depends on the colours."""
LOOKS = [(scheme, width) for width in (320, 1280) for scheme in ("light", "dark")]


@pytest.fixture(scope="module")
def seen(browser: Any) -> Any:
    """One tab for all pages, with what it complains of and asks for."""
    context = browser.new_context(reduced_motion="reduce")
    tab = context.new_page()
    tab.set_default_timeout(8000)
    yield tab
    context.close()


@pytest.mark.parametrize(("site", "page"), kinds.ALL)
def test_axe_finds_nothing(seen: Any, served: dict[str, str], site: str, page: str) -> None:
    complaints: list[str] = []

    def told(message: Any) -> None:
        if message.type in ("error", "warning") and "status of 404" not in message.text:
            complaints.append(message.text)

    def asked(request: Any) -> None:
        if not request.url.startswith(served[site]):
            complaints.append(request.url)

    seen.on("console", told)
    seen.on("request", asked)
    try:
        for width in (320, 1280):
            seen.emulate_media(color_scheme="light")
            seen.set_viewport_size({"width": width, "height": 900})
            seen.goto(served[site] + page)
            assert violations(seen) == [], width
            assert seen.evaluate("document.documentElement.scrollWidth") <= width
            seen.emulate_media(color_scheme="dark")
            seen.locator('body[data-md-color-scheme="slate"]').wait_for()
            assert violations(seen, COLOURS) == [], width
        seen.set_viewport_size({"width": 412, "height": 900})  # lines break elsewhere, and what is beside what to touch
        assert violations(seen, ["target-size"]) == []
    finally:
        seen.remove_listener("console", told)
        seen.remove_listener("request", asked)
    assert complaints == []


def test_axe_finds_nothing_where_the_site_speaks_spanish(browser: Any, spanish: Path) -> None:
    """Its words are longer, so that lines break elsewhere."""
    context = browser.new_context(viewport={"width": 320, "height": 900}, reduced_motion="reduce")
    tab = context.new_page()
    with weight.served(spanish) as address:
        for page in ("", "policies/3210/", "policies/3420/", "policies/3231/2026-09-08/", "accountability/", "status/"):
            tab.goto(address + page)
            assert violations(tab) == [], page
            assert tab.evaluate("document.documentElement.scrollWidth") <= 320, page
    context.close()


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_axe_finds_nothing_on_a_page_of_results(browser: Any, served: dict[str, str], scheme: str, width: int) -> None:
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    tab = context.new_page()
    tab.goto(served["demo"] + "search/?q=suspension")
    tab.locator(".pb-results a").first.wait_for()
    assert violations(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_the_menu_open(browser: Any, served: dict[str, str], scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 320, "height": 900}, reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(served["demo"] + "policies/3210/")
    tab.locator('button[data-toggle-for="__drawer"]').click()
    assert tab.locator(".md-sidebar--primary a.md-nav__link").first.is_visible()
    assert violations(tab) == []
    context.close()


def test_an_old_code_leads_on_with_the_anchor_that_was_asked_for(
    browser: Any, served: dict[str, str], built: dict[str, Path]
) -> None:
    tab = browser.new_page()
    tab.goto(served["demo"] + "policies/jk/#longest-suspension")
    tab.wait_for_url("**/policies/3210/#longest-suspension")
    html = (built["demo"] / "policies/jk/index.html").read_text(encoding="utf-8")
    tab.set_content(re.sub(r"<(script|noscript)>.*?</\1>", "", html))
    assert violations(tab) == [], "where nothing sends the reader on, the page itself is read"
    tab.close()


def test_pages_are_readable_without_javascript(browser: Any, served: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 900})
    tab = context.new_page()
    wide, unread = [], []
    for site, page in kinds.ALL:
        tab.goto(served[site] + page)
        if tab.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(page)
        if not tab.locator("h1").first.is_visible() or len(tab.locator("article").inner_text()) < 20:
            unread.append(page)
        assert tab.locator("button:visible").count() == 0, f"{page} has a button that does nothing"
    context.close()
    assert wide == []
    assert unread == []


def test_text_is_there_before_any_script(browser: Any, served: dict[str, str]) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 900})
    tab = context.new_page()
    tab.route("**/*.js", lambda route: route.abort())
    for site, page in kinds.REPRESENTATIVE:
        tab.goto(served[site] + page)
        assert tab.locator("h1").first.is_visible()
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_wider_spacing_of_text_hides_nothing(browser: Any, served: dict[str, str], width: int) -> None:
    """WCAG 1.4.12: the reader's own line, letter, word and paragraph spacing."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    tab = context.new_page()
    for site, page in kinds.ALL if width == 320 else kinds.REPRESENTATIVE:
        tab.goto(served[site] + page)
        tab.add_style_tag(
            content="* { line-height: 1.5 !important; letter-spacing: .12em !important; "
            "word-spacing: .16em !important } p { margin-block-end: 2em !important }"
        )
        assert tab.evaluate(CLIPPED) == [], page
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, page
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_while_a_page_loads(browser: Any, served: dict[str, str], width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    tab = context.new_page()
    tab.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach("
        "one => { if (!one.hadRecentInput) window.moved += one.value }))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    for site, page in kinds.REPRESENTATIVE:
        tab.goto(served[site] + page)
        tab.wait_for_timeout(300)
        # a browser may draw the header, or a long table, before all of it has come: a hundredth of what counts as good
        assert tab.evaluate("window.moved") < 0.001, page
    context.close()


def violations(tab: Any, rules: list[str] | None = None) -> list[tuple[str, list[str]]]:
    """Return what axe finds: each rule with the elements that break it."""
    from axe_playwright_python.sync_playwright import Axe

    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": RULES}
    options = {"runOnly": only, "resultTypes": ["violations"]}
    found = Axe().run(tab, options=options).response["violations"]
    return [(one["id"], [node["html"][:300] for node in one["nodes"]]) for one in found]


CLIPPED = """() => [...document.querySelectorAll("body *")].filter(one => {
  const style = getComputedStyle(one)
  const hides = /hidden|clip/.test(style.overflowX + style.overflowY)
  if (!hides || !one.innerText || !one.innerText.trim() || style.visibility === "hidden") return false
  if (one.closest(".md-header, .pb-unseen, .pb-cards thead, svg") || !one.checkVisibility()) return false
  return one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1
}).map(one => one.className + ": " + one.innerText.slice(0, 80))"""


@pytest.mark.parametrize("page", ["accountability/", "status/", "bodies/", "bodies/equity-council/", "checks/"])
def test_on_a_phone_a_wide_table_is_read_down_and_stays_a_table(
    browser: Any, served: dict[str, str], page: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 900})
    tab = context.new_page()
    tab.goto(served["demo"] + page)
    assert tab.evaluate("[...document.querySelectorAll('.pb-cards')].every(one => one.scrollWidth <= 320)")
    said = tab.evaluate(
        "getComputedStyle(document.querySelector('.pb-cards td'), '::before').content.replaceAll('\"', '')"
    )
    heads = tab.locator(".pb-cards").first.locator("thead th").all_text_contents()
    assert heads[1] in said
    tree = context.new_cdp_session(tab).send("Accessibility.getFullAXTree")["nodes"]
    roles = {node["role"]["value"] for node in tree if "role" in node}
    assert {"table", "row", "columnheader", "rowheader", "cell"} <= roles
    context.close()
