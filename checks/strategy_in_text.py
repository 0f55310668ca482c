"""Each strategy that goes on stands in the policy's text.

A strategy that no text asks for was added by somebody, and not by the board.

How to mend: correct the id, name the provision with `provision:`, or say when the strategy ended.

Example:

    -- 3210-fair-discipline/strategies.yml diff --
             target: {date: 2027-06, value: 90 %}
    +  - id: figures
    +    title: Figures nobody asked for
    +    owner: superintendent
    +    cadence: every year
"""

from policybook.check import Hit, Hits, Manual, did_you_mean

FAMILY = "ownership"


def check(manual: Manual) -> Hits:
    for policy in manual:
        if not policy.strategies or not policy.knows("revisions"):
            continue
        texts = list(policy.texts_of())
        known = [direction.id for revision in texts for direction in revision.directions]
        for strategy in policy.strategies:
            if texts and strategy.ended is None and strategy.provision not in known:
                yield Hit(
                    strategy.at("provision" if strategy.has("provision") else "id"),
                    f"Strategy ‘{strategy.title}’ stands for ‘{strategy.provision}’, "
                    f"which no text of policy {policy.code} has as a strategic direction.",
                    did_you_mean(strategy.provision, known) or "Correct the id, or say with `ended:` when it ended.",
                )
