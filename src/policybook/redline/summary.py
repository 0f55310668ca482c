"""Summarise a redline as a numbered list of changes in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, groupby

from policybook.redline.gist import gists
from policybook.redline.names import named, names
from policybook.redline.operations import Op, Redline
from policybook.redline.piece import Piece
from policybook.redline.styled import printed
from policybook.text.i18n import ENGLISH, Say
from policybook.text.markup import Span

_SHORT = 60
"""Characters: a change no longer than this is told in full."""
_MOST_GISTS = 4
_BREAK = Piece("same", Span(""))


@dataclass(frozen=True, slots=True)
class ChangedUnit:
    """One change as people count them: a piece, with what stands in its list where that goes the same way."""

    number: int
    ops: tuple[int, ...]
    """The places of its operations, the one to look at first."""
    words: str


def counted(found: Sequence[ChangedUnit], say: Say = ENGLISH) -> str:
    """Return in a sentence how many changes there are."""
    return say.many("One change.", "{n} changes.", len(found)) if found else say("Nothing changes.")


def entries(redline: Redline, say: Say = ENGLISH) -> tuple[ChangedUnit, ...]:
    """Return the changes, numbered from 1 in the order in which they are read."""
    ops = redline.ops
    called = tuple(names(ops, say))
    number = count(1)
    found: list[ChangedUnit] = []
    at = 0
    while at < len(ops):
        group = _group(ops, at)
        if ops[at].change not in ("same", "moved-away"):
            found.append(ChangedUnit(next(number), group, _capital(_said(ops, called, group, say))))
        at = group[-1] + 1
    return tuple(_with_old_places(found, ops))


def numbers(found: Sequence[ChangedUnit]) -> dict[int, int]:
    """Return the number of the change that each operation belongs to."""
    return {at: entry.number for entry in found for at in entry.ops}


def _group(ops: Sequence[Op], first: int) -> tuple[int, ...]:
    """Return the operations that are one change with the first: its list, or labels that count on."""
    op, last = ops[first], first
    while last + 1 < len(ops) and _belongs(ops[last + 1], op):
        last += 1
    return tuple(range(first, last + 1))


def _belongs(op: Op, first: Op) -> bool:
    if first.change in ("added", "removed", "moved-here", "moved-away"):
        return op.change == first.change and op.unit.depth > first.unit.depth and not op.relation
    return _only_relabelled(first) and _only_relabelled(op)


def _only_relabelled(op: Op) -> bool:
    return op.change == "changed" and op.relabelled and not op.reworded and not op.relation


def _with_old_places(found: Sequence[ChangedUnit], ops: Sequence[Op]) -> list[ChangedUnit]:
    """Add to each move the places where its pieces stood."""
    away = {id(op.old): at for at, op in enumerate(ops) if op.change == "moved-away"}
    whole = []
    for entry in found:
        left = [away[id(ops[at].other)] for at in entry.ops if id(ops[at].other) in away]
        whole.append(ChangedUnit(entry.number, entry.ops + tuple(left), entry.words))
    return whole


def _said(ops: Sequence[Op], called: Sequence[str], group: tuple[int, ...], say: Say) -> str:
    op, name = ops[group[0]], called[group[0]]
    if op.relation:
        return _related(op, name, say)
    more = len(group) - 1
    if op.change == "added":
        came = say("{name} is new", name=name)
        return _with(came, say.many("with the piece under it", "with {n} pieces under it", more) if more else "")
    if op.change == "removed":
        code, _, id = op.went.partition("#")
        gone = say("{name} is gone", name=name)
        if op.went:
            gone = say("{name} moved to policy {code} (‘{id}’)", name=name, code=code, id=id)
        return _with(gone, say.many("with the piece under it", "with {n} pieces under it", more) if more else "")
    if op.change == "moved-here":
        return _moved(ops, called, group[0], name, say)
    if op.change == "replaced":
        return say("{name} is written anew: the old wording is shown whole, then the new.", name=name)
    if _only_relabelled(op):
        steps = [
            say("{old} is now {new}", old=_label(ops[at], "old", say), new=_label(ops[at], "new", say)) for at in group
        ]
        return say("only the label changes: {steps}.", steps="; ".join(steps))
    return _changed(op, name, say)


def _changed(op: Op, name: str, say: Say) -> str:
    detail = _detail(op, name, say) if op.reworded and not op.relabelled else ""
    if detail:
        return detail
    if op.reworded and op.relabelled:
        return say("{name} is changed, and its label, which was {old}.", name=name, old=_label(op, "old", say))
    if op.reworded:
        became = gists(op)[:_MOST_GISTS]
        if became:
            return say("{name} is changed: {gist}.", name=name, gist=say.own("; ".join(became)))
        return say("{name} is changed.", name=name)
    if op.relabelled:
        return say("{old} is now {new}.", old=_label(op, "old", say), new=_label(op, "new", say))
    old, new = op.before, op.new
    if old and new and old.kind != new.kind:
        return say("{name} is now marked as ‘{new}’, no longer as ‘{old}’.", name=name, new=new.kind, old=old.kind)
    return say("{name} stands at another level than before; its words stay.", name=name)


def _detail(op: Op, name: str, say: Say) -> str:
    """Return a small change in full, empty where there is more than one or it is long."""
    parts = (op.heading, op.text, *(cell for row in op.table for cell in row.cells))
    pieces = [piece for one in parts for piece in (*printed(one), _BREAK)]
    changes = [list(group) for same, group in groupby(pieces, key=lambda piece: piece.mark == "same") if not same]
    restyling = any(piece.was is not None for piece in pieces)
    if len(changes) != 1 or restyling or any(row.mark != "same" for row in op.table):
        return ""
    gone, come = (
        " ".join("".join(piece.text for piece in changes[0] if piece.mark == mark).split())
        for mark in ("removed", "added")
    )
    if max(len(gone), len(come)) > _SHORT:
        return ""
    if gone and come:
        return say("{name}: ‘{old}’ becomes ‘{new}’.", name=name, old=say.own(gone), new=say.own(come))
    if come:
        return say("{name}: ‘{new}’ is added.", name=name, new=say.own(come))
    return say("{name}: ‘{old}’ is taken out.", name=name, old=say.own(gone))


def _moved(ops: Sequence[Op], called: Sequence[str], at: int, name: str, say: Say) -> str:
    op = ops[at]
    from_elsewhere = op.new is not None and "#" in op.new.was and op.other is not None
    if from_elsewhere and op.new is not None and not any(other.old is op.other for other in ops):
        code, _, id = op.new.was.partition("#")
        said = say("{name} came from policy {code} (‘{id}’)", name=name, code=code, id=id)
    else:
        above = next((called[i] for i in range(at - 1, -1, -1) if ops[i].new is not None), "")
        said = say("{name} moved: it now stands after {above}", name=name, above=above) if above else ""
        said = said or say("{name} moved to the beginning", name=name)
    if op.reworded:
        return _with(said, say("with changes in its words"))
    if op.relabelled:
        return _with(said, say("and {old} is now {new}", old=_label(op, "old", say), new=_label(op, "new", say)))
    return f"{said}."


def _related(op: Op, name: str, say: Say) -> str:
    kin = ", ".join(named(unit, say) for unit in op.kin)
    if op.relation == "split" and op.before is None:
        return say("{name} is split off from {kin}.", name=name, kin=kin)
    if op.relation == "split":
        return say("a part of {name} is split off: {kin}.", name=name, kin=kin)
    if op.new is None:
        return say("{name} is merged into {kin}.", name=name, kin=kin)
    return say("{name} takes in {kin}.", name=name, kin=kin)


def _label(op: Op, which: str, say: Say) -> str:
    unit = op.before if which == "old" else op.new
    return f"‘{say.own(unit.label)}’" if unit is not None and unit.label else "‘ ’"


def _with(said: str, more: str) -> str:
    return f"{said}, {more}." if more else f"{said}."


def _capital(words: str) -> str:
    at = 1 if words.startswith("‘") else 0
    return words if at else words[:1].upper() + words[1:]
