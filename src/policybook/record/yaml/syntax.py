"""Read a file with its layout: the style of values, the order of keys, the place of comments."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from policybook.record.yaml import comments
from policybook.record.yaml.events import walk


class Scalar(NamedTuple):
    """A single value."""

    text: str
    style: str = ""
    """How it is written: plain when empty, `"`, `'`, `|` or `>`."""


class Member(NamedTuple):
    """A key with its value, or an entry of a list, which has no key."""

    key: str
    value: Part
    quoted: bool = False
    """Whether the key stands in quotation marks."""
    before: tuple[str, ...] = ()
    """Comments on lines of their own above it; an empty one is an empty line."""
    after: str = ""
    """The comment at the end of its line."""


class Group(NamedTuple):
    """A mapping or a list."""

    entries: tuple[Member, ...]
    listed: bool
    flow: bool = False
    """Whether it stands in brackets or braces, on one line."""


Part = Scalar | Group


class LaidOutFile(NamedTuple):
    """A whole file."""

    root: Group
    foot: tuple[str, ...] = ()
    """Comments below everything."""


class KeyBlock(NamedTuple):
    """The lines of one key at the top of a file."""

    begin: int
    end: int
    """From where to where they reach, counted in characters."""
    value: Part
    indent: int
    """How far the entries of its value are indented."""
    after: str
    """The comment at the end of its first line."""


_LONGEST_FLOW = 60


def made(data: Any, style: str = '"') -> Part:
    """Return data as a part that nobody has written yet; a few short values together stand in braces.

    `style` is that of a text which can't stand plainly.
    """
    if isinstance(data, dict):
        small = "text" not in data and not any(isinstance(value, dict | list) for value in data.values())
        entries = tuple(Member(str(key), made(value), str(key).isdigit()) for key, value in data.items())
        return Group(
            entries, False, small and sum(len(f"{key}: {value}, ") for key, value in data.items()) < _LONGEST_FLOW
        )
    if isinstance(data, list | tuple):
        return Group(tuple(Member("", made(entry)) for entry in data), True)
    if isinstance(data, str):
        return Scalar(data, style)
    return Scalar("null" if data is None else str(data).lower())


def read(raw: bytes) -> LaidOutFile:
    """Return what a file holds, with its comments; the file must be one that the reader takes without trouble."""
    root, foot = _commented(raw.decode("utf-8").removeprefix("\ufeff"))
    return LaidOutFile(_frozen(root), foot)


def comments_in(raw: bytes) -> list[str]:
    """Return the comments of a file, sorted."""
    text = raw.decode("utf-8").removeprefix("\ufeff")
    return sorted(note.text for note in comments.of(text, _root(text)[1]) if note.text)


def blocks(text: str) -> dict[str, KeyBlock]:
    """Return where each key at the top of a file stands with its value; comments above it are the key's own."""
    root, _ = _commented(text)
    found: dict[str, KeyBlock] = {}
    begins = [_line(text, entry.begin) for entry in root.entries]
    for entry, begin, following in zip(root.entries, begins, [*begins[1:], len(text)], strict=True):
        value, inner = entry.value, begin
        if isinstance(value, _Opened) and value.entries:
            inner = value.begin
        indent = inner - _line(text, inner)
        after = "".join(entry.after[-1:])
        found[entry.key] = KeyBlock(begin, _before_notes(text, begin, following), _frozen_part(value), indent, after)
    return found


def _line(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _before_notes(text: str, begin: int, end: int) -> int:
    """Return where a block ends: comments at the margin and empty lines below it belong to what comes next."""
    while end > begin:
        line = _line(text, end - 1)
        if line <= begin or (text[line:end].strip() and text[line] != "#"):
            break
        end = line
    return end


def _commented(text: str) -> tuple[_Opened, tuple[str, ...]]:
    """Return the outermost mapping, each comment with the entry it belongs to, and those below everything."""
    root, scalars = _root(text)
    notes = comments.of(text, scalars)
    lines = _walked(root, notes)
    begins = [entry.begin for entry in lines]
    foot: list[str] = []
    for note in notes:
        at = bisect_right(begins, note.place)
        if note.beside and at:
            lines[at - 1].after.append(note.text)
        elif at < len(lines):
            lines[at].before.append(note.text)
        else:
            foot.append(note.text)
    return root, tuple(foot)


@dataclass
class _Opened:
    """A mapping or list while it is read."""

    listed: bool
    flow: bool
    begin: int
    end: int = 0
    entries: list[_Begun] = field(default_factory=list)

    def take(self, key: Any, value: Scalar | _Opened, begin: int) -> None:
        """Add a value that begins at `begin`, with the event of its key if it has one."""
        if key is None:
            self.entries.append(_Begun("", False, begin, value))
        else:
            self.entries.append(_Begun(key.value, bool(key.style), key.start_mark.index, value))


@dataclass
class _Begun:
    """An entry while its comments are gathered."""

    key: str
    quoted: bool
    begin: int
    value: Scalar | _Opened
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


def _root(text: str) -> tuple[_Opened, list[tuple[int, int]]]:
    """Return the outermost mapping, and from where to where each scalar of the file reaches."""
    root: _Opened | None = None
    stack: list[_Opened] = []
    scalars: list[tuple[int, int]] = []
    for event, key in walk(text.encode()):
        begin, end = event.start_mark.index, event.end_mark.index
        if key is not None:
            scalars.append((key.start_mark.index, key.end_mark.index))
        if isinstance(event, yaml.CollectionEndEvent):
            root = stack.pop()
            root.end = end
        elif isinstance(event, yaml.ScalarEvent):
            style = event.style or ""
            scalars.append(_reach(text, begin, end, style))
            stack[-1].take(key, Scalar(event.value, style), begin)
        else:
            opened = _Opened(isinstance(event, yaml.SequenceStartEvent), bool(event.flow_style), begin)
            if stack:
                stack[-1].take(key, opened, begin)
            stack.append(opened)
    if root is None:
        raise ValueError("the file holds no mapping")
    return root, scalars


def _reach(text: str, begin: int, end: int, style: str) -> tuple[int, int]:
    """Return where a scalar's own letters are: a block begins below its first line and ends with its last letter."""
    if style not in ("|", ">"):
        return begin, end
    below = text.find("\n", begin, end)
    return (below, begin + len(text[begin:end].rstrip())) if below >= 0 else (end, end)


def _walked(opened: _Opened, notes: list[comments.Comment]) -> list[_Begun]:
    """Return the entries that stand on lines of their own, in the file's order; a commented group is no longer flow."""
    opened.flow = opened.flow and not any(opened.begin <= note.place < opened.end and note.text for note in notes)
    if opened.flow:
        return []
    found: list[_Begun] = []
    for entry in opened.entries:
        found.append(entry)
        if isinstance(entry.value, _Opened):
            found.extend(_walked(entry.value, notes))
    return found


def _frozen_part(value: Scalar | _Opened) -> Part:
    return _frozen(value) if isinstance(value, _Opened) else value


def _frozen(opened: _Opened) -> Group:
    entries = []
    for entry in opened.entries:
        value = _frozen_part(entry.value)
        before = (*entry.before, *entry.after[:-1])
        entries.append(Member(entry.key, value, entry.quoted, before, "".join(entry.after[-1:])))
    return Group(tuple(entries), opened.listed, opened.flow)
