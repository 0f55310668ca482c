"""Name the segments of a text in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policybook.redline.operations import Ends, Op, Unit
from policybook.text import markup
from policybook.text.i18n import Say

_FEW = 6
"""Words that are enough to know a piece again that has no heading."""


def names(ops: Sequence[Op], say: Say) -> Iterator[str]:
    """Yield what the piece of each operation is called: by heading and label, or by the section it stands in."""
    heading = outer = ""
    for op in ops:
        unit = op.unit
        yield named(unit, say, (outer or heading) if unit.depth else heading)
        if unit.stands == "provision" and unit.heading:
            heading, outer = named(unit, say), ""
        elif not unit.depth:
            outer = named(unit, say) if unit.label else ""


def named(unit: Unit, say: Say, section: str = "") -> str:
    """Return what a piece is called; `section` is what stands above it."""
    if unit.kind == "title":
        return say("the title")
    if unit.kind == "footnote":
        return say("note {name}", name=say.own(unit.label))
    if unit.kind == "attachment":
        return say("the attached file ‘{name}’", name=say.own(unit.heading or unit.label))
    if unit.heading:
        return f"‘{say.own(f'{unit.label} {unit.heading}' if unit.label else unit.heading)}’"
    words = unit.label or _begins(unit)
    own = f"‘{say.own(words)}’" if words else say("a piece")
    return say("{piece} under {section}", piece=own, section=section) if section else own


def _begins(unit: Unit) -> str:
    text = unit.text or " ".join(cell for row in unit.table for cell in row)
    every = markup.plain(text).split()
    return " ".join(every[:_FEW]) + ("…" if len(every) > _FEW else "")


def heading(ends: Ends, say: Say) -> str:
    """Return a heading for a redline: which policy, from which text to which."""
    named = f"{ends.code} {ends.new.title}".strip()
    if ends.old is None:
        return say("{policy}: {new}, with nothing before it", policy=named, new=ends.new.words)
    return say("{policy}: from {old} to {new}", policy=named, old=ends.old.words, new=ends.new.words)
