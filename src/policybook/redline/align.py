"""Align the segments of two texts: by id, by `was`, by place and wording, by similarity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from policybook.redline.edit_script import matches
from policybook.redline.operations import Unit
from policybook.redline.similarity import Words, best, content_of

_NEAR = 0.5
"""How alike two pieces of the same list must be."""
_FAR = 0.6
"""How alike they must be anywhere else, where chance has more room."""
_TELLING = 4
"""How many telling words a piece must have to be known again far from its place."""


@dataclass(slots=True)
class Pairs:
    """The pieces of two texts and which belong together, as it is found out."""

    old: Sequence[Unit]
    new: Sequence[Unit]
    old_of: dict[int, int] = field(default_factory=dict)
    """The place of the old piece, by that of the new."""
    new_of: dict[int, int] = field(default_factory=dict)
    _words: dict[Unit, Words] = field(default_factory=dict)

    def join(self, i: int, j: int) -> None:
        """Note that the old piece `i` is the new piece `j`."""
        self.old_of[j] = i
        self.new_of[i] = j

    def content(self, unit: Unit) -> Words:
        """Return a piece's telling words."""
        if unit not in self._words:
            self._words[unit] = content_of(unit)
        return self._words[unit]

    def gone(self) -> list[int]:
        """Return the places of old pieces that have no new one."""
        return [i for i in range(len(self.old)) if i not in self.new_of]

    def come(self) -> list[int]:
        """Return the places of new pieces that have no old one."""
        return [j for j in range(len(self.new)) if j not in self.old_of]


def pairs(old: Sequence[Unit], new: Sequence[Unit]) -> Pairs:
    """Return which pieces belong together; each belongs to one at most."""
    found = Pairs(old, new)
    _by_name(found)
    _by_origin(found)
    _by_list(found, range(-1, len(new)))
    before = len(found.old_of)
    _anywhere(found)
    if len(found.old_of) > before:  # what is known again brings its own list with it
        _by_list(found, range(-1, len(new)))
    return found


def _name(unit: Unit) -> tuple[str, str] | None:
    name = unit.id if unit.stands == "provision" else unit.at
    return (unit.stands, name) if name else None


def _by_name(found: Pairs) -> None:
    names: dict[tuple[str, str], int] = {}
    for i, unit in enumerate(found.old):
        name = _name(unit)
        if name:
            names.setdefault(name, i)
    for j, unit in enumerate(found.new):
        name = _name(unit)
        if name and name in names and names[name] not in found.new_of:
            found.join(names[name], j)


def _by_origin(found: Pairs) -> None:
    """Join what says in `was` where it came from, when nothing else has stayed there."""
    ids = {unit.id: i for i, unit in reversed(list(enumerate(found.old))) if unit.id}
    for j in found.come():
        i = ids.get(found.new[j].was, -1)
        if i >= 0 and i not in found.new_of:
            found.join(i, j)


def _by_list(found: Pairs, parents: Sequence[int]) -> None:
    """Join what stands in lists that belong together: first what is worded alike, in order, then what is alike."""
    old_lists, new_lists = _children(found.old), _children(found.new)
    for parent in parents:
        if parent >= 0 and parent not in found.old_of:
            continue
        gone = [i for i in old_lists.get(found.old_of.get(parent, -1), ()) if i not in found.new_of]
        come = [j for j in new_lists.get(parent, ()) if j not in found.old_of]
        if gone and come:
            _by_wording(found, gone, come)
            _by_likeness(found, gone, come, _NEAR, 1)


def _by_wording(found: Pairs, gone: Sequence[int], come: Sequence[int]) -> None:
    """Join pieces of the same wording, in order; pieces without words are told apart by where they stand."""
    left = [_wording(found.old[i]) for i in gone]
    right = [_wording(found.new[j]) for j in come]
    for match in matches(left, right):
        for step in range(match.size):
            found.join(gone[match.old + step], come[match.new + step])


def _by_likeness(found: Pairs, gone: Sequence[int], come: Sequence[int], least: float, telling: int) -> None:
    for stands in ("provision", "footnote", "attachment"):
        old = [i for i in gone if i not in found.new_of and found.old[i].stands == stands]
        new = [j for j in come if j not in found.old_of and found.new[j].stands == stands]
        old = [i for i in old if found.content(found.old[i]).total() >= telling]
        new = [j for j in new if found.content(found.new[j]).total() >= telling]
        left = [found.content(found.old[i]) for i in old]
        right = [found.content(found.new[j]) for j in new]
        for i, j in best(left, right, least):
            found.join(old[i], new[j])


def _anywhere(found: Pairs) -> None:
    _by_likeness(found, found.gone(), found.come(), _FAR, _TELLING)


def _wording(unit: Unit) -> tuple[object, ...]:
    return (unit.stands, unit.heading, unit.text, unit.table)


def _children(units: Sequence[Unit]) -> dict[int, list[int]]:
    """Return the places of the pieces directly within each piece; within -1 those that stand in no list."""
    lists: dict[int, list[int]] = {}
    open_: list[int] = []
    for at, unit in enumerate(units):
        del open_[unit.depth :]
        lists.setdefault(open_[-1] if open_ else -1, []).append(at)
        open_.append(at)
    return lists
