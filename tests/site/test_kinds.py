"""The list of kinds of page is whole: what no page of it shows, no page of either site shows."""

from __future__ import annotations

import re
from pathlib import Path

from tests.site import kinds

_LANGUAGES = {"ar", "es"}
_ONE_OF_MANY = {"bodies", "duties", "sources", "checks", "keeping"}


def kind(page: str) -> str:
    """Return an address without what names the one thing that the page is about."""
    first, *rest = page.strip("/").split("/")
    if first == "policies" and rest:
        rest[0] = "CODE"
        if len(rest) > 1 and rest[1] != "proposed":
            rest[1] = "LANGUAGE" if rest[1] in _LANGUAGES else "REVISION"
        rest[2:] = [part if part == "changes" else "ONE" for part in rest[2:]]
    elif first in _ONE_OF_MANY and rest:
        rest = ["ONE"]
    return "/".join([first, *rest])


def _pages(site: Path) -> dict[str, str]:
    found = {path: path.read_text(encoding="utf-8") for path in site.rglob("index.html")}
    return {path.parent.relative_to(site).as_posix(): html for path, html in found.items() if "<article" in html}


def _marks(html: str) -> set[str]:
    """Return the classes of ours that a page's own part has."""
    article = html[html.index("<article") : html.index("</article>")]
    classes = {name for names in re.findall(r'class="?([^">]+)', article) for name in names.split()}
    return {name for name in classes if name.startswith("pb-")}


def test_each_kind_of_address_is_in_the_list(built: dict[str, Path]) -> None:
    looked_at = {kind(page) for _, page in kinds.ALL}
    there = {kind(page.removeprefix(".")) for site in built.values() for page in _pages(site)}
    assert there - looked_at == set()
    assert looked_at - there == {"no/such/page"}


def test_each_kind_of_part_is_on_a_page_of_the_list(built: dict[str, Path]) -> None:
    there: set[str] = set()
    looked_at: set[str] = set()
    for name, site in built.items():
        for page, html in _pages(site).items():
            there |= _marks(html)
            if (name, f"{page}/".removeprefix("./")) in kinds.ALL:
                looked_at |= _marks(html)
    assert there - looked_at == set()
