"""Parse figures as a record writes them: `61 %`, `1,204 children`, `<10`."""

from __future__ import annotations

import re
from typing import NamedTuple

_FIGURE = re.compile(r"(?P<below><\s*)?(?P<number>-?[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?P<unit>.*)", re.DOTALL)


class Figure(NamedTuple):
    """A number with its unit."""

    number: float
    unit: str
    """Folded: lower case, one space; empty for a bare number."""
    below: bool = False
    """Whether only "fewer than" is said."""


def figure(written: str) -> Figure | None:
    """Return the figure that `written` begins with, or None where it begins with none."""
    match = _FIGURE.fullmatch(written.strip())
    if match is None:
        return None
    unit = " ".join(match["unit"].split()).casefold()
    return Figure(float(match["number"].replace(",", "")), unit, match["below"] is not None)
