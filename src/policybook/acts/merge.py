"""Merge two changes of one text, provision by provision, against the text that both began from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Side = Literal["proposed", "in-force"]
_Text = dict[str, Any]
_MISSING: Any = object()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place that both changed, each in its own way."""

    at: str
    """The id of a provision, `title`, `footnote:NAME` or the name of a list such as `legal`."""
    base: str
    in_force: str
    proposed: str


@dataclass(slots=True)
class Merge:
    """A merge in progress: the choices made for conflicts, and the conflicts that are left."""

    choices: Mapping[str, Side]
    conflicts: list[Conflict] = field(default_factory=list)

    def value(self, at: str, base: Any, in_force: Any, proposed: Any) -> Any:
        """Return the merged value of one place, and note a conflict where both changed it."""
        if proposed in (base, in_force):
            return in_force
        if in_force == base:
            return proposed
        if at not in self.choices:
            self.conflicts.append(Conflict(at, *(_words(side) for side in (base, in_force, proposed))))
            return proposed
        return proposed if self.choices[at] == "proposed" else in_force

    def provisions(self, base: Sequence[_Text], in_force: Sequence[_Text], proposed: Sequence[_Text]) -> list[_Text]:
        """Return merged provisions in the order of the text in force, or of the proposal where only that reordered."""
        before, theirs, ours = ({one["id"]: one for one in side} for side in (base, in_force, proposed))
        kept: dict[str, _Text] = {}
        for id in {**theirs, **ours, **before}:
            merged = self._provision(id, before.get(id, _MISSING), theirs.get(id, _MISSING), ours.get(id, _MISSING))
            if merged is not _MISSING:
                kept[id] = merged
        common = [id for id in before if id in theirs]
        reordered = [id for id in theirs if id in before] != common
        first, second = (theirs, ours) if reordered else (ours, theirs)
        return [kept[id] for id in _interleaved(list(first), list(second)) if id in kept]

    def _provision(self, id: str, base: Any, in_force: Any, proposed: Any) -> Any:
        sides = (base, in_force, proposed)
        if (
            id in self.choices
            or any(side is _MISSING for side in sides)
            or proposed in (base, in_force)
            or in_force == base
        ):
            return self.value(id, *sides)
        merged: _Text = {}
        inner = Merge(self.choices)
        for key in {**in_force, **proposed}:
            was, theirs, ours = (side.get(key, _MISSING) for side in sides)
            if key == "items" and all(_named(side) for side in (was, theirs, ours)):
                value = inner.provisions(was, theirs, ours)
            else:
                value = inner.value(id, was, theirs, ours)
            if value is not _MISSING:
                merged[key] = value
        if any(conflict.at == id for conflict in inner.conflicts):
            return self.value(id, *sides)
        self.conflicts += inner.conflicts
        return merged


def _named(items: Any) -> bool:
    return isinstance(items, list) and all(isinstance(one, dict) and "id" in one for one in items)


def _interleaved(first: list[str], second: list[str]) -> list[str]:
    """Return `first` with what only `second` has, each after the one it follows there."""
    order = list(first)
    for at, id in enumerate(second):
        if id not in order:
            before = next((one for one in reversed(second[:at]) if one in order), None)
            order.insert(order.index(before) + 1 if before is not None else 0, id)
    return order


def _words(value: Any) -> str:
    """Return a value as words, for a person who decides between two."""
    if value is _MISSING or value is None:
        return "(not there)"
    if isinstance(value, dict):
        parts = [
            _words(value[key])
            for key in ("label", "heading", "text", "table", "items", "cite", "code", "title", "term")
            if key in value
        ]
        return " ".join(parts)
    if isinstance(value, list):
        return "; ".join(_words(one) for one in value)
    return str(value)
