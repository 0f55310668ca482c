"""Redlines on the site: on proposals, between readings, between texts, and never more pages than a reader needs."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policybook.model import Manual, Policy, Revision
from policybook.record.tree import MemoryTree
from policybook.site.context import Book
from policybook.site.page import Page
from policybook.site.pages import redline
from tests.site import sites


def page(built: dict[str, Path], url: str) -> str:
    return (built["demo"] / url / "index.html").read_text(encoding="utf-8")


def test_a_proposal_shows_what_it_would_change_before_its_text(built: dict[str, Path]) -> None:
    shown = page(built, "policies/3210/proposed/2026-shorter-suspensions")
    assert "<del>" in shown
    assert shown.index('id="changes"') < shown.index("<ins>") < shown.index('id="text"')


def test_a_proposal_shows_how_it_was_amended_between_its_readings(built: dict[str, Path]) -> None:
    shown = page(built, "policies/0420/proposed/2026-interpreters")
    assert "From reading 1 to reading 2" in shown
    assert "A child never interprets" in shown[shown.index('id="amended"') :]


def test_every_change_can_be_reached_and_anchors_are_unique(built: dict[str, Path]) -> None:
    markup = sites.Markup(page(built, "policies/3200/2024-08-13/changes"))
    assert {"#change-1", "#change-2", "#change-3", "#change-list"} <= set(markup.links)
    assert len(markup.anchors) == len(set(markup.anchors))


def test_what_is_one_change_is_numbered_once(built: dict[str, Path]) -> None:
    shown = page(built, "policies/3200/2024-08-13/changes")
    marked = shown[shown.index('class="pb-marked"') :]
    numbered = re.findall(r">(Change [0-9]+)</a>(: moved)?", marked)
    once = [number for number, moved in numbered if not moved]
    assert len(once) == len(set(once)) > 1


def test_a_policy_with_many_texts_has_a_bounded_number_of_comparisons() -> None:
    acts: list[Any] = []
    for year in range(2000, 2030):
        before = {"follows": str(year - 1)} if year > 2000 else {}
        data = {"action": "revise", "date": str(year), "title": "T", "text": [{"id": "a", "text": f"In {year}."}]}
        acts.append(data | before)
    pages = _pages(acts)
    made = [page.url for page in pages]
    assert len(made) < 30 * 6
    assert len(set(made)) == len(made)
    assert "policies/1/2029/changes/2000/" in made
    told = next(page.body for page in pages if page.url == "policies/1/2029/changes/")
    assert "<code>policybook redline 1 2000 2029</code>" in told
    few = _pages(acts[:10])
    assert len(few) == 10 * 9 / 2
    assert not any("policybook redline" in page.body for page in few)


def _pages(acts: list[Any]) -> list[Page]:
    policy = Policy({"code": "1"}, "1-x", frozenset())
    policy.revisions = tuple(Revision(act, "x.yml", act["date"], "1") for act in acts)
    book = Book(Manual([], (), MemoryTree({}), date(2030, 1, 1)))
    return list(redline.pages(book, policy))


@pytest.mark.browser
def test_the_text_can_be_read_without_marks_and_without_script(browser: Any, built: dict[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False)
    shown = context.new_page()
    shown.goto((built["demo"] / "policies/3200/2024-08-13/changes/index.html").as_uri())
    marked = shown.locator(".pb-marked")
    assert "carries" in marked.inner_text()
    shown.check(".pb-clean")
    assert "carries" not in marked.inner_text()
    assert marked.inner_text().count("Duties") == 1
    assert "Change 1" not in marked.inner_text()
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("media", ["screen", "print"])
def test_a_change_is_named_above_the_provision_not_beside_it(browser: Any, served: dict[str, str], media: str) -> None:
    shown = browser.new_page()
    shown.emulate_media(media=media)
    for width in (320, 1000, 1600):
        shown.set_viewport_size({"width": width, "height": 900})
        shown.goto(served["demo"] + "policies/3210/2026-03-10/changes/")
        beside = shown.evaluate(
            """() => [...document.querySelectorAll(".pb-change + .pb-label")].map(label => [
              label.getBoundingClientRect().top >= label.previousElementSibling.getBoundingClientRect().bottom,
              label.getBoundingClientRect().right <= label.nextElementSibling.getBoundingClientRect().left,
            ])"""
        )
        assert beside
        assert beside == [[True, True]] * len(beside), width
    shown.close()
