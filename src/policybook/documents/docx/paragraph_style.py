"""Resolve a paragraph's style: its name, heading level, indent and list."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from policybook.documents.docx.names import W

_HEADING = re.compile(r"heading ?([1-9])")
_LONGEST = 20  # styles based on one another, also in a ring


class Style(NamedTuple):
    """What is known of one paragraph."""

    name: str
    """The style's name without spaces: `Title`, `PolicyItem2`."""
    level: int
    """A heading's level, 1 to 4; 0 for any other paragraph."""
    indent: int
    """How far it is indented, in twentieths of a point."""
    counted: tuple[str, int] | None
    """The list that counts it, and how deep in it, from 0."""


class Styling:
    """The styles of one document."""

    def __init__(self, root: Any | None) -> None:
        """`root` is that of styles.xml, or None."""
        self._styles = (
            {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")} if root is not None else {}
        )

    def of(self, properties: Any | None) -> Style:
        """Return what a paragraph with these properties is."""
        chain = self._chain(_value(properties, "pStyle"))
        name = _value(chain[0], "name") if chain else ""
        sources = [properties, *(style.find(f"{W}pPr") for style in chain)]
        match = _HEADING.fullmatch(name.lower())
        level = int(match[1]) if match else 0
        if not level:
            outline = next((value for source in sources if (value := _value(source, "outlineLvl"))), "")
            level = int(outline) + 1 if outline.isdecimal() and len(outline) == 1 and int(outline) < 9 else 0
        indent = next((found for source in sources if (found := _indent(source)) is not None), 0)
        return Style(name.replace(" ", ""), min(level, 4), indent, _counted(sources))

    def _chain(self, id: str) -> list[Any]:
        """Return a style and those it is based on."""
        found: list[Any] = []
        while id in self._styles and len(found) < _LONGEST:
            found.append(self._styles[id])
            id = _value(found[-1], "basedOn")
        return found


def _counted(sources: list[Any]) -> tuple[str, int] | None:
    key, depth = "", ""
    for source in sources:
        numbered = source.find(f"{W}numPr") if source is not None else None
        key = key or _value(numbered, "numId")
        depth = depth or _value(numbered, "ilvl")
    if not key or key == "0":
        return None
    return key, int(depth) if depth.isdecimal() and len(depth) == 1 else 0


def _indent(properties: Any | None) -> int | None:
    found = properties.find(f"{W}ind") if properties is not None else None
    if found is None:
        return None
    written = found.get(f"{W}left") or found.get(f"{W}start") or "0"
    return int(written[:6]) if written.isdecimal() else 0


def _value(parent: Any | None, name: str) -> str:
    child = parent.find(f"{W}{name}") if parent is not None else None
    return child.get(f"{W}val", "") if child is not None else ""
