"""Make ids for proposals, folders and provisions from their first content words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

_LONGEST = 40
_SAY_NOTHING = (
    "a an and any are as at be been by can do does each every for from has have he her his how if in into is it "
    "its may must no nor not of on only or our policy she shall should so such than that the their them then "
    "there these they this those to under until up upon was we were what when where which who whose will with "
    "within you your"
)
_EMPTY = frozenset(_SAY_NOTHING.split())


def slug(words: str) -> str:
    """Return the first three content words of a text as a-z, digits and dashes; empty where it has none."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower().replace("'", "")
    found = re.findall(r"[a-z0-9]+", plain)
    telling = [word for word in found if word not in _EMPTY] or found
    return "-".join(telling[:3])[:_LONGEST].strip("-")


def provision(words: str) -> str:
    """Return an id for a provision that says `words`: it begins with a letter."""
    return slug(words).lstrip("-0123456789") or "provision"


def free(wanted: str, taken: Container[str]) -> str:
    """Return `wanted`, or `wanted` with -2, -3 … where it is taken."""
    given, number = wanted, 1
    while given in taken:
        number += 1
        given = f"{wanted[: _LONGEST - len(str(number)) - 1].rstrip('-')}-{number}"
    return given
