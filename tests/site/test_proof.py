"""A page saved from the site proves its text: each one that shows a text is matched with the record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from policybook.documents.html import BEGINS
from policybook.model import Manual
from policybook.record import loader
from policybook.record.tree import DiskTree
from policybook.verify import html_page, json_file
from tests.site import sites

MANUALS = {"real": "policy", "demo": "src/policybook/scaffold/demo/policy"}


@pytest.mark.parametrize("name", sorted(MANUALS))
def test_every_page_and_every_file_of_data_is_matched_with_the_record(name: str, built: dict[str, Path]) -> None:
    tree = DiskTree(sites.ROOT / MANUALS[name], "policy")
    reading = loader.read(tree)
    manual = Manual(reading.records, reading.unread, tree, date(2026, 11, 24))
    held = sum(len(list(policy.texts_of())) for policy in manual)
    pages = [path.read_text(encoding="utf-8") for path in sorted(built[name].glob("policies/**/index.html"))]
    shown = [html for html in pages if BEGINS in html]
    assert len(shown) >= held
    for html in shown:
        assert html_page.verify(manual, html).problems == ()
    files = sorted(built[name].glob("data/policies/**/*.json"))
    assert len(files) > held
    for path in files:
        assert json_file.verify(manual, json_file.read(path.read_bytes())).problems == ()
