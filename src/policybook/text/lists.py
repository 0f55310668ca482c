"""Join words into a list as people write it."""

from __future__ import annotations


def listed(words: list[str] | tuple[str, ...], last: str = "or") -> str:
    """Return words as people list them: "a, b or c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
