"""Find where provisions moved between policies, as `was: 3200#appeal` says, from the giving and the taking side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from policybook.model import Manual, Text
from policybook.redline.align import pairs
from policybook.redline.operations import Unit
from policybook.redline.segments import units


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a redline of one policy must know of the others."""

    origins: Mapping[str, Unit] = field(default_factory=dict)
    """The segments of other policies that a text took over, by their full address: `3200#appeal`."""
    items: Mapping[str, Unit] = field(default_factory=dict)
    """The items of those segments, by the address in the new text of the item that each became."""
    went: Mapping[str, str] = field(default_factory=dict)
    """Where provisions that are gone went, by id: `3210#appeal`."""

    def origin(self, unit: Unit) -> Unit | None:
        """Return the segment of another policy that a segment was, or None."""
        return self.origins.get(unit.was) or self.items.get(unit.at)


def elsewhere(manual: Manual, text: Text | None, old: Text | None = None) -> Elsewhere:
    """Return what `text` took over from other policies, and where what is gone of `old` went."""
    origins: dict[str, Unit] = {}
    items: dict[str, Unit] = {}
    new = units(text)
    for at, unit in enumerate(new):
        held = _origin(manual, unit.was) if "#" in unit.was else ()
        if held:
            origins[unit.was] = held[0]
            below = tuple(_below(new, at))
            joined = pairs(held[1:], below).old_of if below and held[1:] else {}
            items |= {below[j].at: held[1 + i] for j, i in joined.items()}
    return Elsewhere(origins, items, _went(manual, text, old))


def _origin(manual: Manual, was: str) -> tuple[Unit, ...]:
    """Return the segment that an address names as it last stood, and the items in it."""
    code, _, id = was.partition("#")
    policy = manual.find(code) or manual.find_former(code)
    for act in reversed(policy.acts if policy is not None else ()):
        if id in act.by_id:
            held = units(act)
            at = next((at for at, unit in enumerate(held) if unit.id == id), None)
            if at is not None:
                return (held[at], *_below(held, at))
    return ()


def _below(listed: tuple[Unit, ...], at: int) -> Iterator[Unit]:
    for unit in listed[at + 1 :]:
        if unit.depth <= listed[at].depth:
            return
        yield unit


def _went(manual: Manual, text: Text | None, old: Text | None) -> dict[str, str]:
    if old is None or not old.holds_text:
        return {}
    gone = set(old.by_id) - (set(text.by_id) if text is not None else set())
    code = old.at().subject.partition("@")[0]
    return {id: went for id in sorted(gone) if (went := manual.taken_over.get(f"{code}#{id}"))}
