"""One body answers for a strategy; the others that are named support it.

How to mend: take the owner out of `support`.

Pass:

    -- 3210-fair-discipline/strategies.yml changed --
    strategies:
      - id: restorative
        title: A restorative meeting first
        owner: restorative-team
        support: [superintendent]
        cadence: every 6 months
        activities: [Train a lead in each school]
        commitments:
          - quote: We will train every adult who supervises students.
            activity: Train a lead in each school
        indicators:
          - id: meetings-in-time
            description: Meetings held within five school days
            from: Discipline log, district totals
            baseline: {date: 2025-06, value: 61 %}
            target: {date: 2027-06, value: 90 %}
      - id: data
        title: Publish the figures
        owner: {is: superintendent, basis: inferred, note: The provision names the office.}
        cadence: every year in October
        indicators:
          - {id: gap, description: Gap between student groups, not_measured_until: 2027-10}

Fail:

    -- 3210-fair-discipline/strategies.yml changed --
    strategies:
      - id: restorative
        title: A restorative meeting first
        owner: restorative-team
        support: [superintendent, restorative-team]
        cadence: every 6 months
        activities: [Train a lead in each school]
        commitments:
          - quote: We will train every adult who supervises students.
            activity: Train a lead in each school
        indicators:
          - id: meetings-in-time
            description: Meetings held within five school days
            from: Discipline log, district totals
            baseline: {date: 2025-06, value: 61 %}
            target: {date: 2027-06, value: 90 %}
      - id: data
        title: Publish the figures
        owner: {is: superintendent, basis: inferred, note: The provision names the office.}
        cadence: every year in October
        indicators:
          - {id: gap, description: Gap between student groups, not_measured_until: 2027-10}
"""

from policybook.check import Hit, Hits, Manual, Policy

FAMILY = "ownership"
SEVERITY = "warning"


def check_policy(policy: Policy, manual: Manual) -> Hits:
    for strategy in policy.strategies:
        for at, helper in enumerate(strategy.support):
            if strategy.owners and helper == strategy.owners[-1].value:
                yield Hit(
                    strategy.at("support", at),
                    f"‘{manual.body_name(helper)}’ owns the strategy ‘{strategy.title}’ and can't support it as well.",
                    "Take it out of `support`.",
                )
