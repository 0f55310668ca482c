"""What was to be measured from a day on is measured.

How to mend: record a reading under `measured` in a review, or say until when nothing can be measured.

Example:

    as-of: 2027-11-01
    -- 3210-fair-discipline/strategies.yml --
    strategies:
      - id: data
        title: Publish the figures
        owner: superintendent
        cadence: every year in October
        indicators:
          - {id: gap, description: Gap between student groups, not_measured_until: 2027-10}
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "clock"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        if not policy.knows("reviews"):
            continue
        read = {reading.text("indicator") for review in policy.reviews for reading in review.parts("measured")}
        for strategy in policy.strategies:
            for indicator in strategy.indicators:
                until = indicator.not_measured_until
                if until is not None and until.latest < manual.as_of and indicator.id not in read:
                    yield Hit(
                        indicator.at("not_measured_until"),
                        f"The indicator ‘{indicator.id}’ of policy {policy.code} was to be measured from {until.words()}.",
                        "Record a reading in a review, or another day here.",
                    )
