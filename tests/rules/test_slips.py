"""What a correction may change without a vote."""

from __future__ import annotations

from typing import Any

import pytest

from policybook.model import Revision
from policybook.rules import corrections, slips


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the shade form the sun", "the shade from the sun"),
        ("keeps one hour a day to reed in", "keeps one hour a day to read in"),
        ("threatens or insults a person", "threatens, or insults, a person"),
        ("the the board", "the board"),
        ("the class room", "the classroom"),
        ("there is water and shade", "there are water and shade"),
        ("the Board meets", "the board meets"),
        ("teh pupil", "the pupil"),
        ("accomodation and comittee", "accommodation and committee"),
        ("the principals decision", "the principal’s decision"),
    ],
)
def test_a_slip_is_a_slip(old: str, new: str) -> None:
    assert slips.only_slips(old, new), slips.changes(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("within five school days", "whenever the principal likes"),
        ("within 5 days", "within 8 days"),
        ("within five days", "within nine days"),
        ("within five days", "within days"),
        ("a pupil may leave", "a pupil must leave"),
        ("a pupil may leave", "a pupil may not leave"),
        ("a lawful search", "an unlawful search"),
        ("all pupils and parents", "all pupils or parents"),
        ("a fee of $5", "a fee of 5"),
        ("the superintendent decides", "the principal decides"),
        ("once a year", "twice a year"),
        ("any person", "a person"),
        ("harmful acts", "harmless acts"),
        ("it is on time", "it is in time"),
        ("", "and a new sentence."),
        ("| 3 | 8 |", "| 38 |"),
        ("grades 3-5", "grades 3, 5"),
        ("5 to 8", "5 or 8"),
        ("no se permite", "se permite"),
        ("a " * 4000, "b " * 4000),
    ],
)
def test_a_change_of_meaning_is_none(old: str, new: str) -> None:
    assert not slips.only_slips(old, new), slips.changes(old, new)


def _kinds(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    base: dict[str, Any] = {"action": "adopt", "title": "T", "text": [{"id": "a", "text": "Words."}]}
    one, other = (Revision({**base, **more}, "p/revisions/x.yml", "x", "0100") for more in (old, new))
    return sorted({found.kind for found in corrections.differences(one, other)})


def _text(words: str, **more: Any) -> dict[str, Any]:
    return {"text": [{"id": "a", "text": words, **more}]}


def test_each_kind_is_told_apart() -> None:
    assert _kinds({"title": "A"}, {"title": "B"}) == ["title"]
    assert _kinds({"legal": ["RCW 1.2"]}, {"legal": ["RCW 1.3"]}) == ["legal-reference"]
    assert _kinds(_text("See RCW 28A.300.070."), _text("See RCW 28A.300.080.")) == ["legal-reference"]
    assert _kinds(_text("As Policy 3200 asks."), _text("As Policy 3210 asks.")) == ["cross-reference"]
    assert _kinds(_text("See [it](policy:3200)."), _text("See [it](policy:3210#a).")) == ["cross-reference"]
    assert _kinds({"references": ["3200"]}, {"references": ["3210"]}) == ["cross-reference"]
    assert _kinds(_text("Two wodrs here."), _text("Two words here.")) == ["typo"]
    assert _kinds(_text("As Policy 3200 asks."), _text("As Policy 3210 forbids.")) == ["substance"]
    assert _kinds(_text("A", items=["one"]), _text("A", items=[{"id": "one", "text": "one"}])) == ["substance"]
    assert _kinds(_text("A", items=["one", "two"]), _text("A", items=["one"])) == ["substance"]
    assert _kinds(_text("A", label="1."), _text("A", label="2.")) == ["substance"]
    one, two = "| a | b |\n| c | d |", "| a | b | | c | d |"
    assert _kinds(_text("A", table=one), _text("A", table=two)) == ["substance"]
    assert _kinds(_text("A", table=one), _text("A", table="|  a  | b |\n| c | d |")) == []
    assert _kinds(_text("A", kind="text"), _text("A", kind="note")) == ["substance"]
    assert _kinds({"footnotes": {"1": "Seee."}}, {"footnotes": {"1": "See."}}) == ["typo"]
    assert _kinds({}, {"footnotes": {"1": "See."}}) == ["substance"]
    assert _kinds({}, {}) == []


def test_words_are_no_citation_because_the_law_list_says_so() -> None:
    phrases = ["within five school days", "whenever the principal likes"]
    old = _text("Meet within five school days.")
    new = {**_text("Meet whenever the principal likes."), "legal": phrases}
    assert "substance" in _kinds(old, new)
    assert "substance" in _kinds(old, {**new, "legal": [f"{one} 1" for one in phrases]})
    assert "substance" in _kinds({**old, "legal": phrases}, new)
    cited = _kinds(
        {**_text("As Old Act 5 asks."), "legal": ["Old Act 5"]}, {**_text("As New Act 6 asks."), "legal": ["New Act 6"]}
    )
    assert cited == ["legal-reference"]
