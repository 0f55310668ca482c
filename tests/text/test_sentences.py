"""Prose becomes sentences, and no word is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.text import sentences


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("See Policy No. 1010. It stands.", ["See Policy No. 1010.", "It stands."]),
        ("Mr. Smith said “Go.” Then he went.", ["Mr. Smith said “Go.”", "Then he went."]),
        ("By 8 a.m. Monday all is done.", ["By 8 a.m. Monday all is done."]),
        ("Really? Yes! Good.", ["Really?", "Yes!", "Good."]),
        ("It costs 3.50 dollars. Pay.", ["It costs 3.50 dollars.", "Pay."]),
        ("", []),
    ],
)
def test_sentences(prose: str, expected: list[str]) -> None:
    assert sentences.split(prose) == expected


@given(st.text(max_size=200))
def test_no_word_is_lost(prose: str) -> None:
    assert " ".join(sentences.split(prose)).split() == prose.split()
