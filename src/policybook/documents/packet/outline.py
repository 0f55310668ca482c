"""How a packet runs: its parts in order, each a heading with what stands under it; what Word and PDF both follow."""

from __future__ import annotations

PARTS = ("Memo", "What would change", "The text as it would read")
LEGEND = "Words that would be added are underlined; words that would be taken out are struck through."
NOTHING = "The text stays as it is."


def parts(done: bool) -> tuple[str, str, str]:
    """Return the headings of memo, redline and clean copy; `done` for an act that the board has taken."""
    return (PARTS[0], "What changed", "The text as adopted") if done else PARTS
