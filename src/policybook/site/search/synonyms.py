"""Words that people use for one thing, so that a search for one finds the others."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"


@cache
def bundled(language: str) -> tuple[tuple[str, ...], ...]:
    """Return the groups of synonyms for schools in a language; none where we have none."""
    return tuple(tuple(part.strip() for part in line.split(",")) for line in _lines("synonyms", language))


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the words of a language that say nothing in a search, folded."""
    return frozenset(word for line in _lines("stop", language) for word in line.split())


def _lines(kind: str, language: str) -> Iterable[str]:
    path = _FOLDER / f"{kind}-{language.partition('-')[0]}.txt"
    if not path.is_file():
        return ()
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]
