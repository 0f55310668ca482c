"""Each strategic direction in an adopted text has an entry in strategies.yml.

A promise in the text that nobody has taken up is a promise that nobody keeps.

How to mend: add a strategy with the provision's id, a title, an owner and a cadence.

Example:

    -- 3210-fair-discipline/strategies.yml diff --
             target: {date: 2027-06, value: 90 %}
    -  - id: data
    -    title: Publish the figures
    -    owner: {is: superintendent, basis: inferred, note: The provision names the office.}
    -    cadence: every year in October
    -    indicators:
    -      - {id: gap, description: Gap between student groups, not_measured_until: 2027-10}
    -- 3210-fair-discipline/reviews/2026-10-20-data.yml removed --
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "ownership"


def check(manual: Manual) -> Hits:
    for policy in manual:
        if not policy.knows("strategies.yml"):
            continue
        taken = {strategy.provision for strategy in policy.strategies}
        said: set[str] = set()
        for revision in reversed(policy.texts_to_come(manual.as_of)):
            for direction in revision.directions:
                if direction.id and direction.id not in taken and direction.id not in said:
                    said.add(direction.id)
                    yield Hit(
                        direction.at(),
                        f"The strategic direction ‘{direction.id}’ of policy {policy.code} has no strategy in strategies.yml.",
                        f"Say who carries it out, and how often it is reviewed: policybook strategy {policy.code}/{direction.id}",
                    )
