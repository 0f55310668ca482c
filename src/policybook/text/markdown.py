"""Escape words of a record for Markdown on GitHub: no markup, no link, no mention."""

from __future__ import annotations

import re

from policybook.text.terminal import safe

_MARKS = re.compile(r"[\\`*_\[\]<>&|~:$^!{}]|www\.", re.IGNORECASE)

LONGEST = 60_000
"""Characters; GitHub takes 65,536 in a comment."""


def words(written: str) -> str:
    """Return words that GitHub shows as they stand: no mark-up, no link, and nobody is called by an @."""
    apart = safe(written).replace("@", "@\u2060").replace("#", "#\u2060")
    return _MARKS.sub(lambda match: f"&#{ord(match[0][-1])};" if len(match[0]) == 1 else "www&#46;", apart)


def shortened(whole: str, most: int, pointer: str) -> str:
    """Return Markdown of at most `most` characters, cut between lines, with folds closed and a pointer."""
    if len(whole) <= most:
        return whole
    room = most - len(pointer) - len("\n\n</details>\n\n")
    kept = whole[: max(0, whole.rfind("\n", 0, room))].rstrip()
    folded = kept.count("<details") > kept.count("</details>")
    return "\n\n".join(part for part in (kept, "</details>" if folded else "", pointer) if part)
