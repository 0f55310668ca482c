"""The banner: for each state other words, another icon and another colour, and the way to the text in force."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

STATES = {
    "policies/3210/": ("in-force", "In force since 1 July 2026.", ""),
    "policies/6715/": ("to-come", "Adopted, in force from 1 February 2027.", ""),
    "policies/3246/": ("proposed", "Proposed, not adopted.", "policies/3246/proposed/2026-learning-with-machines"),
    "policies/3210/2019-08-20/": ("superseded", "It is no longer in force.", "policies/3210"),
    "policies/3241/": ("suspended", "Suspended until 30 June 2027.", ""),
    "policies/1105/": ("rescinded", "Rescinded 14 May 2024.", "policies/1010"),
    "policies/6900/": ("listed", "The full text is not available here.", ""),
    "policies/3231/2026-09-08/": ("to-come", "Not in force yet.", "policies/3231"),
    "policies/6700/proposed/2026-breakfast/": ("proposed", "Proposed. Not adopted, not in force.", "policies/6700"),
    "policies/bgb/proposed/2024-second-vice-chair/": (
        "rescinded",
        "This proposal isn't open any more: not adopted on 12 March 2024.",
        "policies/bgb",
    ),
    "policies/1310/2005-06-14/": ("superseded", "It is no longer in force.", "policies/1310"),
}
"""Of each page: the kind of its first banner, what that says, and where it leads."""
KINDS = {"in-force", "to-come", "proposed", "superseded", "suspended", "rescinded", "listed", "perhaps"}


@pytest.mark.parametrize("page", STATES)
def test_a_page_says_first_how_it_stands(built: dict[str, Path], page: str) -> None:
    kind, said, leads = STATES[page]
    html = (built["demo"] / page / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<div class="?pb-banner pb-banner-([a-z-]+)"?>.*?</svg>(.*?)</div>', html, re.DOTALL)
    assert found is not None
    assert found[1] == kind
    assert said in " ".join(unescape(re.sub(r"<[^>]+>", " ", found[2])).split())
    if leads:
        targets = re.findall(r'href="([^"]+)"', found[2])
        assert any((built["demo"] / page / target).resolve() == (built["demo"] / leads).resolve() for target in targets)
    assert html.index("<h1") < found.start() < html.index("<h2")


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_icon_and_colour_differ(browser: Any, served: dict[str, str], scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)
    tab = context.new_page()
    tab.goto(served["demo"] + "help/")
    shown = tab.evaluate(
        """() => [...document.querySelectorAll(".pb-banner")].map(one => ({
          kind: one.className.replace("pb-banner pb-banner-", ""),
          words: one.innerText.trim(),
          icon: one.querySelector("path").getAttribute("d"),
          colour: getComputedStyle(one.querySelector("svg")).fill,
        }))"""
    )
    context.close()
    assert {one["kind"] for one in shown} == KINDS
    for what in ("words", "icon", "colour"):
        assert len({one[what] for one in shown}) == len(KINDS), what


def test_a_policy_without_text_leads_to_the_agency_s_own_page(built: dict[str, Path]) -> None:
    html = (built["real"] / "policies/el_1/index.html").read_text(encoding="utf-8")
    banner = html[html.index("pb-banner-listed") :]
    assert "https://www.psesd.org/about-psesd/psesd-policies" in unescape(banner[: banner.index("</div></div>") + 1])
