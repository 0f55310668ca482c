"""A strategy or policy with a cadence on record has a review on record.

Without a first review nobody can say when the next one falls due, and the public can't see that anybody
looked. The site says "no review on record here", never "overdue".

How to mend: record the last review that was held, in `reviews/<date>-<what>.yml`; or hold one.
"""

from policybook.check import Hit, Hits, Manual, due

FAMILY = "clock"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        if not policy.knows("reviews") or not policy.knows("revisions"):
            continue
        for strategy in policy.strategies:
            if strategy.cadences and due.of_strategy(manual, policy, strategy).why == "no review":
                yield Hit(
                    strategy.at("cadence"),
                    f"Strategy ‘{strategy.title}’ of policy {policy.code} has no review on record.",
                    "Record the last review that was held, in reviews/.",
                )
        if policy.cadence is not None and due.of_policy(manual, policy).why == "no review":
            yield Hit(
                policy.at("cadence"),
                f"Policy {policy.code} has no review on record.",
                "Record the last review that was held, in reviews/.",
            )
