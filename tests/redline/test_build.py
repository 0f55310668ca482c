"""The redline: exact for any two texts, and what it says of pieces that move, split, merge or are replaced."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policybook.model import Manual, Text
from policybook.record import loader, locate
from policybook.record.tree import MemoryTree
from policybook.redline import Op, Redline, Run, Untrue, between, elsewhere, units
from policybook.redline import select as texts_of
from policybook.redline.edit_script import edits, matches
from policybook.redline.operations import Unit, accepted, rejected
from policybook.redline.summary import entries
from policybook.redline.tokens import words
from policybook.redline.word_diff import part
from tests import cases
from tests.redlines import text, texts


@given(texts(), texts())
@settings(max_examples=100, deadline=None)
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
    monkeypatch.setattr("policybook.redline.edit_script._SMALL", 1)
    monkeypatch.setattr("policybook.redline.edit_script._LARGE", 1)
    old = ["a", "b", "c", "d", "a", "b", "e", "f", "g", "a", "b"]
    new = ["a", "b", "x", "c", "d", "y", "a", "b", "f", "g", "g", "a", "b"]
    made = [word for step in edits(old, new) for word in new[step.new : step.new_end] if step.same]
    assert made == ["a", "b", "c", "d", "a", "b", "f", "g", "a", "b"]
    assert [step.same for step in edits(["a", "a"], ["b", "a", "a", "a", "b"])] == [False]


def demo() -> Manual:
    folder = Path("src/policybook/scaffold/demo/policy")
    tree = locate.tree(folder)
    reading = loader.read(tree)
    return Manual(reading.records, reading.unread, tree, date(2026, 11, 24))


def told(code: str, old: str, new: str) -> tuple[Redline, list[str]]:
    manual = demo()
    policy = manual.find(code)
    assert policy is not None
    first, second = texts_of.named(policy, old).text, texts_of.named(policy, new).text
    redline = between(first, second, elsewhere(manual, second, first))
    return redline, [entry.words for entry in entries(redline)]


def op(redline: Redline, at: str, change: str) -> Op:
    return next(op for op in redline.ops if op.unit.at == at and op.change == change)


def test_a_section_that_moved_is_a_move_and_its_neighbours_only_change_their_labels() -> None:
    redline, words = told("3200", "2019-08-20", "2024-08-13")
    assert words == [
        "‘1. Rights’: ‘carries’ becomes ‘shows’.",
        "Only the label changes: ‘3.’ is now ‘2.’; ‘4.’ is now ‘3.’.",
        "‘4. Duties’ moved: it now stands after ‘3. The answer’, and ‘2.’ is now ‘4.’.",
    ]
    here = op(redline, "duties", "moved-here")
    assert here.text == (
        Run("same", "A student comes on time, does the work and leaves the place fit for the next class."),
    )
    assert here.label == (Run("removed", "2."), Run("added", "4."))
    away = op(redline, "duties", "moved-away")
    assert redline.ops.index(away) < redline.ops.index(op(redline, "appeal", "changed"))


def test_a_split_says_what_came_out_of_what() -> None:
    redline, words = told("3200", "2010-08-10", "2019-08-20")
    assert words == [
        "A part of ‘3. Appeal’ is split off: ‘4. The answer’.",
        "‘4. The answer’ is split off from ‘3. Appeal’.",
    ]
    assert [unit.at for unit in op(redline, "appeal-answer", "added").kin] == ["appeal"]


def test_a_merge_says_what_went_into_what() -> None:
    redline, _ = told("3200", "2019-08-20", "2010-08-10")
    gone = op(redline, "appeal-answer", "removed")
    assert gone.relation == "merged"
    assert [unit.at for unit in gone.kin] == ["appeal"]
    assert [unit.at for unit in op(redline, "appeal", "changed").kin] == ["appeal-answer"]
    assert "‘4. The answer’ is merged into ‘3. Appeal’." in [entry.words for entry in entries(redline)]


def test_a_provision_written_anew_is_shown_whole() -> None:
    redline, words = told("1310", "2005-06-14", "2018-06-12")
    assert words == ["‘2. Readings’ is written anew: the old wording is shown whole, then the new."]
    assert [run.mark for run in op(redline, "readings", "replaced").text] == ["removed", "added"]


def test_a_row_of_a_table_that_is_new_is_a_new_row() -> None:
    redline, _ = told("3210", "2026-03-10", "2026-shorter-suspensions")
    rows = op(redline, "longest-suspension", "changed").table
    assert [row.mark for row in rows] == ["same", "same", "removed", "added", "added"]


def test_what_came_from_another_policy_is_a_move_with_the_changes_within() -> None:
    manual = demo()
    procedure = manual.find("3210P")
    assert procedure is not None
    text = procedure.acts[0]
    redline = between(None, text, elsewhere(manual, text))
    here = next(op for op in redline.ops if op.change == "moved-here")
    assert here.other is not None
    assert here.other.id == "appeal-answer"
    assert any("came from policy 3200" in entry.words for entry in entries(redline))


def manual_of(files: dict[str, str]) -> Manual:
    """Return the small manual of the cases with these files laid over it."""
    small = cases.laid(files)
    reading = loader.read(MemoryTree(small))
    return Manual(reading.records, reading.unread, MemoryTree(small), cases.AS_OF)


def moved_between_policies() -> tuple[Manual, Text, Text]:
    """Return a manual in which a provision with items moves under the same id, its new policy and the giving one."""
    head = "action: adopt\ntitle: T\ndate: 2020-01-01\ntext:\n"
    stays = "  - {id: stays, text: This sentence stays in the giving policy for good.}\n"
    items = "    items:\n      - a written appeal within ten days;\n      - an answer in the family's language.\n"
    appeal = f"  - id: appeal\n    text: 'A family may ask the superintendent for:'\n{items}"
    manual = manual_of({
        "7001-giving/policy.yml": "code: '7001'\ntitle: T\nkind: policy\n",
        "7001-giving/revisions/2020-01-01.yml": head + stays + appeal,
        "7001-giving/revisions/2026-out.yml": "action: revise\ntitle: T\nfollows: 2020-01-01\ntext:\n" + stays,
        "7002-taking/policy.yml": "code: '7002'\ntitle: T\nkind: policy\n",
        "7002-taking/revisions/2026-in.yml": "action: adopt\ntitle: T\ntext:\n"
        + appeal.replace("id: appeal\n", "id: appeal\n    was: 7001#appeal\n").replace("ten days", "five days"),
    })  # fmt: skip
    giving, taking = manual.find("7001"), manual.find("7002")
    assert giving is not None
    assert taking is not None
    return manual, giving.by_id["2026-out"], taking.by_id["2026-in"]


def test_both_ends_of_a_move_between_policies_are_named_also_under_one_id() -> None:
    manual, out, come = moved_between_policies()
    giving = manual.find("7001")
    assert giving is not None
    before = giving.by_id["2020-01-01"]
    away = [entry.words for entry in entries(between(before, out, elsewhere(manual, out, before)))]
    assert away == ["‘A family may ask the superintendent…’ moved to policy 7002 (‘appeal’), with 2 pieces under it."]
    here = between(None, come, elsewhere(manual, come))
    assert [op.change for op in here.ops if op.new and op.new.kind != "title"] == ["moved-here"] * 3
    said = [entry.words for entry in entries(here)]
    assert any("came from policy 7001 (‘appeal’)" in words for words in said)


def test_a_change_of_level_or_kind_alone_is_a_change() -> None:
    old = text([{"id": "a", "heading": "A", "text": "One rule."}])
    (deeper,) = between(old, text([{"id": "a", "heading": "A", "level": 2, "text": "One rule."}])).changes
    (note,) = between(old, text([{"id": "a", "heading": "A", "kind": "note", "text": "One rule."}])).changes
    assert {deeper.change, note.change} == {"changed"}


def test_a_new_sentence_is_marked_as_a_sentence() -> None:
    runs, _ = part("They meet within ninety days.", "They meet within ten days. They tell the family.")
    assert runs[-1] == Run("added", " They tell the family.")


def test_numbers_are_whole_and_one_comma_is_one_comma() -> None:
    numbers, _ = part("The fee is 1,000 dollars at most.", "The fee is 1,400 dollars at most.")
    assert [run.text for run in numbers if run.mark != "same"] == ["1,000", "1,400"]
    comma, _ = part("The board and the clerk sign it.", "The board, and the clerk sign it.")
    assert [run for run in comma if run.mark != "same"] == [Run("added", ",")]
