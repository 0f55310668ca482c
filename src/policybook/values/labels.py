"""Number the items of a list from the label of its first: `1.` `(a)` `A.` `i.` `4.`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_COUNTER = re.compile(r"[0-9]+|[A-Za-z]+")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_IS_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_MOST = 3999


def counts(numbering: str) -> bool:
    """Return whether `numbering` counts; a sign without a letter or digit (`—`) is only a mark."""
    return _COUNTER.search(numbering) is not None


def is_mark(label: str) -> bool:
    """Return whether a label is only a mark: nothing in it is a letter or digit."""
    return not any(character.isalnum() for character in label)


def labels(numbering: str) -> Iterator[str]:
    """Yield the label of the first item and of each one after it, or the same mark for ever."""
    match = _COUNTER.search(numbering)
    if match is None:
        while True:
            yield numbering
    before, after = numbering[: match.start()], numbering[match.end() :]
    number, spell = _first(match[0])
    while True:
        yield before + spell(number) + after
        number += 1


def _first(counter: str) -> tuple[int, Callable[[int], str]]:
    if counter.isdigit():
        width = len(counter) if counter.startswith("0") else 1
        return int(counter[:9]), lambda number: str(number).zfill(width)
    low = counter.lower()
    case = str.upper if counter[0].isupper() else str.lower
    # A lone letter other than i is a letter; several letters that spell a numeral are roman.
    if _IS_ROMAN.fullmatch(low) and (low == "i" or len(low) > 1):
        return _from_roman(low), lambda number: case(_roman(number))
    return _from_letters(low[:4]), lambda number: case(_letters(number))


def _roman(number: int) -> str:
    if number > _MOST:
        return str(number)
    spelt = ""
    for value, sign in _ROMAN:
        while number >= value:
            spelt += sign
            number -= value
    return spelt


def _from_roman(spelt: str) -> int:
    number = 0
    for value, sign in _ROMAN:
        while spelt.startswith(sign):
            number += value
            spelt = spelt[len(sign) :]
    return number


def _letters(number: int) -> str:
    """Return 1 as a, 26 as z, 27 as aa, 28 as ab."""
    spelt = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        spelt = chr(97 + rest) + spelt
    return spelt


def _from_letters(spelt: str) -> int:
    number = 0
    for letter in spelt:
        number = number * 26 + ord(letter) - 96
    return number
