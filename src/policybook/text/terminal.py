"""Escape words of a record for a terminal: nothing moves the cursor, hides or reorders text."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\U000e0000-\U000e007f]"
)


def safe(text: str) -> str:
    """Return `text` with control and direction characters, and those that can't be seen, written as U+ and their number."""
    return _UNSAFE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)
