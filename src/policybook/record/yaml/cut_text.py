"""Find text lost to a comment: in a plain value, a space and `#` begin one."""

from __future__ import annotations

from collections.abc import Iterator

from policybook.record.yaml import syntax
from policybook.record.yaml.syntax import Group, Part, Scalar

_PROSE = frozenset(
    [
        "text",
        "heading",
        "title",
        "summary",
        "reason",
        "charge",
        "mission",
        "note",
        "not_held",
        "description",
        "quote",
        "what",
        "why",
        "items",
        "activities",
        "lines",
    ]
)
"""Keys whose values are words that somebody reads; those of other keys may well have a comment beside them."""


def found(raw: bytes) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the route to each plain value of prose with a comment on its line, and that comment."""
    if b" #" in raw:
        yield from _of(syntax.read(raw).root, (), False)


def _of(part: Part, route: tuple[str | int, ...], prose: bool) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if not isinstance(part, Group):
        return
    for at, entry in enumerate(part.entries):
        here = (*route, at if part.listed else entry.key)
        words = prose if part.listed else entry.key in _PROSE
        if isinstance(entry.value, Scalar):
            if entry.after and words and not entry.value.style and entry.value.text:
                yield here, entry.after
        else:
            yield from _of(entry.value, here, words)
