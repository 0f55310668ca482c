"""One body answers for a strategy; the others that are named support it.

How to mend: take the owner out of `support`.

Example:

    -- 3210-fair-discipline/strategies.yml diff --
         owner: restorative-team
    -    support: [superintendent]
    +    support: [superintendent, restorative-team]
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "ownership"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for strategy in policy.strategies:
            for at, helper in enumerate(strategy.support):
                if strategy.owners and helper == strategy.owners[-1].value:
                    yield Hit(
                        strategy.at("support", at),
                        f"‘{manual.body_name(helper)}’ owns the strategy ‘{strategy.title}’ and can't support it as well.",
                        "Take it out of `support`.",
                    )
