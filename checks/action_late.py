"""What was promised for a day is done by then, or said to be late.

How to mend: write `done:` with the day, or agree on another day and say so.

Example:

    as-of: 2027-02-01
    -- 3210-fair-discipline/reviews/2026-09-15-restorative.yml --
    of: restorative
    by: restorative-team
    digest: $digest(2026-03-10)
    outcome: needs-attention
    summary: >-
      Eleven of fourteen schools hold meetings in time; three have no trained lead.
    evidence:
      - {title: Discipline log}
    measured:
      - {indicator: meetings-in-time, value: 78 %}
    next_steps:
      - {what: Train three leads, by: restorative-team, due: 2026-12}
"""

from policybook.check import Hit, Hits, Manual, other

FAMILY = "clock"
SEVERITY = "notice"


def check(manual: Manual) -> Hits:
    for step in other.next_steps(manual):
        if step.day is not None and step.is_late(manual.as_of):
            yield Hit(
                step.place,
                f"‘{step.what}’ of policy {step.policy.code} was due {step.day.words()}.",
                "Add `done:` with the day, or the new day under `moved:` with the reason.",
            )
