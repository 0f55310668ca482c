"""Define the result of a verification: the anchors, what was shown, discrepancies, and what stays unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

_BEFORE, _AFTER, _LONGEST_WORD = 3, 6, 40


class Discrepancy(NamedTuple):
    """A place where the record and the anchor, or the record itself, disagree."""

    subject: str
    """What it is about: `code@revision`, a policy's code, or a path."""
    message: str


@dataclass(frozen=True, slots=True)
class ProofResult:
    """The result of one verification, or of several together."""

    anchors: tuple[str, ...] = ()
    """What the proof was held against, in words; none where it had nothing outside the record."""
    shown: tuple[str, ...] = ()
    """What was found to be so."""
    problems: tuple[Discrepancy, ...] = ()
    unknown: tuple[str, ...] = ()
    """What this proof can't know, and what would tell."""

    def __add__(self, other: ProofResult) -> ProofResult:
        return ProofResult(
            self.anchors + other.anchors,
            self.shown + other.shown,
            self.problems + tuple(one for one in other.problems if one not in self.problems),
            self.unknown + tuple(one for one in other.unknown if one not in self.unknown),
        )


def counted(number: int, one: str, more: str) -> str:
    """Return a number with its word: "1 act", "3 acts"."""
    return f"{number} {one if number == 1 else more}"


def listed(names: list[str], most: int = 5) -> str:
    """Return names in a sentence; beyond `most`, how many more there are."""
    shown = names[:most]
    if len(names) > most:
        shown.append(f"{len(names) - most} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def first_difference(one: str, other: str) -> tuple[str, str]:
    """Return both texts around the first word in which they differ, shortened for a sentence."""
    words, others = one.split(), other.split()
    pairs = zip(words, others, strict=False)
    at = next((at for at, (mine, theirs) in enumerate(pairs) if mine != theirs), min(len(words), len(others)))
    start = max(0, at - _BEFORE)
    return _part(words, start, at), _part(others, start, at)


def _part(words: list[str], start: int, at: int) -> str:
    if at >= len(words) and start >= len(words):
        return "nothing"
    shown = " ".join(word[:_LONGEST_WORD] for word in words[start : at + _AFTER]) + (
        "" if at < len(words) else " (its end)"
    )
    return f"‘{'… ' if start else ''}{shown}{' …' if at + _AFTER < len(words) else ''}’"
