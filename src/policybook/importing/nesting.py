"""Tell how deep typed labels stand by what they count: "a." after "1." begins a list within it, "2." goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from policybook.documents.manuscript import Block

_DEEPEST = 6
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class _Count(NamedTuple):
    kind: str
    value: int


def nested(blocks: Sequence[Block], typed: Sequence[bool]) -> list[Block]:
    """Return blocks in which typed labels stand at their depth; `typed` says of each block whether its label is one."""
    found: list[Block] = []
    open_: list[_Count] = []
    base = 0
    apart = False
    """Whether a paragraph that belongs to no list stands between."""
    for block, is_typed in zip(blocks, typed, strict=True):
        if block.kind == "heading":
            open_ = []
        elif block.kind == "text" and not block.label and not block.mark and not block.depth:
            apart = True
        if block.kind != "text" or not block.label or not is_typed:
            found.append(block)
            continue
        counts = _counts(block.label)
        if not open_ or (apart and base == 1 and any(one.value == 1 for one in counts)):
            open_, base = [], min(block.depth, 1)
        apart = False
        if counts:
            _place(open_, counts)
        found.append(replace(block, depth=min(base + max(len(open_) - 1, 0), _DEEPEST)))
    return found


def _place(open_: list[_Count], counts: list[_Count]) -> None:
    """Take a label in: it goes on at a level that is open, or opens one."""
    for level in range(len(open_) - 1, -1, -1):
        for one in counts:
            if one.kind == open_[level].kind and one.value == open_[level].value + 1:
                open_[level:] = [one]
                return
    first = next((one for one in counts if one.value == 1), None)
    if first is not None:
        again = next((level for level, one in enumerate(open_) if one.kind == first.kind), None)
        open_[len(open_) if again is None else again :] = [first]
        return
    for level in range(len(open_) - 1, -1, -1):
        same = next((one for one in counts if one.kind == open_[level].kind), None)
        if same is not None:
            open_[level:] = [same]
            return
    open_[max(len(open_) - 1, 0) :] = [counts[0]]


def _counts(label: str) -> list[_Count]:
    """Return what a label may count: "i." is the ninth letter or the first roman number."""
    match = re.fullmatch(r"(\(?)([0-9]+(?:\.[0-9]+)*|[A-Za-z]+)([.)]*)", label.strip())
    if match is None:
        return []
    form, middle = match[1] + match[3], match[2]
    if middle[0].isdigit():
        numbers = middle.split(".")
        return [_Count(f"{form}1{'.' * (len(numbers) - 1)}", int(numbers[-1]))]
    case = "A" if middle.isupper() else "a"
    found = []
    if all(sign in _ROMAN for sign in middle.lower()):
        found.append(_Count(f"{form}{case}roman", _roman(middle.lower())))
    if len(middle) == 1 or len(set(middle)) == 1:
        letter = _Count(f"{form}{case}", ord(middle[0].lower()) - 96 + 26 * (len(middle) - 1))
        found.insert(0 if letter.value != 9 else len(found), letter)
    return found


def _roman(word: str) -> int:
    values = [_ROMAN[sign] for sign in word]
    later = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, later, strict=True))
