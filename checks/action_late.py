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

from collections.abc import Iterator

from policybook.check import Hit, Hits, Manual, Policy, View

FAMILY = "clock"
SEVERITY = "notice"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for task in _tasks(policy):
            day = task.date("due")
            if day is not None and day.latest < manual.as_of and not task.has("done"):
                yield Hit(
                    task.at("due"),
                    f"‘{task.text('what')}’ of policy {policy.code} was due {day.words()}.",
                    "Write `done:` with the day, or another `due:`.",
                )


def _tasks(policy: Policy) -> Iterator[View]:
    for review in policy.reviews:
        yield from review.parts("next_steps")
    for asked in policy.recommendations:
        for response in asked.responses:
            yield from response.actions
