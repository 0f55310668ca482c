"""No strategy that goes on belongs to a body that has ended, or will.

Nobody answers for a promise once its owner is gone. The rule doesn't wait for the day: it speaks as soon as the
end is on record, so that a successor is named in time.

How to mend: add the next owner with `since`, or say when the strategy ends.

Example:

    -- bodies.yml diff --
         reports_to: superintendent
    +    ended: 2027-06-30
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "ownership"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for strategy in policy.strategies:
            if strategy.ended is not None or not strategy.owners:
                continue
            owner = strategy.owners[-1]
            body = manual.bodies.get(owner.value or "")
            if body is not None and body.ended is not None:
                yield Hit(
                    owner.place(),
                    f"Strategy ‘{strategy.title}’ of policy {policy.code} belongs to ‘{body.name}’, "
                    f"which ends {body.ended.words()}.",
                    "Add the next owner with `since:`, or say with `ended:` when the strategy ends.",
                    ((body.at("ended"), "Where its end is recorded."),),
                )
