"""Suggest the closest known name for a misspelled one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

_FEW = 150
"""So many names are compared one by one; among more, only a slip of one letter is looked for."""
_MOST_ANSWERED = 100
_LONGEST = 60
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-."


class Names:
    """Names that are there, for asking what was meant by one after another that isn't.

    Of very many wrong ones only the first are answered: thousands would take minutes, and nobody reads them.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._folded = {name.lower(): name for name in known}
        self._answers: dict[str, str] = {}

    def hint(self, written: str) -> str:
        """Return "Did you mean ‘x’?" for the name nearest to `written`, or an empty text when none is near."""
        if written not in self._answers:
            if len(self._answers) >= _MOST_ANSWERED:
                return ""
            near = self._nearest(written.lower())
            self._answers[written] = f"Did you mean ‘{self._folded[near]}’?" if near else ""
        return self._answers[written]

    def _nearest(self, written: str) -> str:
        likely: Iterable[str] = self._folded
        if len(self._folded) > _FEW:
            likely = self._folded.keys() & set(_a_slip_away(written))
        return next(iter(get_close_matches(written, sorted(likely), 1, 0.6)), "")


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """Return "Did you mean ‘x’?" for the nearest of `known`, or an empty text when none is near."""
    return Names(known).hint(written)


def _a_slip_away(word: str) -> Iterator[str]:
    """Yield what becomes of a word when a letter is lost, changed, put in, or changes places with the next."""
    for at in range(len(word) + 1 if len(word) <= _LONGEST else 0):
        before, after = word[:at], word[at:]
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        for letter in _LETTERS:
            yield before + letter + after
            yield before + letter + after[1:]
