"""Find the comments and empty lines of a YAML file, which the parser drops."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Comment(NamedTuple):
    """A comment, or an empty line."""

    place: int
    """Where it begins in the file, counted in characters."""
    text: str
    """From its `#` on; nothing for an empty line."""
    beside: bool
    """Whether something stands before it on its line."""


def of(text: str, scalars: list[tuple[int, int]]) -> list[Comment]:
    """Return the comments and empty lines of a file; `scalars` says from where to where its values reach, in order."""
    begins = [begin for begin, _ in scalars]
    found: list[Comment] = []
    at = 0
    for line in text.rstrip().split("\n"):
        note = _of_line(line, at, begins, scalars)
        after_another = bool(found) and not found[-1].text and not text[found[-1].place : at].strip()
        if note and (note.text or not after_another):
            found.append(note)
        at += len(line) + 1
    return found


def _of_line(line: str, at: int, begins: list[int], scalars: list[tuple[int, int]]) -> Comment | None:
    bare = line.strip("\r ")
    if not bare:
        return None if _within(at, begins, scalars) else Comment(at, "", False)
    place = line.find("#")
    while place >= 0:
        if (place == 0 or line[place - 1] in " \t") and not _within(at + place, begins, scalars):
            return Comment(at + place, line[place:].rstrip(), bool(line[:place].strip()))
        place = line.find("#", place + 1)
    return None


def _within(index: int, begins: list[int], scalars: list[tuple[int, int]]) -> bool:
    """Return whether a value holds the character at `index`."""
    nearest = bisect_right(begins, index) - 1
    return nearest >= 0 and index < scalars[nearest][1]
