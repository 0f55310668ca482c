"""Steps that a review promised: open ones are next, finished ones are done."""

from __future__ import annotations

import html

from policybook.lint import runner
from policybook.record.tree import MemoryTree
from policybook.site.components import reviews
from policybook.site.context import Book
from tests import cases

STEPS = """
-- 3210-fair-discipline/reviews/2026-09-15-restorative.yml changed --
next_steps:
  - {what: Train three leads, by: restorative-team, due: 2026-12}
  - {what: Find a room, by: restorative-team, due: 2026-11, done: 2026-11-03}
-- findings --
"""


def test_a_finished_step_is_done_and_an_open_one_is_next() -> None:
    files = cases.laid(cases.parse(STEPS).files)
    book = Book(runner.judge(MemoryTree(files), cases.AS_OF, {}).manual)
    policy = next(one for one in book.manual if one.code == "3210")
    said = html.unescape(str(reviews.held(book, policy, "restorative", "")))
    assert "Next: Train three leads" in said
    assert "Done 3 November 2026: Find a room" in said
    assert "Next: Find a room" not in said
