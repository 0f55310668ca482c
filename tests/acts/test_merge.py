"""Merging two changes of one text, provision by provision."""

from __future__ import annotations

from typing import Any

import pytest

from policybook.acts.merge import Merge

_A, _B, _C = ({"id": id, "text": f"{id.upper()}."} for id in "abc")
_BASE = [_A, _B, _C]


def _with(id: str, **more: Any) -> list[dict[str, Any]]:
    return [{**one, **more} if one["id"] == id else one for one in _BASE]


def _merged(in_force: list[Any], proposed: list[Any], **choices: Any) -> tuple[list[Any], list[str]]:
    merge = Merge(choices)
    found = merge.provisions(_BASE, in_force, proposed)
    return found, [conflict.at for conflict in merge.conflicts]


def test_each_side_alone_is_kept() -> None:
    new = [{"id": "d", "text": "D."}]
    for changed in (_BASE, _with("b", text="Other."), [_A, _C], [*_BASE, *new], [_A, *new, _B, _C], [_C, _A, _B]):
        assert _merged(changed, _BASE) == (changed, [])
        assert _merged(_BASE, changed) == (changed, [])
        assert _merged(changed, changed) == (changed, [])


def test_changes_in_different_places_go_together() -> None:
    assert _merged(_with("a", text="X."), _with("c", text="Y."))[0] == [
        {"id": "a", "text": "X."},
        _B,
        {"id": "c", "text": "Y."},
    ]
    assert _merged(_with("a", heading="H"), _with("a", text="Y.")) == (_with("a", heading="H", text="Y."), [])
    assert _merged([_A, _C], _with("c", text="Y.")) == ([_A, {"id": "c", "text": "Y."}], [])
    d, e = {"id": "d", "text": "D."}, {"id": "e", "text": "E."}
    assert _merged([_A, d, _B, _C], [_A, _B, _C, e]) == ([_A, d, _B, _C, e], [])
    assert _merged([_C, _A, _B], [_A, _B, _C, e])[0] == [_C, e, _A, _B]


@pytest.mark.parametrize(
    ("in_force", "proposed"),
    [
        (_with("b", text="X."), _with("b", text="Y.")),
        ([_A, _C], _with("b", text="Y.")),
        (_with("b", text="X."), [_A, _C]),
        ([*_BASE, {"id": "d", "text": "D."}], [*_BASE, {"id": "d", "text": "Other."}]),
    ],
)
def test_what_both_changed_is_a_conflict_until_it_is_decided(in_force: list[Any], proposed: list[Any]) -> None:
    (at,) = _merged(in_force, proposed)[1]
    assert _merged(in_force, proposed, **{at: "in-force"}) == (in_force, [])
    assert _merged(in_force, proposed, **{at: "proposed"}) == (proposed, [])


def test_items_with_ids_are_merged_one_by_one() -> None:
    items = [{"id": "x", "text": "X."}, {"id": "y", "text": "Y."}]
    base = [{"id": "a", "text": "A.", "items": items}]
    ours = [{**base[0], "items": [{"id": "x", "text": "Ours."}, items[1]]}]
    theirs = [{**base[0], "items": [items[0], {"id": "y", "text": "Theirs."}]}]
    merge = Merge({})
    assert merge.provisions(base, theirs, ours)[0]["items"] == [ours[0]["items"][0], theirs[0]["items"][1]]
    assert not merge.conflicts
    clash = [{**base[0], "items": [{"id": "x", "text": "Theirs."}, items[1]]}]
    merge = Merge({})
    merge.provisions(base, clash, ours)
    assert [(one.at, one.base, one.in_force, one.proposed) for one in merge.conflicts] == [
        ("x", "X.", "Theirs.", "Ours.")
    ]
    plain = [{"id": "a", "text": "A.", "items": ["one", "two"]}]
    merge = Merge({})
    merge.provisions(plain, [{**plain[0], "items": ["one", "2"]}], [{**plain[0], "items": ["1", "two"]}])
    assert [one.at for one in merge.conflicts] == ["a"]
