"""Pages of bodies: what is said of a team, and how it is known."""

from __future__ import annotations

import html
from datetime import date
from pathlib import Path

from policybook.lint import runner
from policybook.record.tree import DiskTree
from policybook.site.context import Book
from policybook.site.pages import bodies

ROOT = Path(__file__).parents[2]


def test_members_are_shown_and_inferred_names_are_told_as_inferred() -> None:
    book = Book(runner.judge(DiskTree(ROOT / "policy", "policy"), date(2026, 11, 24), {}).manual)
    pages = {page.url: html.unescape(page.body) for page in bodies.pages(book)}
    oversight = pages["bodies/transformation-team/"]
    assert all(member in oversight for member in ("PSESD staff", "community members", "parents"))
    team = pages["bodies/mutual-accountability-team/"]
    assert "inferred, not stated" in team
    assert "inferred, not stated" not in oversight
