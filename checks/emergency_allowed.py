"""An act is done as an emergency only where the board's rules allow it.

How to mend: record the readings instead, or the rule that allows it.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
       - date: 2026-03-10
    -vote: unanimous
    +vote: {for: 3, against: 2}
    @@
           Every child in Heron Bend learns to read, to reason and to get along.
    +emergency: {reason: The roof came down., ratify_by: 2026-06-08}
"""

from policybook.check import Hit, Hits, Manual, carried

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy, act, rules in manual.ruled_acts:
        if not act.emergency:
            continue
        rule = rules.part("emergency")
        said = f"Revision {act.id} of policy {policy.code} was an emergency act"
        if rule.get("allowed") is not True:
            yield Hit(
                act.at("emergency"), f"{said}, which the board's rules don't allow.", "Record the readings instead."
            )
        elif rule.get("vote") and not carried(manual.of_meeting(act, "vote"), rule["vote"]):
            yield Hit(act.at("emergency"), f"{said} without the vote it needs: {rule['vote']}.", "Correct the vote.")
