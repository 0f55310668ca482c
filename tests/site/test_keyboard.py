"""The site by keyboard alone, on a phone's width and on a desk's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.site import kinds

pytestmark = pytest.mark.browser
WIDTHS = [320, 1280]


@pytest.fixture(params=WIDTHS)
def tab(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A tab of one width after the other."""
    context = browser.new_context(viewport={"width": request.param, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(8000)
    yield page
    context.close()


def test_the_skip_link_works_on_every_kind_of_page(tab: Any, served: dict[str, str]) -> None:
    for site, page in kinds.ALL if tab.viewport_size["width"] == WIDTHS[0] else kinds.REPRESENTATIVE:
        tab.goto(served[site] + page)
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.matches('.md-skip')"), page
        assert focus(tab)["seen"], page
        tab.keyboard.press("Enter")
        assert tab.evaluate("document.activeElement.id") == "main", page


@pytest.mark.parametrize(
    ("width", "site", "page"),
    [(320, *one) for one in kinds.ALL if one[0] == "demo"] + [(1280, *one) for one in kinds.REPRESENTATIVE],
)
def test_the_focus_is_never_on_something_hidden(
    browser: Any, served: dict[str, str], width: int, site: str, page: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(served[site] + page)
    hidden, stops = [], 0
    for _ in range(600):
        tab.keyboard.press("Tab")
        now = focus(tab)
        if now["end"]:
            break
        if not now["seen"]:
            tab.wait_for_timeout(300)  # it may still be scrolling there
            now = focus(tab)
        stops += 1
        if not now["seen"] or not now["marked"]:
            hidden.append(now)
    else:
        pytest.fail("the focus never leaves the page")
    context.close()
    assert hidden == []
    assert stops > 5


def test_the_menu(browser: Any, served: dict[str, str]) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 900}, reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(served["demo"] + "policies/3210/")
    menu = tab.locator('button[data-toggle-for="__drawer"]')
    reach(tab, '[data-toggle-for="__drawer"]')
    assert menu.get_attribute("aria-expanded") == "false"
    tab.keyboard.press("Enter")
    assert menu.get_attribute("aria-expanded") == "true"
    links = tab.locator(".md-sidebar--primary .md-nav__list a")
    assert links.first.is_visible()
    assert links.first.evaluate("one => one === document.activeElement")
    tab.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    assert not links.first.is_visible()
    assert menu.evaluate("one => one === document.activeElement")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/accountability/")
    context.close()


def test_the_search(tab: Any, served: dict[str, str]) -> None:
    tab.goto(served["demo"] + "changes/")
    narrow = tab.viewport_size["width"] < 720
    reach(tab, ".pb-search-link" if narrow else ".pb-search-header input")
    if narrow:
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/search/")
        reach(tab, ".pb-search-page input")
    tab.keyboard.type("suspension")
    tab.keyboard.press("Enter")
    tab.locator(".pb-results a").first.wait_for()
    reach(tab, ".pb-results a")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/policies/**")
    assert tab.locator("h1").first.is_visible()


def test_the_start_page_has_the_search(tab: Any, served: dict[str, str]) -> None:
    tab.goto(served["demo"])
    reach(tab, "article .pb-search-form input")
    tab.keyboard.type("phones")
    tab.keyboard.press("Enter")
    tab.locator(".pb-results a", has_text="Phones").first.wait_for()


def test_the_colours_can_be_chosen_and_stay_chosen(tab: Any, served: dict[str, str]) -> None:
    tab.goto(served["demo"])
    schemes = []
    for _ in range(3):
        reach(tab, ".pb-colours")
        tab.keyboard.press("Enter")
        tab.wait_for_timeout(50)
        name = tab.locator(".pb-colours").get_attribute("aria-label")
        schemes.append((tab.locator("body").get_attribute("data-md-color-scheme"), name))
    assert [scheme for scheme, _ in schemes] == ["default", "slate", "default"]
    assert len({name for _, name in schemes}) == 3
    reach(tab, ".pb-colours")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Enter")
    tab.goto(served["demo"] + "bodies/")
    assert tab.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_wide_tables_scroll_by_keyboard(browser: Any, served: dict[str, str]) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 900})
    tab = context.new_page()
    tab.goto(served["demo"] + "policies/3210/")
    tab.add_style_tag(content=".pb-table { width: 60rem; max-width: none }")  # as with many columns
    region = tab.locator('[role="region"]').first
    assert region.get_attribute("aria-label")
    region.focus()
    tab.keyboard.press("ArrowRight")
    tab.wait_for_function("document.activeElement.scrollLeft > 0")
    context.close()


def focus(tab: Any) -> dict[str, Any]:
    """Return where the focus is: past the last stop, on something that is seen, and marked as focused."""
    now: dict[str, Any] = tab.evaluate(FOCUS)
    return now


def reach(tab: Any, selector: str) -> None:
    """Go to an element as a keyboard does."""
    for _ in range(100):
        if tab.evaluate(f"document.activeElement.matches('{selector}')"):
            return
        tab.keyboard.press("Tab")
    pytest.fail(f"the keyboard never reaches {selector}")


FOCUS = """() => {
  const one = document.activeElement
  if (!one || one === document.body || one === document.documentElement) return { end: true }
  const box = one.getClientRects()[0] || new DOMRect()
  const shown = one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const style = getComputedStyle(one)
  const top = document.elementFromPoint(
    Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1),
    Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1))
  return {
    end: false,
    what: one.outerHTML.slice(0, 160),
    seen: shown && box.width > 0 && box.height > 0 && !!top && (one.contains(top) || top.contains(one)),
    marked: style.outlineStyle !== "none" || one.matches("input"),
  }
}"""
