"""Split text into search terms, as `search.js` does in the browser."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

STEMMERS = {"en": "english", "es": "spanish"}
"""Languages whose words are reduced to their stems; the browser has the same stemmers in vendor/."""

_ACCENTS = re.compile("[\u0300-\u036f]")
_APOSTROPHES = re.compile("['’‘ʼ]")
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_RUNS = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_UNSPACED_RUN = re.compile(f"[{_UNSPACED}]+")


class _Separators(dict[int, str]):
    """A translation table that keeps letters, marks and digits and makes everything else a space."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = kept = character if unicodedata.category(character)[0] in "LMN" else " "
        return kept


_SEPARATORS = _Separators()


def fold(text: str) -> str:
    """Return text in lower case, without accents and apostrophes."""
    return _APOSTROPHES.sub("", _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).lower())


def split(text: str) -> list[str]:
    """Return the words of a text, folded; scripts without spaces give pairs of characters."""
    words = []
    for word in fold(text).translate(_SEPARATORS).split():
        for run in _RUNS.findall(word):
            if _UNSPACED_RUN.fullmatch(run) and len(run) > 1:
                words += [run[at : at + 2] for at in range(len(run) - 1)]
            else:
                words.append(run)
    return words


@lru_cache(maxsize=100_000)
def _stem(word: str, algorithm: str) -> str:
    stemmed: str = _stemmer(algorithm).stemWord(word)
    return stemmed


@lru_cache(maxsize=8)
def _stemmer(algorithm: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(algorithm)


def stem(word: str, language: str) -> str:
    """Return the stem of a folded word, or the word itself in a language without a stemmer."""
    algorithm = STEMMERS.get(language.partition("-")[0])
    return _stem(word, algorithm) if algorithm else word


def terms(text: str, language: str) -> list[str]:
    """Return the stems of a text's words, in order."""
    return [stem(word, language) for word in split(text)]


def code_key(code: str) -> str:
    """Return the form under which a code is found: `EL-2` and `EL 2` as el2, `0403.50` as 403.5."""
    joined = "".join(part.translate(_SEPARATORS).replace(" ", "") + "." for part in code.lower().split("."))
    return re.sub(r"(\.[0-9]*?)0+(?![0-9])", r"\1", re.sub(r"(?<![0-9.])0+(?=[0-9])", "", joined)).strip(".")
