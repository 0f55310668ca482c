"""Words from a record made safe for a pull request's Markdown: no mark-up, no link, and nobody is called."""

from __future__ import annotations

import re

from policybook.text.terminal import safe

_MARKS = re.compile(r"[\\`*_\[\]<>&|~:$^!{}]|www\.", re.IGNORECASE)


def words(written: str) -> str:
    """Return words that GitHub shows as they stand: no mark-up, no link, and nobody is called by an @."""
    apart = safe(written).replace("@", "@\u2060").replace("#", "#\u2060")
    return _MARKS.sub(lambda match: f"&#{ord(match[0][-1])};" if len(match[0]) == 1 else "www&#46;", apart)
