"""Each strategic direction has one strategy, not two.

Two entries for one promise mean two owners, and each believes that the other does it.

How to mend: keep one, and list the other's owner under `support`.

Example:

    -- 3210-fair-discipline/strategies.yml --
    strategies:
      - {id: data, title: Publish the figures, owner: superintendent, cadence: every year}
      - {id: figures, provision: data, title: Figures, owner: board, cadence: every year}
"""

from policybook.check import Hit, Hits, Manual, Place

FAMILY = "ownership"


def check(manual: Manual) -> Hits:
    for policy in manual:
        first: dict[str, Place] = {}
        for strategy in policy.strategies:
            place = strategy.at("provision" if strategy.has("provision") else "id")
            if strategy.provision in first:
                yield Hit(
                    place,
                    f"Two strategies of policy {policy.code} stand for the provision ‘{strategy.provision}’.",
                    "Keep one of them, and list the other's owner under `support`.",
                    ((first[strategy.provision], "The other one."),),
                )
            first.setdefault(strategy.provision, place)
