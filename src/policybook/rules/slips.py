"""Tell a slip of the pen from a change of meaning: edit distance within words, no number, negation or modal verb."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from policybook.rules.words import MEANING, NUMBERS

_TOKEN = re.compile(r"\w+(?:[’'.:]\w+)*|[^\w\s]")
_AGREEMENT = [
    {"is", "are"},
    {"was", "were"},
    {"has", "have"},
    {"does", "do"},
    {"a", "an"},
    {"this", "these"},
    {"that", "those"},
    {"its", "their"},
]
"""Words that differ in number only, as a slip of grammar."""
_ARTICLES = (["the"], ["a"], ["an"])
"""An article that was left out, or put in where none belongs, is a slip of grammar."""
_OPPOSITES = ("un", "in", "im", "il", "ir", "non", "dis", "mis", "de", "a", "anti")
_MOST = 3000
"""Passages with more words than this aren't compared word by word: that would take minutes."""
_LONG = 8
"""From so many letters on, two of them may differ."""


class WordChange(NamedTuple):
    """Words that became others."""

    old: str
    new: str
    slip: bool


def only_slips(old: str, new: str) -> bool:
    """Return whether every change between two passages is a slip."""
    return all(change.slip for change in changes(old, new))


def changes(old: str, new: str) -> list[WordChange]:
    """Return each change between two passages, the words only; spaces and line ends don't count."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    alike = next(
        (at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other),
        min(len(before), len(after)),
    )
    if max(len(before), len(after)) > _MOST:
        return [WordChange(" ".join(before[alike : alike + 12]), " ".join(after[alike : alike + 12]), slip=False)]
    found = []
    for what, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        was, now = before[i:j], after[k:m]
        doubled = (
            not now and (was == before[j : j + len(was)] or was == before[i - len(was) : i]) and not _meaningful(was)
        )
        between = _number(before[i - 1 : i]) and _number(before[j : j + 1])  # 3-5 is not 3, 5
        slip = doubled or (_slip(was, now) and not between)
        found.append(WordChange(" ".join(was), " ".join(now), slip))
    return found


def _slip(was: list[str], now: list[str]) -> bool:
    words, others = ([token for token in side if token[0].isalnum()] for side in (was, now))
    if not (words and others) and [word.lower() for word in (*words, *others)] in _ARTICLES:
        return True
    if words == others:
        return not any(token in "$€£%|" for token in (*was, *now))  # punctuation only
    if _meaningful(words) or _meaningful(others):
        return [word.lower() for word in words] == [word.lower() for word in others]  # capitals only
    if len(words) == len(others):
        return all(_near(one, other) for one, other in zip(words, others, strict=True))
    joined = "".join(words).lower() == "".join(others).lower()
    return joined and bool(words) and bool(others)  # a missing space, or one too many


def _meaningful(words: list[str]) -> bool:
    """Return whether any word is a number, a negation, a modal verb or another word that carries a rule."""
    return any(
        any(letter.isdigit() for letter in word)
        or word.lower() in MEANING
        or word.lower() in NUMBERS
        or word.lower().endswith(("n't", "n’t"))
        for word in words
    )


def _number(tokens: list[str]) -> bool:
    return bool(tokens) and any(letter.isdigit() for letter in tokens[0])


def _near(one: str, other: str) -> bool:
    """Return whether one word is the other, mistyped."""
    one, other = one.lower(), other.lower()
    if one == other or {one, other} in _AGREEMENT:
        return True
    short, long = sorted((one, other), key=len)
    if any(long == prefix + short for prefix in _OPPOSITES if len(short) > 2):
        return False
    if long in (f"{short}less", f"{short}ful"):
        return False
    distance = _distance(one, other)
    if len(long) <= 3:
        return distance == 1 and (len(one) != len(other) or sorted(one) == sorted(other))
    return distance <= (2 if len(long) >= _LONG else 1)


def _distance(one: str, other: str) -> int:
    """Return how many letters are lost, added, changed or swapped with the next: optimal string alignment."""
    if abs(len(one) - len(other)) > 2:
        return 3
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, match in enumerate(other, 1):
            best = min(row[j - 1] + 1, rows[i - 1][j] + 1, rows[i - 1][j - 1] + (letter != match))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == match:
                best = min(best, rows[i - 2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
