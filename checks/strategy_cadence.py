"""Each strategy says how often it is looked at.

Without a cadence no review is ever late, and none is ever held.

How to mend: add `cadence:`, such as `every 6 months`. Where no source states one, write what you suggest with
`basis: assumed` and a note; the site then says so, and nobody is called late.

Example:

    -- 3210-fair-discipline/strategies.yml diff --
         support: [superintendent]
    -    cadence: every 6 months
"""

from policybook.check import Hit, Hits, Manual, cadence

FAMILY = "cadence"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for strategy in policy.strategies:
            if not strategy.cadences:
                yield Hit(
                    strategy.at(),
                    f"Strategy ‘{strategy.title}’ of policy {policy.code} has no cadence.",
                    f"Add `cadence:`: {cadence.WAYS}.",
                )
