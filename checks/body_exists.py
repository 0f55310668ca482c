"""Every body that the record names is in bodies.yml.

An owner, a steward or a reviewer that nobody can look up is as good as none.

How to mend: correct the id, or add the body to bodies.yml.

Pass:

    -- 0100-mission/policy.yml --
    code: 0100
    kind: operating-policy
    steward: superintendent
    cadence: by series

Fail:

    -- 0100-mission/policy.yml --
    code: 0100
    kind: operating-policy
    steward: superintendant
    cadence: by series
"""

from collections.abc import Iterator

from policybook.check import Hit, Hits, Manual, Place, Policy, did_you_mean

FAMILY = "reference"


def check(manual: Manual) -> Hits:
    for id, place, said in _named(manual):
        if id and not manual.has_body(id):
            yield Hit(
                place,
                f"{said} ‘{id}’, which is not in bodies.yml.",
                did_you_mean(id, manual.bodies) or "Add the body to bodies.yml, or correct the id.",
            )


def _named(manual: Manual) -> Iterator[tuple[str, Place, str]]:
    """Yield each body that the record names, where, and the beginning of a sentence about it."""
    for body in manual.body_list:
        yield body.text("reports_to"), body.at("reports_to"), f"The body ‘{body.name}’ reports to"
        yield body.text("succeeded_by"), body.at("succeeded_by"), f"The body ‘{body.name}’ is succeeded by"
    for waiver in manual.waivers:
        yield waiver.by, waiver.at("by"), f"The waiver for {waiver.subject} is granted by"
    for policy in manual:
        yield from _of_policy(policy)


def _of_policy(policy: Policy) -> Iterator[tuple[str, Place, str]]:
    if policy.steward is not None:
        yield policy.steward.value or "", policy.steward.place(), f"Policy {policy.code} names the steward"
    for line in policy.parts("monitoring"):
        yield line.text("by"), line.at("by"), f"Monitoring of policy {policy.code} is done by"
    for strategy in policy.strategies:
        named = f"Strategy ‘{strategy.title}’ of policy {policy.code} names"
        for owner in strategy.owners:
            yield owner.value or "", owner.place(), f"{named} the owner"
        for at, helper in enumerate(strategy.support):
            yield helper, strategy.at("support", at), f"{named} the supporting body"
    for revision in policy.revisions:
        for key in ("by", "proposed_by"):
            if revision.has(key):
                yield revision.text(key), revision.at(key), f"Revision {revision.id} of policy {policy.code} is by"
    for review in policy.reviews:
        yield review.by, review.at("by"), f"The review {review.id} of policy {policy.code} is by"
        for step in review.parts("next_steps"):
            yield step.text("by"), step.at("by"), f"A next step in the review {review.id} falls to"
    for recommendation in policy.recommendations:
        named = f"The recommendation {recommendation.id} on policy {policy.code}"
        yield recommendation.by, recommendation.at("by"), f"{named} is by"
        for at, asked in enumerate(recommendation.to):
            yield asked, recommendation.at("to", at), f"{named} asks"
        for response in recommendation.responses:
            yield response.by, response.at("by"), f"{named} is answered by"
            for action in response.actions:
                yield action.text("by"), action.at("by"), f"{named} gives a task to"
