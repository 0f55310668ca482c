"""No strategy that goes on belongs to a body that has ended, or will.

Nobody answers for a promise once its owner is gone. The rule doesn't wait for the day: it speaks as soon as the
end is on record, so that a successor is named in time.

How to mend: add the next owner with `since`, or say when the strategy ends.

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
        ended: 2027-06-30
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
"""

from policybook.check import Hit, Hits, Manual, Policy

FAMILY = "ownership"


def check_policy(policy: Policy, manual: Manual) -> Hits:
    for strategy in policy.strategies:
        if strategy.ended is not None or not strategy.owners:
            continue
        owner = strategy.owners[-1]
        body = manual.bodies.get(owner.value or "")
        if body is not None and body.ended is not None:
            yield Hit(
                owner.place(),
                f"Strategy ‘{strategy.title}’ of policy {policy.code} belongs to ‘{body.name}’, "
                f"which ends {body.ended.words()}.",
                "Add the next owner with `since:`, or say with `ended:` when the strategy ends.",
                ((body.at("ended"), "Where its end is recorded."),),
            )
