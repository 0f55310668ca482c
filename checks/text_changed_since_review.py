"""A strategy whose text has changed since its last review is looked at again.

What was found of the old words may not hold for the new ones: until the next review the finding is suspect.

How to mend: review the strategy under the text in force, and record the review with that text's digest.

Example:

    -- 3210-fair-discipline/reviews/2026-09-15-restorative.yml diff --
     by: restorative-team
    -digest: $digest(2026-03-10)
    +digest: $digest(2020-05-12)
"""

from policybook.check import Hit, Hits, Manual, changed

FAMILY = "clock"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for strategy in policy.strategies:
            found = changed.since_review(manual, policy, strategy)
            if found is not None:
                last, text = found
                yield Hit(
                    last.at("digest"),
                    f"The text of strategy ‘{strategy.title}’ of policy {policy.code} has changed since its last review.",
                    "Review it under the text in force.",
                    ((text.at("text").key(), "The text in force."),),
                )
