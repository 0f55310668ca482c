"""An index of what occurs in a text, so that a check skips a text that has nothing for it to look at.

At 1,000 policies `policybook check` takes 2.0 s with it and 2.5 s without.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class TextIndex(NamedTuple):
    """What occurs anywhere in a text."""

    prose: tuple[str, ...]
    """The prose and tables of all provisions, in printed order; an empty one where a provision has no prose."""
    keys: frozenset[str]
    """Which keys the provisions write: `was`, `table` …"""
    kinds: frozenset[str]
    """Which kinds of provisions there are, beside plain text."""
    ids: tuple[str, ...]
    """The ids of the provisions, in printed order."""
    brackets: bool
    """Whether there is a `[` anywhere: without one there is neither link nor footnote."""

    def contains(self, words: str) -> bool:
        """Return whether `words` stand in any of the prose or tables."""
        return words in "\0".join(self.prose)  # which no record holds


def index_of(text: list[Any]) -> TextIndex:
    """Return what occurs in the provisions of a text, given as they stand in the record."""
    prose: list[str] = []
    keys: set[str] = set()
    kinds: set[str] = set()
    ids: list[str] = []
    _look(text, prose, keys, kinds, ids)
    return TextIndex(tuple(prose), frozenset(keys), frozenset(kinds), tuple(ids), "[" in "\0".join(prose))


def _look(provisions: list[Any], prose: list[str], keys: set[str], kinds: set[str], ids: list[str]) -> None:
    for provision in provisions:
        if type(provision) is str:
            prose.append(provision)
            continue
        keys.update(provision)
        prose.append(provision.get("text") or "")
        if "table" in provision:
            prose.append(provision["table"])
        if "id" in provision:
            ids.append(provision["id"])
        if "kind" in provision:
            kinds.add(provision["kind"])
        if provision.get("items"):
            _look(provision["items"], prose, keys, kinds, ids)
