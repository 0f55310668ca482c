"""An emergency act holds no longer than the board's rules allow.

What skipped its readings is for a time only: the rules say how many days (`emergency`, `days`), and the act names the
day on which it lapses. A later act that follows it is what makes it last.

How to mend: correct the day in `ratify_by` or `expires`.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
           Every child in Heron Bend learns to read, to reason and to get along.
    +emergency: {reason: The roof came down., ratify_by: 2026-06-09}
"""

from datetime import timedelta

from policybook.check import Hit, Hits, Manual, dates

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy, act, rules in manual.ruled_acts:
        days, lapses = rules.part("emergency").get("days"), act.lapses
        if not days or lapses is None or act.acted is None:
            continue
        last = act.acted.latest + timedelta(days=int(days))
        if lapses.earliest > last:
            key = "ratify_by" if act.emergency.get("ratify_by") else "expires"
            yield Hit(
                act.at("emergency", key),
                f"The emergency act {act.id} of policy {policy.code} lapses on {lapses.words()}; under the board's rules "
                f"it may hold for {days} days, until {dates.in_words(last)}.",
                "Correct the day.",
                ((rules.at("emergency"), "The rule."),),
            )
