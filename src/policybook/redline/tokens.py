"""Split text into the tokens that a redline compares: words, whole numbers, punctuation, inline marks."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

# What stands between words; the joiners U+200C and U+200D belong to the word they stand in.
_SIGN = r"!-/:-@\[-`{-~\u00a1-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u2000-\u200b\u200e-\u206f\u2e00-\u2e7f\u3000-\u303f\uff01-\uff0f"
# Scripts that put no space between words: a character is compared, with the marks that sit on it.
_SINGLE = (
    r"\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0ebd-\u0ec6\u1000-\u102a\u1780-\u17b3\u3040-\u30ff"
    r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_ON_TOP = r"\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3\u3099\u309a\ufe00-\ufe0f"
_WORD = re.compile(
    r"\[\^[a-z0-9-]+\]"  # a footnote's mark
    r"|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)"  # the end of a link with its target
    r"|\(policy:[^()\s]+\)"  # a bare link to a policy
    r"|\\[\\*\[\]()^|]"  # a sign printed as it stands
    r"|\*+"
    r"|_{2,}"  # a blank to fill in
    r"|[0-9]+(?:[.,:/][0-9]+)*"
    rf"|[{_SINGLE}][{_ON_TOP}]*"
    rf"|[^\s{_SIGN}{_SINGLE}]+(?:['’‑-][^\s{_SIGN}{_SINGLE}]+)*"
    r"|\S"
)
_BINDING = re.compile(r"[^\W_]")


class Word(NamedTuple):
    """A word, number or sign, and the white space before it."""

    space: str
    text: str


def words(text: str) -> list[Word]:
    """Return the words of a text; joined they are the text again, but for white space at its end."""
    found, at = [], 0
    for match in _WORD.finditer(text):
        found.append(Word(text[at : match.start()], match[0]))
        at = match.end()
    return found


def is_word(text: str) -> bool:
    """Return whether a piece is a word or number rather than a sign."""
    return _BINDING.search(text) is not None


def content(text: str) -> Counter[str]:
    """Return the words that carry a text's sense, without regard to case; of a very short text, all its words.

    Words of up to three letters are left out, in whatever language: most of them only hold others together.
    """
    every = [word.text.casefold() for word in words(text) if is_word(word.text)]
    telling = [word for word in every if len(word) > 3 or not word.isalpha() or not word.isascii()]
    return Counter(telling if len(telling) >= 3 else every)
