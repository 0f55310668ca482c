"""An adopted text is published within the days that the board's rules ask for.

How to mend: correct `published`, or publish sooner next time.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
     date: 2026-03-10
    -published: 2026-03-12
    +published: 2026-04-12
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "history"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy, act, rules in manual.ruled_acts:
        most, published = rules.number("publish_days"), act.date("published")
        if most and published and act.acted and (published.earliest - act.acted.latest).days > most:
            yield Hit(
                act.at("published"),
                f"Revision {act.id} of policy {policy.code} was published {(published.earliest - act.acted.latest).days} days "
                f"after the act; the board's rules allow {most}.",
                "Correct the date, if it is wrong.",
            )
