"""Compute longest common subsequences with bit-parallel rows.

After Hyyrö, "Bit-parallel LCS-length computation revisited" (2004): bit j of a row is 0 where the length grows
from column j to the next. Python adds integers of any length, so a row costs a few additions. Where the rows
would take too much memory, `middle` finds where to cut, after Hirschberg (1975), from two rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

_MANY = 16
"""Places; the bits of an element that stands in more of them are kept, those of others made anew for each row."""


def runs(a: list[int], b: list[int], i: int, i_end: int, j: int, j_end: int) -> list[tuple[int, int, int]]:
    """Return a longest common subsequence of `a[i:i_end]` and `b[j:j_end]` as runs: both places, and the size."""
    where = _places(a[i:i_end], b[j:j_end])
    lines = [at for at in range(i, i_end) if a[at] in where]
    rows = list(_rows((a[at] for at in lines), where, j_end - j, 0))
    found: list[tuple[int, int, int]] = []
    line, column = len(lines), j_end - j
    start, other, size = -1, -1, 0
    while line and column:
        if rows[line - 1] >> (column - 1) & 1:
            column -= 1
            continue
        line -= 1
        if line and not rows[line - 1] >> (column - 1) & 1:
            continue
        column -= 1
        if size and lines[line] == start - 1 and j + column == other - 1:
            size += 1
        else:
            found.append((start, other, size))
            size = 1
        start, other = lines[line], j + column
    found.append((start, other, size))
    found.reverse()
    return [run for run in found if run[2]]


def middle(a: list[int], b: list[int], i: int, i_end: int, j: int, j_end: int) -> tuple[int, int]:
    """Return a place in each that a longest common subsequence goes through, halfway in the longer one."""
    if j_end - j > i_end - i:
        q, p = middle(b, a, j, j_end, i, i_end)
        return p, q
    half = (i + i_end) // 2
    before = _lengths(a[i:half], b[j:j_end])
    after = _lengths(a[half:i_end][::-1], b[j:j_end][::-1])
    totals = [one + other for one, other in zip(before, reversed(after), strict=True)]
    return half, j + totals.index(max(totals))


def _lengths(a: list[int], b: list[int]) -> list[int]:
    """Return the length of the longest common subsequence of `a` and the first 0, 1, 2 … of `b`."""
    last = (1 << len(b)) - 1
    for row in _rows(a, _places(a, b), len(b)):
        last = row
    grows = f"{last:0{len(b)}b}"[::-1] if b else ""
    return list(accumulate((bit == "0" for bit in grows), initial=0))


def _places(a: Iterable[int], b: list[int]) -> dict[int, list[int]]:
    """Return where each element of `b` stands that `a` has too."""
    wanted = set(a)
    found: dict[int, list[int]] = {}
    for at, element in enumerate(b):
        if element in wanted:
            found.setdefault(element, []).append(at)
    return found


def _rows(a: Iterable[int], places: dict[int, list[int]], width: int, many: int = _MANY) -> Iterator[int]:
    every = row = (1 << width) - 1
    often: dict[int, int] = {}  # bits of what stands in many places; those of the rest may take too much memory
    for element in a:
        bits = often.get(element, 0)
        if not bits:
            where = places.get(element, ())
            bits = _bits(where, width)
            if len(where) > many:
                often[element] = bits
        hits = row & bits
        row = (row + hits | row - hits) & every
        yield row


def _bits(places: Sequence[int], width: int) -> int:
    if len(places) <= _MANY:
        return sum(1 << at for at in places)
    written = bytearray(width // 8 + 1)
    for at in places:
        written[at >> 3] |= 1 << (at & 7)
    return int.from_bytes(written, "little")
