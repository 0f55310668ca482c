"""A fact that is said to be stated names its source; one that is inferred or assumed says why.

How to mend: add `source:`, or a `note:`.

Example:

    -- 3210-fair-discipline/strategies.yml diff --
         title: Publish the figures
    -    owner: {is: superintendent, basis: inferred, note: The provision names the office.}
    +    owner: {is: superintendent, basis: inferred}
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "provenance"


def check(manual: Manual) -> Hits:
    for fact in manual.facts:
        if fact.basis == "stated" and not fact.source:
            yield Hit(fact.at("basis"), "This is said to be stated, and names no source.", "Add `source:`.")
        elif fact.basis in ("inferred", "assumed") and not fact.note:
            yield Hit(
                fact.at("basis"), f"This is {fact.basis}, and doesn't say why.", "Add `note:`.", severity="warning"
            )
