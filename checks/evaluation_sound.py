"""An evaluation is made by the body that oversees the policy, and finds each strategy once.

An evaluation says how a whole policy is carried out. Made by anybody else, or by a body that owns one of its strategies, it
judges its own work.

How to mend: record it as made by the body under `oversight` in policy.yml, with one finding for a strategy.

Example:

    -- 3210-fair-discipline/policy.yml changed --
    oversight: {by: equity-council}
    -- 3210-fair-discipline/reviews/2026-10-02-evaluation.yml --
    of: policy
    by: superintendent
    method: evaluation
    digest: $digest(2026-03-10)
    outcome: on-track
    summary: All goes well.
"""

from collections import Counter

from policybook.check import Hit, Hits, Manual, Policy, Review, did_you_mean

FAMILY = "history"

_OUTCOMES = ("on-track", "needs-attention", "off-track")


def check(manual: Manual) -> Hits:
    for policy in manual:
        for review in policy.reviews:
            said = f"The evaluation ‘{review.id}’ of policy {policy.code}"
            if review.text("method") == "evaluation":
                yield from _judged(review, policy, manual, said)
            elif review.has("findings"):
                yield Hit(
                    review.at("findings").key(),
                    f"The review ‘{review.id}’ of policy {policy.code} has findings, and is no evaluation.",
                    "Write `of: policy` and `method: evaluation`, or put what was found into `summary`.",
                )


def _judged(review: Review, policy: Policy, manual: Manual, said: str) -> Hits:
    if review.of != "policy":
        yield Hit(review.at("of"), f"{said} is of a strategy.", "Write `of: policy`; a finding names the strategy.")
    if review.outcome not in _OUTCOMES:
        yield Hit(
            review.at("outcome"), f"{said} concludes ‘{review.outcome}’.", f"Write one of {', '.join(_OUTCOMES)}."
        )
    overseer = policy.oversight.text("by") if policy.oversight is not None else ""
    if policy.knows("policy.yml") and review.by != overseer:
        body = manual.bodies.get(overseer)
        who = f"‘{manual.body_name(overseer)}’ oversees it" if body else "policy.yml names no `oversight`"
        yield Hit(
            review.at("by"),
            f"{said} is by ‘{manual.body_name(review.by)}’, and {who}.",
            "Record the evaluation of the body that oversees the policy; another body's is a review.",
            severity="warning",
        )
    if not policy.knows("strategies.yml"):
        return
    counts: Counter[str] = Counter()
    for finding in review.parts("findings"):
        id = finding.text("strategy")
        counts[id] += 1
        if id not in policy.strategies_by_id:
            help = did_you_mean(id, policy.strategies_by_id) or "Correct the id."
            yield Hit(
                finding.at("strategy"), f"{said} names the strategy ‘{id}’, which policy {policy.code} hasn't.", help
            )
        elif counts[id] == 2:
            yield Hit(finding.at("strategy"), f"{said} has two findings of ‘{id}’.", "Put them together.")
