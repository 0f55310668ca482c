"""A fact that is said to be stated names its source; one that is inferred or assumed says why.

How to mend: add `source:`, or a `note:`.

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
        owner: {is: superintendent, basis: inferred}
        cadence: every year in October
        indicators:
          - {id: gap, description: Gap between student groups, not_measured_until: 2027-10}
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "provenance"


def check(manual: Manual) -> Hits:
    for fact in manual.facts:
        if fact.basis == "stated" and not fact.source:
            yield Hit(fact.at("basis"), "This is said to be stated, and names no source.", "Add `source:`.")
        elif fact.basis in ("inferred", "assumed") and not fact.note:
            yield Hit(
                fact.at("basis"), f"This is {fact.basis}, and doesn't say why.", "Add `note:`.", severity="warning"
            )
