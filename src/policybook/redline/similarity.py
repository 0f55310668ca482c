"""Score how similar segments are by their significant words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from policybook.redline.operations import Unit
from policybook.redline.tokens import content

Words = Counter[str]

_COMMON = 40
"""A word that more pieces than this hold says little about which of them are alike."""


def content_of(unit: Unit) -> Words:
    """Return the telling words of a piece: heading, text and table."""
    return content("\n".join((unit.heading, unit.text, *(cell for row in unit.table for cell in row))))


def alike(one: Words, other: Words) -> float:
    """Return how much of both is in the other: 0 to 1, the share of their words that both hold."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def within(small: Words, large: Words) -> float:
    """Return how much of the one is in the other: 0 to 1."""
    return (small & large).total() / small.total() if small else 0.0


def best(
    old: Sequence[Words], new: Sequence[Words], least: float, score: Callable[[Words, Words], float] = alike
) -> Iterator[tuple[int, int]]:
    """Yield pairs of places, the most alike first, each place once, down to the `least` score.

    Of pairs that are equally alike the one that stands nearest comes first.
    """
    span = max(len(old), len(new), 1)
    scored = []
    for i, j in _candidates(old, new):
        points = score(old[i], new[j])
        if points >= least:
            scored.append((-points, abs(i - j) / span, j, i))
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for _, _, j, i in sorted(scored):
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            yield i, j


def _candidates(old: Sequence[Words], new: Sequence[Words]) -> list[tuple[int, int]]:
    """Return the pairs that are worth a look: all of them, or in a large text those with an uncommon word in common."""
    if len(old) * len(new) <= _COMMON * _COMMON:
        return [(i, j) for i in range(len(old)) for j in range(len(new))]
    holders: dict[str, list[int]] = {}
    for i, words in enumerate(old):
        for word in words:
            holders.setdefault(word, []).append(i)
    found: set[tuple[int, int]] = set()
    for j, words in enumerate(new):
        for word in words:
            holding = holders.get(word, ())
            if len(holding) <= _COMMON:
                found.update((i, j) for i in holding)
    return sorted(found)
