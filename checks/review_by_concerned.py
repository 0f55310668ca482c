"""A strategy is reviewed by a body that owns, supports or oversees it.

A body that has nothing to do with a strategy can't say how it is carried out; one that had ended said nothing.

How to mend: correct `by`; or name the body as owner, under `support`, or as the one that oversees the policy.

Example:

    -- 3210-fair-discipline/reviews/2026-10-20-data.yml diff --
    -by: superintendent
    +by: restorative-team
"""

from policybook.check import Hit, Hits, Manual, Policy, Review, Strategy

FAMILY = "ownership"
SEVERITY = "warning"

_LOOKS_AT_ALL = ("board", "oversight-team", "leadership-team")


def check(manual: Manual) -> Hits:
    for policy in manual:
        yield from _of_policy(policy, manual)


def _of_policy(policy: Policy, manual: Manual) -> Hits:
    for review in policy.reviews:
        body = manual.bodies.get(review.by)
        if body is None:
            continue
        said = f"The review ‘{review.id}’ of policy {policy.code} is by ‘{body.name}’"
        if body.ended is not None and body.ended.latest < review.when.earliest:
            yield Hit(review.at("by"), f"{said}, which ended {body.ended.words()}.", "Name the body that reviewed.")
            continue
        strategy = policy.strategies_by_id.get(review.of)
        if (
            strategy is not None
            and body.kind not in _LOOKS_AT_ALL
            and review.by not in _concerned(review, strategy, policy)
        ):
            yield Hit(
                review.at("by"),
                f"{said}, which neither owns, supports nor oversees ‘{strategy.title}’.",
                "Correct `by`, or name the body where it belongs.",
            )


def _concerned(review: Review, strategy: Strategy, policy: Policy) -> set[str]:
    bodies = {owner.value or "" for owner in strategy.owners} | set(strategy.support)
    if policy.oversight is not None:
        bodies.add(policy.oversight.text("by"))
    return bodies
