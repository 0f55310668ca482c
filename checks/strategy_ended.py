"""A strategy ends only when the board's text no longer has its direction.

A strategic direction is a promise of the board. Whoever ends its strategy while the text still has it lets the promise
vanish without a vote.

How to mend: take `ended:` out. To end it, propose a revision of the text.

Example:

    -- 3210-fair-discipline/strategies.yml --
    strategies:
      - id: restorative
        title: A restorative meeting first
        owner: restorative-team
        cadence: every 6 months
        ended: 2026-10-01
      - id: data
        title: Publish the figures
        owner: superintendent
        cadence: every year in October
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "ownership"


def check(manual: Manual) -> Hits:
    for policy in manual:
        if not any(strategy.ended for strategy in policy.strategies) or not policy.knows("revisions"):
            continue
        directions = {
            direction.id: text
            for text in policy.texts_to_come(manual.as_of)
            if text.holds_text
            for direction in text.directions
        }
        carried_on = {strategy.provision for strategy in policy.strategies if strategy.ended is None}
        for strategy in policy.strategies:
            if strategy.provision in carried_on:
                continue  # another strategy took it over
            text = directions.get(strategy.provision)
            if strategy.ended is not None and text is not None:
                yield Hit(
                    strategy.at("ended"),
                    f"Strategy ‘{strategy.title}’ is ended, and the text of policy {policy.code} still has its direction.",
                    "Take `ended:` out; only a revision of the text can end it.",
                    ((text.at("text").key(), "The text that has it."),),
                )
