"""The index: for each term, the units that hold it and how much it counts there."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policybook.site.search import tokens
from policybook.site.search.units import Subject, Unit

_SATURATION, _LENGTH = 1.2, 0.4
"""BM25's k1 and b: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009)."""
_HEADING, _TITLE, _TITLE_BELOW = 3.0, 5.0, 1.0
"""How often a word counts in a heading, in the title of a policy, and in that title for each of its provisions."""
_SCALE = 10


@dataclass(frozen=True, slots=True)
class Index:
    """What the browser searches."""

    subjects: tuple[Subject, ...]
    postings: dict[str, list[tuple[int, int]]]
    """By term: the number of each unit that holds it, counted through all subjects, and its score there."""
    synonyms: tuple[tuple[str, ...], ...]
    """Groups of phrases as stems joined by spaces, of which at least one occurs in the texts."""


def build(subjects: Iterable[Subject], synonyms: Iterable[Sequence[str]], language: str) -> Index:
    """Return the index of everything that can be found in a manual in `language`."""
    listed = tuple(subjects)
    counts = [
        _counts(subject, unit, at == 0, subject.language or language)
        for subject in listed
        for at, unit in enumerate(subject.units)
    ]
    lengths = [sum(count.values()) for count in counts]
    average = sum(lengths) / len(lengths) if lengths else 1.0
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, count in enumerate(counts):
        norm = _SATURATION * (1 - _LENGTH + _LENGTH * lengths[number] / average)
        for term, frequency in count.items():
            holders[term].append((number, frequency * (_SATURATION + 1) / (frequency + norm)))
    postings = {term: _scored(found, len(counts)) for term, found in sorted(holders.items())}
    return Index(listed, postings, tuple(_stemmed(synonyms, postings, language)))


def _counts(subject: Subject, unit: Unit, whole: bool, language: str) -> Counter[str]:
    """Return how often each term counts in a unit."""
    count: Counter[str] = Counter(tokens.terms(unit.text, language))
    weighted = [(unit.heading, _HEADING), (unit.names, _TITLE), (subject.title, _TITLE if whole else _TITLE_BELOW)]
    found: dict[str, float] = dict(count)
    for words, weight in weighted:
        for term in tokens.terms(words, language):
            found[term] = found.get(term, 0) + weight
    return Counter(found)


def _scored(found: list[tuple[int, float]], units: int) -> list[tuple[int, int]]:
    rarity = math.log(1 + (units - len(found) + 0.5) / (len(found) + 0.5))
    return [(number, max(1, round(_SCALE * rarity * weight))) for number, weight in found]


def _stemmed(
    groups: Iterable[Sequence[str]], known: dict[str, list[tuple[int, int]]], language: str
) -> Iterable[tuple[str, ...]]:
    """Yield the groups that can lead anywhere, as stems."""
    for group in groups:
        phrases = dict.fromkeys(" ".join(tokens.terms(phrase, language)) for phrase in group)
        if len(phrases) > 1 and any(all(term in known for term in phrase.split()) for phrase in phrases):
            yield tuple(phrases)
