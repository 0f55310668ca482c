"""Lighthouse finds nothing in accessibility, best practices and what search engines need, on a few pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import lighthouse, weight

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("site", "page"), [("real", "policies/1010/"), ("demo", ""), ("demo", "accountability/")])
def test_lighthouse_gives_a_hundred(built: dict[str, Path], site: str, page: str) -> None:
    if lighthouse.CHROMIUM is None or not lighthouse.PROGRAM.exists():
        pytest.skip("Lighthouse isn't here: install Chromium, then `npm install --prefix build lighthouse@12`")
    with weight.served(built[site]) as address:
        said = lighthouse.of(address + page, categories=lighthouse.CATEGORIES[1:])
    assert said.faults == ()
    assert said.scores == (100, 100, 100)
