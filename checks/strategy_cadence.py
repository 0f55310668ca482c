"""Each strategy says how often it is looked at.

Without a cadence no review is ever late, and none is ever held.

How to mend: add `cadence:`, such as `every 6 months`. Where no source states one, write what you suggest with
`basis: assumed` and a note; the site then says so, and nobody is called late.

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
        support: [superintendent]
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

from policybook.check import Hit, Hits, Manual, Policy, cadence

FAMILY = "cadence"


def check_policy(policy: Policy, manual: Manual) -> Hits:
    for strategy in policy.strategies:
        if not strategy.cadences:
            yield Hit(
                strategy.at(),
                f"Strategy ‘{strategy.title}’ of policy {policy.code} has no cadence.",
                f"Add `cadence:`: {cadence.WAYS}.",
            )
