"""Translate interface words; this module holds the English default.

A catalogue of messages takes the English words as its keys; in English nothing needs to be loaded.
"""

from __future__ import annotations

import copy
import datetime
import re
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Self

from policybook.text.html import Html, join
from policybook.values import dates
from policybook.values.dates import PartialDate

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""Characters that Unicode keeps for a program's own use: no text holds them."""
_MARKED = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")


def mark(words: str) -> str:
    """Return `words` as they are: marks words in a table of ours for the catalogues."""
    return words


def told_apart(said: str) -> list[str]:
    """Return what somebody who was `marking` said: our words and the record's by turns, ours first and last."""
    return _MARKED.split(said)


class Say:
    """Says things in English."""

    language = "en"
    _around = ("", "")

    def marking(self) -> Self:
        """Return the same, marking the record's `own` words, so that `told_apart` finds them in what is said."""
        marking = copy.copy(self)
        marking._around = (_OPEN, _CLOSE)
        return marking

    def own(self, words: str) -> str:
        """Return the record's own words as they stand within what is said."""
        before, after = self._around
        return f"{before}{words}{after}"

    def __call__(self, words: str, /, **values: object) -> str:
        """Return plain words with `{name}` replaced by values."""
        said = self.translated(words)
        return "".join(self._pieces(said, values)) if values else said

    def many(self, one: str, more: str, n: int, /, **values: object) -> str:
        """Return the words for `n` things; `{n}` stands for the number."""
        return "".join(self._pieces(self.translated(one, more, n), {"n": n, **values}))

    def rich(self, words: str, /, **values: str | Html) -> Html:
        """Return words as HTML with `{name}` replaced by values; what isn't HTML already is escaped."""
        return join(*self._pieces(self.translated(words), values))

    def placed(self, value: str | Html, how: str) -> str | Html:
        """Return a value as it stands within a sentence; `how` is what a catalogue wrote after `{name:`."""
        return value

    def _pieces(self, said: str, values: Mapping[str, object]) -> Iterator[str | Html]:
        for literal, name, how, _ in Formatter().parse(said):
            yield literal
            if name is not None:
                value = values[name]
                yield self.placed(value if isinstance(value, str) else str(value), how or "")

    def translated(self, words: str, more: str | None = None, n: int = 1) -> str:
        """Return the words of this language for English ones."""
        return words if more is None or n == 1 else more

    def date(self, when: PartialDate) -> str:
        """Return a date as people read it: "10 March 2026", "December 2019", "between 1993 and 1994"."""
        return when.words()

    def month(self, number: int) -> str:
        """Return a month's name."""
        return dates.MONTHS[number - 1]

    def day(self, day: datetime.date) -> str:
        """Return a day as people read it."""
        return dates.in_words(day)


ENGLISH = Say()
