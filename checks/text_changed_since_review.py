"""A strategy whose text has changed since its last review is looked at again.

What was found of the old words may not hold for the new ones: until the next review the finding is suspect.

How to mend: review the strategy under the text in force, and record the review with that text's digest.

Example:

    -- 3210-fair-discipline/reviews/2026-09-15-restorative.yml diff --
     by: restorative-team
    -digest: $digest(2026-03-10)
    +digest: $digest(2020-05-12)
"""

from policybook.check import Hit, Hits, Manual, Policy, Revision, Strategy, reviews

FAMILY = "clock"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        text = (
            policy.standing(manual.as_of).text
            if policy.reviews and policy.knows("revisions") and policy.knows("reviews")
            else None
        )
        if text is None or not text.holds_text:
            continue
        for strategy in policy.strategies:
            last = reviews.last_review(policy, strategy.id, manual.as_of)
            if last is None or last.digest in (text.digest, text.computed_digest):
                continue
            if not _same_words(policy, policy.text_with(last.digest), text, strategy):
                yield Hit(
                    last.at("digest"),
                    f"The text of strategy ‘{strategy.title}’ of policy {policy.code} has changed since its last review.",
                    "Review it under the text in force.",
                    ((text.at("text").key(), "The text in force."),),
                )


def _same_words(policy: Policy, old: Revision | None, new: Revision, strategy: Strategy) -> bool:
    """Say whether the strategy's own provision reads in the new text as in the old."""
    if old is None:
        return False
    before, after = old.by_id.get(strategy.provision), new.by_id.get(strategy.provision)
    return before is not None and after is not None and before.prose == after.prose
