"""Build the redline between two texts: align segments, find moves, compare words."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from policybook.model import Text
from policybook.redline.align import Pairs, pairs
from policybook.redline.operations import Change, Mark, Op, Redline, Relation, Unit
from policybook.redline.origins import Elsewhere
from policybook.redline.segments import units
from policybook.redline.splits import kinships
from policybook.redline.word_diff import all_of, part, rows_of, table


def between(old: Text | None, new: Text | None, elsewhere: Elsewhere | None = None) -> Redline:
    """Return what changes from `old` to `new`; None is a text without a word.

    `elsewhere` knows the other policies: what says in `was` that it came from one of them is shown as moved here,
    with the changes within; what went to one of them says so. Raises `Untrue` rather than return a
    redline from which the two texts can't be had back.
    """
    return of_units(units(old), units(new), elsewhere)


def of_units(old: tuple[Unit, ...], new: tuple[Unit, ...], elsewhere: Elsewhere | None = None) -> Redline:
    """Return what changes from one list of pieces to another."""
    found, others = pairs(old, new), elsewhere or Elsewhere()
    ops: list[Op] = []
    kin = _kin(found)
    i = j = 0
    for i_next, j_next in [*_stayed(found), (len(old), len(new))]:
        ops += (_related(_leaving(found, at, others), kin, at, None) for at in range(i, i_next))
        ops += (_related(_arriving(found, at, others), kin, found.old_of.get(at), at) for at in range(j, j_next))
        if i_next < len(old):
            ops.append(_related(_staying(old[i_next], new[j_next]), kin, i_next, j_next))
        i, j = i_next + 1, j_next + 1
    return Redline(old, new, tuple(ops))


def _leaving(found: Pairs, i: int, elsewhere: Elsewhere) -> Op:
    unit = found.old[i]
    j = found.new_of.get(i)
    if j is None:
        return replace(_whole("removed", "removed", unit), went=elsewhere.went.get(unit.id, "") if unit.id else "")
    return replace(_whole("moved-away", "removed", unit), other=found.new[j])


def _arriving(found: Pairs, j: int, elsewhere: Elsewhere) -> Op:
    unit = found.new[j]
    i = found.old_of.get(j)
    origin = elsewhere.origin(unit) if i is None else found.old[i]
    if origin is None:
        return _whole("added", "added", unit)
    return replace(_compared(origin, unit), change="moved-here", old=None, other=origin)


def _staying(old: Unit, new: Unit) -> Op:
    if _printed(old) == _printed(new):
        return replace(_whole("same", "same", new), old=old)
    return _compared(old, new)


def _printed(unit: Unit) -> Unit:
    """Return what matters of a piece: not its names, nor which sign marks it."""
    return replace(unit, at="", id="", was="", mark="")


def _whole(change: Change, mark: Mark, unit: Unit) -> Op:
    return Op(
        change,
        None if change in ("added", "moved-here") else unit,
        None if change in ("removed", "moved-away") else unit,
        all_of(mark, unit.label),
        all_of(mark, unit.heading),
        all_of(mark, unit.text),
        rows_of(mark, unit.table),
    )


def _compared(old: Unit, new: Unit) -> Op:
    heading, _ = part(old.heading, new.heading)
    text, replaced = part(old.text, new.text)
    label = all_of("same", new.label)
    if old.label != new.label:  # a label is one thing: "(b)" becomes "(c)"
        label = all_of("removed", old.label) + all_of("added", new.label)
    return Op("replaced" if replaced else "changed", old, new, label, heading, text, table(old.table, new.table))


def _stayed(found: Pairs) -> list[tuple[int, int]]:
    """Return the pairs that keep their order, as places: of all such chains one that holds the most words."""
    places = sorted((i, j) for j, i in found.old_of.items())
    weights = [1 + len(found.new[j].text) + len(found.new[j].heading) for _, j in places]
    # The best chain that ends at or before a new place: places ascend, and so do the weights of their chains.
    ends: list[int] = []
    chains: list[tuple[int, int]] = []  # its weight, and the pair it ends with
    before: list[int] = []
    for at, (_, j) in enumerate(places):
        slot = bisect_left(ends, j)
        weight, last = chains[slot - 1] if slot else (0, -1)
        before.append(last)
        weight += weights[at]
        stop = slot
        while stop < len(ends) and chains[stop][0] <= weight:
            stop += 1
        ends[slot:stop] = [j]
        chains[slot:stop] = [(weight, at)]
    chain: list[tuple[int, int]] = []
    at = chains[-1][1] if chains else -1
    while at >= 0:
        chain.append(places[at])
        at = before[at]
    chain.reverse()
    return chain


_Kin = dict[tuple[str, int], list[tuple[Relation, Unit]]]
"""The pieces at the other end of a relation, by text (`old` or `new`) and place."""


def _kin(found: Pairs) -> _Kin:
    kin: _Kin = {}
    for relation, at, whole in kinships(found):
        ends = ("new", "old") if relation == "split" else ("old", "new")
        units = {"old": found.old, "new": found.new}
        kin.setdefault((ends[0], at), []).append((relation, units[ends[1]][whole]))
        kin.setdefault((ends[1], whole), []).append((relation, units[ends[0]][at]))
    return kin


def _related(op: Op, kin: _Kin, i: int | None, j: int | None) -> Op:
    """Add to an operation what its piece was split from or merged into."""
    ends = [*kin.get(("new", -1 if j is None else j), ()), *kin.get(("old", -1 if i is None else i), ())]
    if not ends:
        return op
    relation = ends[0][0]
    return replace(op, relation=relation, kin=tuple(unit for other, unit in ends if other == relation))
