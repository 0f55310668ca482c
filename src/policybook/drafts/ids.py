"""Permanent ids for provisions that have none yet: their first three content words, never one that was given before."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 40
_WORDS = 3
_SAY_NOTHING = (
    "a an and any are as at be been by can do does each every for from has have he her his how if in into is it its may "
    "must no nor not of on only or our she shall should so such than that the their them then there these they this "
    "those to under until up upon was we were what when where which who whose will with within you your"
)
_EMPTY = frozenset(_SAY_NOTHING.split())


def new(words: str, taken: set[str]) -> str:
    """Return an id for a provision that says `words`, and note it among those `taken`."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower().replace("'", "")
    found = re.findall(r"[a-z0-9]+", plain)
    telling = [word for word in found if word not in _EMPTY] or found
    id = "-".join(telling[:_WORDS]).lstrip("-0123456789")[:_LONGEST].strip("-") or "provision"
    given, number = id, 1
    while given in taken:
        number += 1
        given = f"{id[: _LONGEST - len(str(number)) - 1].rstrip('-')}-{number}"
    taken.add(given)
    return given
