"""Compute the shortest edit script between two sequences, bounded in time and memory.

Equal ends are cut off. A small gap is solved exactly, by a longest common subsequence. A large one is first cut at
runs that stand once on each side and whose surroundings are alike too: the longest chain of them that is in order
on both. A gap without such runs is halved where the longest common subsequence goes through, unless it is so large
that halving would take long: then it has nothing a reader would recognise, and is one replacement.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from policybook.redline import lcs

_GRAMS = (32, 8, 4, 2, 1)
"""How many elements a run has that must stand once on each side; the first only for two very large texts."""
_SMALL = 4_000_000
"""Cells, old elements times new; the rows kept to walk back through are a bit for each, half a megabyte at most."""
_LARGE = 2_000_000_000
_AROUND = 24
"""Elements on each side of a run that say whether it is the same place in both texts, or a chance."""
_RELATED = 0.4


class Match(NamedTuple):
    """A run of elements that are equal: `size` of them from `old` and from `new`."""

    old: int
    new: int
    size: int


class _Gap(NamedTuple):
    """What is still to be solved, and the place in `_GRAMS` to go on with."""

    old: int
    old_end: int
    new: int
    new_end: int
    level: int


class Edit(NamedTuple):
    """A step: elements `old` to `old_end` become `new` to `new_end`, or stay as they are."""

    same: bool
    old: int
    old_end: int
    new: int
    new_end: int


def edits(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Edit]:
    """Return the steps from `old` to `new`, in order: runs that stay, and between them what changes."""
    steps: list[Edit] = []
    i = j = 0
    for match in [*matches(old, new), Match(len(old), len(new), 0)]:
        if i < match.old or j < match.new:
            steps.append(Edit(False, i, match.old, j, match.new))
        i, j = match.old + match.size, match.new + match.size
        if match.size:
            steps.append(Edit(True, match.old, i, match.new, j))
    return steps


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Match]:
    """Return the runs that `old` and `new` have in common, in order, neighbouring ones joined."""
    number: dict[Hashable, int] = {}
    a = [number.setdefault(element, len(number)) for element in old]
    b = [number.setdefault(element, len(number)) for element in new]
    joined: list[Match] = []
    for match in _solved(a, b):
        last = joined[-1] if joined else Match(-1, -1, 0)
        if last.old + last.size == match.old and last.new + last.size == match.new:
            joined[-1] = Match(last.old, last.new, last.size + match.size)
        else:
            joined.append(match)
    return joined


def _solved(a: list[int], b: list[int]) -> Iterator[Match]:
    """Yield matches in order; what is still to be solved waits on a stack, so that depth has no limit."""
    first = 0 if len(a) * len(b) > _LARGE else 1
    waiting: list[_Gap | Match] = [_Gap(0, len(a), 0, len(b), first)]
    while waiting:
        task = waiting.pop()
        if isinstance(task, Match):
            yield task
            continue
        i, i_end, j, j_end, level = task
        size = _alike(a, b, i, i_end, j, j_end)
        if size:
            yield Match(i, j, size)
            i, j = i + size, j + size
        size = _alike_back(a, b, i, i_end, j, j_end)
        if size:
            waiting.append(Match(i_end - size, j_end - size, size))
            i_end, j_end = i_end - size, j_end - size
        cells = (i_end - i) * (j_end - j)
        if not cells:
            continue
        if cells <= _SMALL:
            yield from (Match(*run) for run in lcs.runs(a, b, i, i_end, j, j_end))
        elif level < len(_GRAMS):
            chain = _anchors(a, b, i, i_end, j, j_end, _GRAMS[level])
            gaps: list[_Gap | Match] = []
            for match in chain:
                gaps += [_Gap(i, match.old, j, match.new, level), match]
                i, j = match.old + match.size, match.new + match.size
            waiting += [_Gap(i, i_end, j, j_end, level if chain else level + 1), *reversed(gaps)]
        elif cells <= _LARGE:
            p, q = lcs.middle(a, b, i, i_end, j, j_end)
            waiting += [_Gap(p, i_end, q, j_end, level), _Gap(i, p, j, q, level)]


def _alike(a: list[int], b: list[int], i: int, i_end: int, j: int, j_end: int) -> int:
    most, size = min(i_end - i, j_end - j), 0
    while size < most and a[i + size] == b[j + size]:
        size += 1
    return size


def _alike_back(a: list[int], b: list[int], i: int, i_end: int, j: int, j_end: int) -> int:
    most, size = min(i_end - i, j_end - j), 0
    while size < most and a[i_end - 1 - size] == b[j_end - 1 - size]:
        size += 1
    return size


def _anchors(a: list[int], b: list[int], i: int, i_end: int, j: int, j_end: int, gram: int) -> list[Match]:
    """Return the longest chain, in order on both sides, of runs of `gram` elements that stand once on each."""
    if min(i_end - i, j_end - j) < gram:
        return []
    mine, theirs = _once(a, i, i_end, gram), _once(b, j, j_end, gram)
    pairs = sorted((at, theirs[run]) for run, at in mine.items() if at >= 0 and theirs.get(run, -1) >= 0)
    chain: list[Match] = []
    for at, other in increasing(pairs):
        if at < i or other < j:
            continue  # the run before has grown over it
        size = _alike(a, b, at, i_end, other, j_end)
        back = _alike_back(a, b, i, at, j, other)
        match = Match(at - back, other - back, size + back)
        if match.size >= _AROUND or _is_place(a, b, match):
            chain.append(match)
            i, j = at + size, other + size
    return chain


def _is_place(a: list[int], b: list[int], match: Match) -> bool:
    """Return whether what stands around a short run is alike too: in repetitive text a run that stands once is chance."""
    starts = max(match.old - _AROUND, 0), max(match.new - _AROUND, 0)
    ends = match.old + match.size, match.new + match.size
    last = min(ends[0] + _AROUND, len(a)), min(ends[1] + _AROUND, len(b))
    around = lcs.runs(a, b, starts[0], match.old, starts[1], match.new)
    around += lcs.runs(a, b, ends[0], last[0], ends[1], last[1])
    common = sum(size for _, _, size in around)
    room = min(match.old - starts[0], match.new - starts[1]) + min(last[0] - ends[0], last[1] - ends[1])
    return common >= _RELATED * room


def _once(a: list[int], start: int, end: int, gram: int) -> dict[Hashable, int]:
    """Return where each run of `gram` elements stands, or -1 where it stands more than once."""
    seen: dict[Hashable, int] = {}
    for at in range(start, end - gram + 1):
        run = tuple(a[at : at + gram]) if gram > 1 else a[at]
        seen[run] = -1 if run in seen else at
    return seen


def increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return a longest chain of pairs, given by their first number, whose second numbers increase too."""
    tails: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for at, (_, value) in enumerate(pairs):
        place = bisect_left(tails, value)
        if place == len(tails):
            tails.append(value)
            holders.append(at)
        else:
            tails[place] = value
            holders[place] = at
        before.append(holders[place - 1] if place else -1)
    chain: list[tuple[int, int]] = []
    at = holders[-1] if holders else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    chain.reverse()
    return chain
