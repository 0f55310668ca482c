"""Nothing is looked at more seldom than the board's rules allow.

How to mend: shorten the cadence.

Example:

    -- 3210-fair-discipline/policy.yml diff --
     steward: superintendent
    -cadence: every 3 years in March
    +cadence: every 10 years
"""

from policybook.check import Hit, Hits, Manual, cadence, fact

FAMILY = "cadence"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    rules = manual.ruling.rules_on(manual.as_of)
    rule = fact(rules, "longest_cadence") if rules else None
    longest = cadence.parse(rule.value) if rule and rule.value else None
    if rule is None or longest is None or longest.days is None:
        return
    for policy in manual:
        held = [(policy.cadence, f"Policy {policy.code}")] if policy.cadence else []
        for strategy in policy.strategies:
            held += [(one, f"Strategy ‘{strategy.title}’ of policy {policy.code}") for one in strategy.cadences[-1:]]
        for one, said in held:
            understood = cadence.parse(one.value) if one.value else None
            if understood is not None and understood.days is not None and understood.days > longest.days:
                yield Hit(
                    one.place(),
                    f"{said} is looked at {one.value}; the board's rules ask for {rule.value} at least.",
                    "Shorten the cadence.",
                    ((rule.place(), "The rule."),),
                )
