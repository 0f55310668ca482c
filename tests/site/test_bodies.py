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


def test_a_team_s_page_says_when_it_meets_next_and_what_it_worked_on() -> None:
    tree = DiskTree(ROOT / "src/policybook/scaffold/demo/policy", "policy")
    book = Book(runner.judge(tree, date(2026, 11, 24), {}).manual)
    page = {page.url: html.unescape(page.body) for page in bodies.pages(book)}["bodies/restorative-team/"]
    section = page.partition("#meetings }")[2].partition("\n## ")[0]
    assert "due by 23 November 2026" in section
    assert "Held in time: 2. Held late: 0. Not held: 0." in section
    assert section.index("9 November 2026") < section.index("26 October 2026")
    assert "Three schools have no trained lead." in section
    assert "policies/3210/#strategy-restorative" in section


def test_a_recommendation_says_where_it_stands_and_what_was_committed() -> None:
    tree = DiskTree(ROOT / "src/policybook/scaffold/demo/policy", "policy")
    book = Book(runner.judge(tree, date(2026, 11, 24), {}).manual)
    page = {page.url: html.unescape(page.body) for page in bodies.pages(book)}["bodies/equity-council/"]
    section = page.partition("#recommendations }")[2]
    assert "made 9 June 2026; <strong>overdue</strong>" in section
    assert "made 4 November 2025; <strong>done</strong>" in section
    assert "Committed: Child care and a meal at every evening" in section
    assert "Done 13 October 2026: Offer child care and a meal at each evening, by Family Voice Team" in section
