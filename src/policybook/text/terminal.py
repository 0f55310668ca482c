"""Words from a record made safe for a terminal: nothing that moves the cursor, hides or reorders text."""

from __future__ import annotations

import re

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def safe(text: str) -> str:
    """Return `text` with control and direction characters written as U+ and their number."""
    return _UNSAFE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)
