"""Compute the label that Word prints before each numbered paragraph."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from policybook.documents.docx.lists import spell
from policybook.documents.docx.names import W

_PLACE = re.compile(r"%([1-9])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


class ListLabel(NamedTuple):
    """The label of one paragraph, or the sign printed instead of one, and how deep it stands."""

    label: str
    mark: str
    depth: int


class _Level(NamedTuple):
    start: int
    form: str
    pattern: str


class Labels:
    """Counts the numbered paragraphs of one document from its beginning."""

    def __init__(self, numbering: Any | None) -> None:
        """`numbering` is the root of numbering.xml, or None."""
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if numbering is not None:
            self._read(numbering)

    def next(self, key: str, depth: int) -> ListLabel | None:
        """Return what stands before the next paragraph of the list `key`, at `depth` from 0; None for no list."""
        abstract = self._abstract.get(key)
        level = self._levels.get(abstract or "", {}).get(depth)
        if abstract is None or level is None:
            return None
        if level.form == "bullet":
            return ListLabel("", _PRIVATE.sub("•", level.pattern) or "•", depth + 1)
        counts = self._counts.setdefault(abstract, {})
        restart = self._starts.get(key, {}).get(depth)
        if restart is not None and (key, depth) not in self._begun:
            counts[depth] = restart
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        self._begun.add((key, depth))
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        return ListLabel(
            _PLACE.sub(lambda match: self._spelt(abstract, int(match[1]) - 1), level.pattern), "", depth + 1
        )

    def _spelt(self, abstract: str, depth: int) -> str:
        level = self._levels[abstract].get(depth)
        if level is None:
            return ""
        return spell(self._counts[abstract].get(depth, level.start), level.form)

    def _read(self, root: Any) -> None:
        for abstract in root.iter(f"{W}abstractNum"):
            levels = {_number(level, "ilvl"): _level(level) for level in abstract.iter(f"{W}lvl")}
            self._levels[abstract.get(f"{W}abstractNumId", "")] = levels
        for num in root.iter(f"{W}num"):
            key = num.get(f"{W}numId", "")
            self._abstract[key] = _value(num, "abstractNumId")
            starts = {
                _number(over, "ilvl"): int(start[:6])
                for over in num.iter(f"{W}lvlOverride")
                if (start := _value(over, "startOverride")).isdecimal()
            }
            self._starts[key] = starts


def _level(level: Any) -> _Level:
    start = _value(level, "start")
    return _Level(
        int(start[:6]) if start.isdecimal() else 1, _value(level, "numFmt") or "decimal", _value(level, "lvlText")
    )


def _value(parent: Any, name: str) -> str:
    child = parent.find(f"{W}{name}")
    return child.get(f"{W}val", "") if child is not None else ""


def _number(element: Any, name: str) -> int:
    written = element.get(f"{W}{name}", "")
    return int(written[:3]) if written.isdecimal() else 0
