"""Where something is looked at only as needed, the record says why.

“As needed” is the one cadence that can't be late; it wants a reason.

How to mend: write `cadence: {is: as needed, note: …}`.

Example:

    -- 0100-mission/policy.yml diff --
     steward: superintendent
    -cadence: by series
    +cadence: as needed
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "cadence"


def check(manual: Manual) -> Hits:
    for policy in manual:
        held = [(fact, one.title) for one in policy.strategies for fact in one.cadences]
        if policy.cadence is not None:
            held.append((policy.cadence, ""))
        for fact, title in held:
            if fact.value == "as needed" and not fact.note and not policy.has("note"):
                said = f"Strategy ‘{title}’ of policy {policy.code}" if title else f"Policy {policy.code}"
                yield Hit(
                    fact.place(), f"{said} is looked at as needed, and doesn't say why.", "Add `note:` with the reason."
                )
