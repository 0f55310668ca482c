"""Each action team that goes on owns or supports a strategy.

A team with nothing to do was meant for something that the record doesn't say.

How to mend: name the team as owner or support of its strategy, or say with `ended:` when it was dissolved.

Example:

    -- bodies.yml --
    bodies:
      - {id: board, name: School Board, kind: board}
      - {id: bus-team, name: Bus Team, kind: action-team}
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "ownership"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    if not all(policy.knows("strategies.yml") for policy in manual):
        return
    busy = {owner.value for policy in manual for strategy in policy.strategies for owner in strategy.owners}
    busy.update(helper for policy in manual for strategy in policy.strategies for helper in strategy.support)
    for body in manual.body_list:
        if body.kind == "action-team" and body.id not in busy and body.ended is None:
            yield Hit(
                body.at("id"),
                f"The action team ‘{body.name}’ owns or supports no strategy.",
                "Name it in strategies.yml, or say with `ended:` when it was dissolved.",
            )
