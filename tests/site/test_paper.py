"""A page on paper: the text with its code, its revision and where it is from, and nothing that is only for a screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser


def test_a_paper_copy_says_what_it_is_a_copy_of(browser: Any, served: dict[str, str], tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf", reason="pypdf isn't installed")
    context = browser.new_context(color_scheme="dark")
    tab = context.new_page()
    tab.goto(served["demo"] + "policies/3210/")
    tab.pdf(path=str(tmp_path / "page.pdf"), format="Letter")
    tab.emulate_media(media="print")
    background = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    color = tab.evaluate("getComputedStyle(document.querySelector('article p')).color")
    for gone in (".md-header", ".md-sidebar--primary", ".md-footer", ".pb-link", ".pb-print", ".pb-languages"):
        assert tab.locator(f"{gone}:visible").count() == 0, gone
    context.close()
    sheets = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "page.pdf").pages]
    said = " ".join(" ".join(sheets).split())
    assert "3210 Fair Discipline" in sheets[0]
    assert "In force since 1 July 2026" in sheets[0]
    assert "Revision 2026-03-10" in said
    assert "/policies/3210/" in said
    assert "Skip to content" not in said
    assert f"1 / {len(sheets)}" in sheets[0]
    assert (background, color) in (("rgba(0, 0, 0, 0)", "rgb(0, 0, 0)"), ("rgb(255, 255, 255)", "rgb(0, 0, 0)"))
