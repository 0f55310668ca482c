"""Name the parts of a packet, in the order in which Word and PDF print them."""

from __future__ import annotations

from policybook.model import Revision

PARTS = ("Memo", "What would change", "The text as it would read")
LEGEND = "Words that would be added are underlined; words that would be taken out are struck through."
NOTHING = "The text stays as it is."


def parts(revision: Revision) -> tuple[str, str, str]:
    """Return the headings of memo, redline and clean copy."""
    if not revision.makes_text:
        return PARTS[0], "What changed" if revision.done else PARTS[1], "The text of the policy"
    return (PARTS[0], "What changed", "The text as adopted") if revision.done else PARTS
