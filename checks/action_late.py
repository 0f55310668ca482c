"""What was promised for a day is done by then, or said to be late.

How to mend: write `done:` with the day, or agree on another day and say so.

Pass:

    -- 3210-fair-discipline/recommendations/2026-10-02-train-substitutes.yml --
    by: equity-council
    to: [superintendent]
    text: >-
      Train substitute teachers too.
    responses:
      - by: superintendent
        date: 2026-11-10
        answer: accepted
        text: >-
          In the January training.
        actions:
          - {what: Add substitutes to the roster, by: restorative-team, due: 2027-01}

Fail:

    as-of: 2027-02-01
    -- 3210-fair-discipline/reviews/2026-09-15-restorative.yml changed --
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
