"""Readings are as many days apart as the board's rules ask for.

How to mend: correct the days, or record the waiver of the second reading with its reason and vote.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
     readings:
    -  - date: 2026-02-10
    +  - date: 2026-03-03
"""

from itertools import pairwise

from policybook.check import Hit, Hits, Manual, readings

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy, act, rules in manual.ruled_acts:
        for earlier, later in pairwise(act.readings):
            apart = readings.days_short(earlier, later, rules)
            if apart is not None:
                yield Hit(
                    later.at("date"),
                    f"Reading {later.number} of revision {act.id} of policy {policy.code} was {apart} days after "
                    f"the one before; the board's rules ask for {rules.number('days_between_readings')}.",
                    "Correct the day, or record a waiver.",
                    ((rules.at("days_between_readings"), "The rule."),),
                )
