"""What we assumed waits to be confirmed.

Each assumption is listed, so that somebody who knows can say whether it is right.

How to mend: ask; then write the value with its source, or as the agency's own word.

Example:

    -- 3210-fair-discipline/strategies.yml diff --
         support: [superintendent]
    -    cadence: every 6 months
    +    cadence: {is: every year, basis: assumed, note: No source states one.}
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "provenance"
SEVERITY = "notice"


def check(manual: Manual) -> Hits:
    for fact in manual.facts:
        if fact.basis == "assumed":
            value = f"‘{manual.body_name(fact.value)}’" if fact.value else "This"
            yield Hit(fact.place(), f"{value} is our assumption, to be confirmed.", "Ask the agency.")
