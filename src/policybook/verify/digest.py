"""Verify the record against a digest printed elsewhere, such as in a packet or the minutes."""

from __future__ import annotations

import re

from policybook.model import Manual
from policybook.model.chain import acts
from policybook.verify.result import Discrepancy, ProofResult

_DIGEST = re.compile(r"(?:sha256:)?([0-9a-f]{64})", re.IGNORECASE)


def digest_in(written: str) -> str | None:
    """Return the hex digits of a digest as people copy it, or None."""
    match = _DIGEST.fullmatch("".join(written.split()))
    return match[1].lower() if match else None


def verify(manual: Manual, hexadecimal: str) -> ProofResult:
    """Return which text or chain on record has the printed digest, and what that shows."""
    printed = f"sha256:{hexadecimal}"
    anchor = (f"the digest that you gave, {printed[:19]}…",)
    for act in acts(manual):
        if act.chain == printed:
            shown = (
                f"It is the chain of revision {act.id} of policy {act.code}: this act and every one before it are "
                "what they were when that digest was printed.",
            )
            unknown = (f"That digest says nothing of acts after revision {act.id}, nor of other policies.",)
            return ProofResult(anchor, shown, (), unknown)
    texts = [(policy, text) for policy in manual for text in (*policy.texts_of(), *policy.presented)]
    for policy, text in texts:
        if text.computed_digest == printed:
            subject = text.at().subject.replace("@", ", revision ")
            shown = (
                f"It is the digest of a text on record, word for word: policy {subject} (‘{text.title or policy.title}’).",
            )
            unknown = ("That digest is of one text; it says nothing of votes, dates or other texts.",)
            return ProofResult(anchor, shown, (), unknown)
    message = (
        f"No text and no chain on record has the digest {printed}. Either what it was printed for has been altered or "
        "dropped since, or it belongs to something else: look whether it was copied whole."
    )
    return ProofResult(anchor, (), (Discrepancy(printed, message),))
