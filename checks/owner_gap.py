"""Every strategy has an owner on every day.

Where an owner begins in the future, or a successor begins long after the body before it ended, nobody is answerable for
the promise in between.

How to mend: add the body that is answerable in between, with `since:`.

Example:

    -- 3210-fair-discipline/strategies.yml --
    strategies:
      - id: restorative
        title: A restorative meeting first
        owner: [{is: restorative-team, since: 2040-01-01}]
        cadence: every 6 months
      - id: data
        title: Publish the figures
        owner: superintendent
        cadence: every year in October
"""

from datetime import timedelta
from itertools import pairwise

from policybook.check import Hit, Hits, Manual

FAMILY = "ownership"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for strategy in policy.strategies:
            owners = strategy.owners if strategy.ended is None else ()
            said = f"Strategy ‘{strategy.title}’ of policy {policy.code}"
            if owners and owners[0].since is not None and owners[0].since.earliest > manual.as_of:
                yield Hit(
                    owners[0].place(),
                    f"{said} has no owner until {owners[0].since.words()}.",
                    "Name the body that is answerable until then.",
                )
            for owner, successor in pairwise(owners):
                body = manual.bodies.get(owner.value or "")
                if body is None or body.ended is None or successor.since is None:
                    continue
                if successor.since.earliest > body.ended.latest + timedelta(days=1):
                    yield Hit(
                        successor.place(),
                        f"{said} has no owner between {body.ended.words()}, when ‘{body.name}’ ends, "
                        f"and {successor.since.words()}.",
                        "Name the body that is answerable in between.",
                        ((body.at("ended"), "Where its end is recorded."),),
                    )
