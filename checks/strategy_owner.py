"""Each strategy names the one body that answers for it.

A strategy that belongs to nobody is carried out by nobody. Others may support it; one body is accountable,
so that the public knows whom to ask.

How to mend: add `owner:` with the id of a body from bodies.yml. Where no source names the owner, say how you
know: `{is: …, basis: inferred, note: …}`.

Example:

    -- 3210-fair-discipline/strategies.yml --
    strategies:
      - id: restorative
        title: A restorative meeting first
        owner: restorative-team
        cadence: every 6 months
      - id: data
        title: Publish the figures
        cadence: every year in October
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "ownership"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for strategy in policy.strategies:
            if not strategy.owners:
                yield Hit(
                    strategy.at(),
                    f"Strategy ‘{strategy.title}’ of policy {policy.code} has no owner.",
                    "Add `owner:` with the id of a body from bodies.yml.",
                )
