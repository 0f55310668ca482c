"""Find segments that were split from one, or merged into one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from policybook.redline.align import Pairs
from policybook.redline.operations import Relation
from policybook.redline.similarity import Words, best, within

_LEAST = 0.7
"""How much of a piece must be in what the other lost, or gained."""
_TELLING = 4


class Kinship(NamedTuple):
    """A piece that left or joined another: `part` and `whole` are places in the text that `part` stands in.

    Split: `part` is a new piece that came out of the old piece `whole`. Merged: `part` is an old piece that
    went into the new piece `whole`.
    """

    relation: Relation
    part: int
    whole: int


def kinships(found: Pairs) -> list[Kinship]:
    """Return what was split and merged: as `was` says, and where the words that one lost are the other's."""
    said = list(_said(found))
    parts = {(kin.relation, kin.part) for kin in said}
    return said + [kin for kin in _seen(found) if (kin.relation, kin.part) not in parts]


def _said(found: Pairs) -> Iterator[Kinship]:
    ids = {unit.id: i for i, unit in reversed(list(enumerate(found.old))) if unit.id}
    for j, unit in enumerate(found.new):
        before = found.old_of.get(j)
        origin = ids.get(unit.was) if unit.was else None
        if origin is None or origin == before or (before is not None and found.old[before].was == unit.was):
            continue
        if before is None:
            yield Kinship("split", j, origin)
        elif origin not in found.new_of:
            yield Kinship("merged", origin, j)


def _seen(found: Pairs) -> Iterator[Kinship]:
    changed = [
        (i, j)
        for j, i in sorted(found.old_of.items())
        if found.old[i].stands == "provision" and found.old[i].text != found.new[j].text
    ]
    lost = [found.content(found.old[i]) - found.content(found.new[j]) for i, j in changed]
    gained = [found.content(found.new[j]) - found.content(found.old[i]) for i, j in changed]
    come = [j for j in found.come() if _tells(found.content(found.new[j])) and found.new[j].stands == "provision"]
    gone = [i for i in found.gone() if _tells(found.content(found.old[i])) and found.old[i].stands == "provision"]
    for at, other in _into([found.content(found.new[j]) for j in come], lost):
        yield Kinship("split", come[at], changed[other][0])
    for at, other in _into([found.content(found.old[i]) for i in gone], gained):
        yield Kinship("merged", gone[at], changed[other][1])


def _tells(words: Words) -> bool:
    return words.total() >= _TELLING


def _into(parts: list[Words], wholes: list[Words]) -> Iterator[tuple[int, int]]:
    """Yield for each part the whole it is in; a whole may hold several parts."""
    left = list(range(len(parts)))
    while left:
        taken = [(left[at], other) for at, other in best([parts[at] for at in left], wholes, _LEAST, within)]
        if not taken:
            return
        yield from taken
        for at, other in taken:
            wholes[other] = wholes[other] - parts[at]
            left.remove(at)
