"""The body that oversees a policy owns none of its strategies, and isn't led by a body that does.

Whoever carries out a direction can't be the one who judges how it is carried out.

How to mend: name another body under `oversight`, or another owner.

Example:

    -- 3210-fair-discipline/policy.yml changed --
    oversight: {by: superintendent}
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "ownership"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        asked = policy.oversight
        if asked is None:
            continue
        overseer = manual.bodies.get(asked.text("by"))
        if overseer is None:
            continue
        for strategy in policy.strategies:
            owner = strategy.owner_on(manual.as_of)
            if strategy.ended is not None or owner is None or not owner.value:
                continue
            if owner.value == overseer.id:
                how = "owns"
            elif overseer.text("reports_to") == owner.value:
                how = "reports to the owner of"
            else:
                continue
            yield Hit(
                asked.at("by"),
                f"‘{overseer.name}’ oversees policy {policy.code} and {how} its strategy ‘{strategy.title}’.",
                "Let a body oversee it that doesn't carry it out.",
            )
