"""Decide whether a vote reaches the majority that a rule asks for."""

from __future__ import annotations

from typing import Any


def carried(vote: Any, needed: str) -> bool:
    """Return whether a vote reaches a majority, two thirds or unanimity. Abstentions and absences don't count."""
    if vote in ("unanimous", "consent"):
        return True
    if not isinstance(vote, dict):
        return False
    for_, against = int(vote["for"]), int(vote.get("against") or 0)
    if needed == "unanimous":
        return for_ > 0 and against == 0
    return 3 * for_ >= 2 * (for_ + against) if needed == "two-thirds" else for_ > against
