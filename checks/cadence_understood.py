"""Every cadence is one that can be understood.

“Regularly” is no cadence: nobody can say when it has passed. One that isn't understood would be skipped in
silence, and the review with it.

How to mend: write `every 2 weeks`, `every 6 months`, `every year`, `every 3 years in March`, `by series` or `as needed`.

Example:

    -- 3210-fair-discipline/strategies.yml diff --
         support: [superintendent]
    -    cadence: every 6 months
    +    cadence: regularly
"""

from collections.abc import Iterator

from policybook.check import Fact, Hit, Hits, Manual, cadence, fact

FAMILY = "cadence"


def check(manual: Manual) -> Hits:
    for held, said in _written(manual):
        if held.value is None:
            continue
        understood = cadence.parse(held.value)
        if understood is None:
            yield Hit(held.place(), f"{said} is ‘{held.value}’, which is no interval.", f"Write {cadence.WAYS}.")
        elif understood.unit == "series" and not said.startswith(("Strategy", "Policy")):
            yield Hit(held.place(), f"{said} can't be ‘by series’.", f"Write {cadence.OWN_WAYS}.")


def _written(manual: Manual) -> Iterator[tuple[Fact, str]]:
    """Yield each cadence of the record and the beginning of a sentence about it."""
    for series in manual.agency.series:
        if series.cadence is not None:
            yield series.cadence, f"The cadence of series ‘{series.title}’"
    for rules in manual.agency.rules:
        longest = fact(rules, "longest_cadence")
        if longest is not None:
            yield longest, "The longest cadence"
    for body in manual.body_list:
        meets = fact(body, "meets")
        if meets is not None:
            yield meets, f"How often ‘{body.name}’ meets"
    for policy in manual:
        if policy.cadence is not None:
            yield policy.cadence, f"Policy {policy.code}: its cadence"
        for line in policy.parts("monitoring"):
            held = fact(line, "cadence")
            if held is not None:
                yield held, f"The cadence of monitoring of policy {policy.code}"
        for strategy in policy.strategies:
            for held in strategy.cadences:
                yield held, f"Strategy ‘{strategy.title}’ of policy {policy.code}: its cadence"
