"""A team that owns a strategy says who leads it and how often it meets.

The public wants to know whom to ask.

How to mend: add `lead:` (a role, not a private person) and `meets:` to bodies.yml.

Pass:

    -- bodies.yml changed --
    bodies:
      - id: board
        name: School Board
        kind: board
        seats: 5
        meets: every 2 weeks
      - id: superintendent
        name: Superintendent
        kind: officer
        reports_to: board
      - id: restorative-team
        name: Restorative Practice Team
        kind: action-team
        reports_to: superintendent
        lead: Director of Student Services
        meets: every 2 weeks
        charge: Trains the adults who lead restorative meetings.
      - id: equity-council
        name: Equity Council
        kind: oversight-team
        reports_to: board
        lead: Chair of the council
        meets: every month
        established: 2016

Fail:

    -- bodies.yml changed --
    bodies:
      - id: board
        name: School Board
        kind: board
        seats: 5
        meets: every 2 weeks
      - id: superintendent
        name: Superintendent
        kind: officer
        reports_to: board
      - id: restorative-team
        name: Restorative Practice Team
        kind: action-team
        reports_to: superintendent
        charge: Trains the adults who lead restorative meetings.
      - id: equity-council
        name: Equity Council
        kind: oversight-team
        reports_to: board
        lead: Chair of the council
        meets: every month
        established: 2016
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
