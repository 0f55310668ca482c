"""What we assumed waits to be confirmed.

Each assumption is listed, so that somebody who knows can say whether it is right.

How to mend: ask; then write the value with its source, or as the agency's own word.

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
        cadence: {is: every year, basis: assumed, note: No source states one.}
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

from policybook.check import Hit, Hits, Manual

FAMILY = "provenance"
SEVERITY = "notice"


def check(manual: Manual) -> Hits:
    for fact in manual.facts:
        if fact.basis == "assumed":
            value = f"‘{manual.body_name(fact.value)}’" if fact.value else "This"
            yield Hit(fact.place(), f"{value} is our assumption, to be confirmed.", "Ask the agency.")
