"""The redline: exact for any two texts, and what it says of pieces that move, split, merge or are replaced."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policybook.model import Text
from policybook.redline import Op, Redline, Run, Untrue, between, units
from policybook.redline.parts import part
from policybook.redline.script import edits, matches
from policybook.redline.values import Unit, accepted, rejected
from policybook.redline.words import words

WORDS = [
    "the",
    "board",
    "shall",
    "not",
    "meet",
    "**twice**",
    "a",
    "year",
    "10",
    "14",
    ",",
    ".",
    "[^1]",
    "naïve",
    "学校",
    "\n",
]


def text(provisions: list[Any], title: str = "Title", **more: Any) -> Text:
    return Text({"title": title, "text": provisions, **more}, "x.yml", "3210@x")


def prose() -> st.SearchStrategy[str]:
    return st.one_of(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), st.text(max_size=20))


def items(depth: int) -> st.SearchStrategy[list[Any]]:
    entry: dict[str, Any] = {
        "text": prose(),
        "label": st.sampled_from(["", "1.", "(b)", "—"]),
        "id": st.sampled_from(["", "a", "b", "c", "d", "title"]),
        "table": st.sampled_from(["", "| a | b |\n| 1 | 2 |", "| a | b |\n| 1 | 3 |\n| 4 | |", "| a |"]),
        "was": st.sampled_from(["", "a", "b", "3210#c", "9#z"]),
        "numbering": st.sampled_from(["", "a.", "1)"]),
    }
    if depth == 0:
        entry |= {"heading": prose(), "level": st.sampled_from([1, 2]), "kind": st.sampled_from(["text", "note"])}
    if depth < 2:
        entry["items"] = st.deferred(lambda: items(depth + 1))
    full = st.fixed_dictionaries({}, optional=entry)
    return st.lists(st.one_of(prose(), full) if depth else full, max_size=4)


def texts() -> st.SearchStrategy[Text]:
    notes = st.dictionaries(st.sampled_from(["1", "2", "10", "a"]), prose(), max_size=3)
    return st.builds(lambda parts, title, notes: text(parts, title, footnotes=notes), items(0), prose(), notes)


@given(texts(), texts())
@settings(max_examples=300, deadline=None)
def test_accepting_gives_the_new_text_and_rejecting_the_old(old: Text, new: Text) -> None:
    redline = between(old, new)
    assert tuple(accepted(redline.ops)) == units(new)
    assert tuple(rejected(redline.ops)) == units(old)
    assert between(old, new) == redline
    away = [op.old for op in redline.ops if op.change == "moved-away"]
    here = [op.other for op in redline.ops if op.change == "moved-here"]
    assert sorted(unit.at for unit in away if unit) == sorted(unit.at for unit in here if unit)


@given(texts())
@settings(max_examples=100, deadline=None)
def test_a_text_against_itself_changes_nothing(one: Text) -> None:
    assert {op.change for op in between(one, one).ops} <= {"same"}
    assert {op.change for op in between(None, one).ops} <= {"added"}
    assert {op.change for op in between(one, None).ops} <= {"removed"}


@given(st.text(), st.text())
def test_any_two_values_are_had_back_exactly(old: str, new: str) -> None:
    runs, _ = part(old, new)
    assert "".join(run.text for run in runs if run.mark != "added") == old
    assert "".join(run.text for run in runs if run.mark != "removed") == new
    assert all(run.text for run in runs)
    assert "".join(word.space + word.text for word in words(old)).rstrip() == old.rstrip()


@given(st.lists(st.integers(0, 6), max_size=40), st.lists(st.integers(0, 6), max_size=40))
def test_the_edit_script_of_a_small_text_is_the_shortest(old: list[int], new: list[int]) -> None:
    lengths = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, left in enumerate(old):
        for j, right in enumerate(new):
            best = max(lengths[i][j + 1], lengths[i + 1][j])
            lengths[i + 1][j + 1] = lengths[i][j] + 1 if left == right else best
    found = matches(old, new)
    assert sum(match.size for match in found) == lengths[-1][-1]
    for match in found:
        assert old[match.old : match.old + match.size] == new[match.new : match.new + match.size]


@given(st.lists(st.integers(0, 3), max_size=300), st.lists(st.integers(0, 3), max_size=300))
@settings(deadline=None)
def test_the_edit_script_leads_from_one_to_the_other(old: list[int], new: list[int]) -> None:
    made, at = [], 0
    for step in edits(old, new):
        assert step.old == at
        made += old[step.old : step.old_end] if step.same else new[step.new : step.new_end]
        at = step.old_end
    assert made == new
    assert at == len(old)


def test_an_untrue_redline_can_not_be_made() -> None:
    unit = Unit("a", "text", "a", text="never")
    with pytest.raises(Untrue, match="isn't shown"):
        Redline((unit,), (unit,), (Op("changed", unit, unit, text=(Run("same", "ever"),)),))


def test_a_gap_too_large_to_solve_exactly_is_cut_at_what_stands_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policybook.redline.script._SMALL", 1)
    old = ["a", "b", "c", "d", "a", "b", "e", "f", "g", "a", "b"]
    new = ["a", "b", "x", "c", "d", "y", "a", "b", "f", "g", "g", "a", "b"]
    made = [word for step in edits(old, new) for word in new[step.new : step.new_end] if step.same]
    assert made == ["a", "b", "c", "d", "a", "b", "f", "g", "a", "b"]
    assert [step.same for step in edits(["a", "a"], ["b", "a", "a", "a", "b"])] == [False]
