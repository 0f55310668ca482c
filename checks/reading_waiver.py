"""A reading that was waived has the vote that the board's rules ask for.

How to mend: record the vote under the reading.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
       - date: 2026-02-10
    -  - date: 2026-03-10
    +  - {date: 2026-03-10, waived: The matter could not wait., vote: {for: 3, against: 2}}
"""

from policybook.check import Hit, Hits, Manual, carried

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy, act, rules in manual.ruled_acts:
        for reading in act.readings:
            if not reading.waived:
                continue
            said = f"The waiver of a reading of revision {act.id} of policy {policy.code}"
            needed = rules.text("waive_vote") or "majority"
            if not reading.has("vote"):
                yield Hit(reading.at("waived").key(), f"{said} has no vote.", "Add `vote:`.")
            elif not carried(reading.get("vote"), needed):
                yield Hit(
                    reading.at("vote"),
                    f"{said} had not the vote that the board's rules ask for: {needed}.",
                    "Correct the vote; without it the reading was not waived.",
                )
