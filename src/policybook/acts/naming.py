"""Names for new things: a proposal's file, a policy's folder; made of content words, given once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "by",
        "for",
        "from",
        "has",
        "have",
        "how",
        "in",
        "into",
        "is",
        "it",
        "its",
        "may",
        "no",
        "not",
        "of",
        "on",
        "or",
        "our",
        "so",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "this",
        "to",
        "was",
        "we",
        "what",
        "when",
        "which",
        "who",
        "will",
        "with",
        "you",
        "your",
        "policy",
    ]
)


def slug(words: str, most: int = 3) -> str:
    """Return the first content words of a text as a-z, digits and dashes; empty where it has none."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower().replace("'", "")
    found = re.findall(r"[a-z0-9]+", plain)
    chosen = [word for word in found if word not in _SMALL] or found
    return "-".join(chosen[:most])[:40].strip("-")


def free(wanted: str, taken: Container[str]) -> str:
    """Return `wanted`, or `wanted` with -2, -3 … where it is taken."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
