"""Find strategies whose own words have changed since they were last reviewed."""

from __future__ import annotations

from policybook.due import reviews
from policybook.model import Manual, Policy, Review, Revision, Strategy


def since_review(manual: Manual, policy: Policy, strategy: Strategy) -> tuple[Review, Revision] | None:
    """Return the last review of a strategy and the text in force, where that reads otherwise than the text reviewed."""
    if not policy.reviews or not policy.knows("revisions") or not policy.knows("reviews"):
        return None
    text = policy.standing(manual.as_of).text
    last = reviews.last_review(policy, strategy.id, manual.as_of)
    if text is None or not text.holds_text or last is None or last.digest in (text.digest, text.computed_digest):
        return None
    return None if _same_words(policy.text_with(last.digest), text, strategy) else (last, text)


def _same_words(old: Revision | None, new: Revision, strategy: Strategy) -> bool:
    """Return whether the strategy's own provision reads in the new text as in the old."""
    if old is None:
        return False
    before, after = old.by_id.get(strategy.provision), new.by_id.get(strategy.provision)
    return before is not None and after is not None and before.prose == after.prose
