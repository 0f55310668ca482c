"""Parse votes as a clerk writes them: unanimous, consent, 4-1, 4 to 1, or the counts by name."""

from __future__ import annotations

import re
from typing import Any

from policybook.errors import PolicybookError
from policybook.model import Manual
from policybook.rules.majority import carried

_WORDS = {
    "for": "for", "in favour": "for", "in favor": "for", "yes": "for", "ayes": "for", "aye": "for", "yeas": "for",
    "against": "against", "no": "against", "nays": "against", "nay": "against", "noes": "against", "opposed": "against",
    "abstain": "abstain", "abstaining": "abstain", "abstained": "abstain", "abstentions": "abstain", "abstention": "abstain",
    "absent": "absent",
}  # fmt: skip
_SYNONYMS = {
    "unanimously": "unanimous", "unanimous vote": "unanimous", "consent agenda": "consent", "on consent": "consent",
    "on the consent agenda": "consent", "by consent": "consent",
}  # fmt: skip
_BETWEEN = r"\s*(?:[-–—:/,]|\bto\b)\s*"
_COUNTS = re.compile(
    rf"([0-9]{{1,4}}){_BETWEEN}([0-9]{{1,4}})(?:{_BETWEEN}([0-9]{{1,4}}))?(?:{_BETWEEN}([0-9]{{1,4}}))?"
)
_NAMED = re.compile(rf"\s*(?:({'|'.join(_WORDS)})\s*[:=]?\s*([0-9]{{1,4}})|([0-9]{{1,4}})\s*({'|'.join(_WORDS)}))\s*")
_SIDES = ("for", "against", "abstain", "absent")


def parse(written: str) -> str | dict[str, int]:
    """Return the vote that `written` states. Raises PolicybookError where it isn't a vote.

    Accepted are `unanimous`, `consent`, `4-1` or `4 to 1` (for, against, then abstentions and absences) and
    `for 4, against 1, absent 1` or `4 in favor, 1 opposed`.
    """
    said = " ".join(written.lower().split()).rstrip(".")
    said = _SYNONYMS.get(said, said)
    if said in ("unanimous", "consent"):
        return said
    counts = _COUNTS.fullmatch(said)
    if counts:
        return {side: int(count) for side, count in zip(_SIDES, counts.groups(), strict=True) if count is not None}
    for separators in (r",|;|\band\b", r",|;|\band\b|(?<=[a-z])\s+(?=[0-9])"):
        counted = _named_counts(re.split(separators, said.strip("{}")))
        if counted:
            return counted
    raise PolicybookError(
        f"‘{written}’ isn't a vote. Write unanimous, consent, 4-1 (for and against), or ‘for 4, against 0, absent 1’."
    )


def _named_counts(parts: list[str]) -> dict[str, int]:
    """Return the counts by side, empty where a part isn't one, or two are of the same side."""
    named = [_NAMED.fullmatch(part) for part in parts if part.strip()]
    found = {_WORDS[match[1] or match[4]]: int(match[2] or match[3]) for match in named if match}
    if "for" not in found or not all(named) or len(found) < len(named):
        return {}
    return {side: found[side] for side in _SIDES if side in found}


def in_words(vote: Any) -> str:
    """Return a vote in words: "unanimous", "on the consent agenda", "4 for, 1 against"."""
    if isinstance(vote, dict):
        said = (
            f"{vote[side]} {word}"
            for side, word in zip(_SIDES, ("for", "against", "abstaining", "absent"), strict=True)
            if side in vote
        )
        return ", ".join(said)
    return {"consent": "on the consent agenda"}.get(str(vote), str(vote))


def faults(manual: Manual, vote: Any, needed: str = "majority", seats_of: str = "board") -> list[str]:
    """Return the faults of a vote, one sentence each: it didn't carry, or it counts more votes than the board has seats."""
    found = []
    if not carried(vote, needed):
        said = {"two-thirds": "two thirds", "unanimous": "a unanimous vote"}.get(needed, "a majority")
        found.append(f"The vote, {in_words(vote)}, didn't carry: {said} is needed.")
    board = manual.bodies.get(seats_of) or next((body for body in manual.body_list if body.kind == "board"), None)
    seats = board.get("seats") if board else None
    if isinstance(vote, dict) and seats and sum(vote.values()) > int(seats):
        found.append(
            f"The vote, {in_words(vote)}, counts more than the {seats} seats that bodies.yml gives the {board.name if board else 'board'}."
        )
    return found
