"""An act had as many readings as the board's rules ask for.

The rules of the act's own day count. A waived reading counts as one. Where the rules say so, a substantive amendment
starts the count again.

How to mend: record the readings that were held; or the waiver, with its reason and vote.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
     readings:
    -  - date: 2026-02-10
"""

from policybook.check import Hit, Hits, Manual, readings

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy, act, rules in manual.ruled_acts:
        needed, held = readings.needed(rules, act.action), readings.count(act.readings, rules)
        if held < needed and not act.emergency:
            yield Hit(
                act.at("readings") if act.readings else act.at(),
                f"Revision {act.id} of policy {policy.code} had {held} of the {needed} readings "
                "that the board's rules ask for.",
                "Record the readings that were held, or the waiver with its reason and vote.",
                ((rules.at("readings") if rules.has("readings") else rules.at(), "The rule."),),
            )
