"""A team that owns a strategy says who leads it and how often it meets.

The public wants to know whom to ask.

How to mend: add `lead:` (a role, not a private person) and `meets:` to bodies.yml.

Example:

    -- bodies.yml diff --
         reports_to: superintendent
    -    lead: Director of Student Services
    -    meets: every 2 weeks
"""

from policybook.check import Hit, Hits, Manual, listed

FAMILY = "ownership"
SEVERITY = "notice"


def check(manual: Manual) -> Hits:
    owners = {owner.value for policy in manual for strategy in policy.strategies for owner in strategy.owners}
    for body in manual.body_list:
        if body.kind not in ("action-team", "oversight-team", "committee") or body.id not in owners:
            continue
        missing = [
            word for key, word in (("lead", "who leads it"), ("meets", "how often it meets")) if not body.has(key)
        ]
        if missing and body.ended is None:
            yield Hit(
                body.at("id"),
                f"‘{body.name}’ owns a strategy, and bodies.yml doesn't say {listed(missing)}.",
                "Add `lead:` and `meets:`, where they are known.",
            )
