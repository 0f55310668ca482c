"""A step is called done on a day that has come, after it was promised.

How to mend: write the day on which it was done.

Pass:

    -- 3210-fair-discipline/reviews/2026-09-15-restorative.yml changed --
    next_steps:
      - {what: Train three leads, by: restorative-team, due: 2026-12, done: 2026-11-20}

Fail:

    -- 3210-fair-discipline/reviews/2026-09-15-restorative.yml changed --
    next_steps:
      - {what: Train three leads, by: restorative-team, due: 2026-12, done: 2027-01-10}
"""

from policybook.check import Hit, Hits, Manual, Policy

FAMILY = "history"


def check_policy(policy: Policy, manual: Manual) -> Hits:
    promised = [(step, review.when) for review in policy.reviews for step in review.parts("next_steps")]
    for asked in policy.recommendations:
        for response in asked.responses:
            promised += [(step, response.date("date") or asked.when) for step in response.actions]
    for step, since in promised:
        done = step.date("done")
        if done is not None and done.earliest > manual.as_of:
            yield Hit(step.at("done"), f"‘{step.text('what')}’ is called done {done.words()}, which is still to come.")
        elif done is not None and done.latest < since.earliest:
            yield Hit(step.at("done"), f"‘{step.text('what')}’ is called done {done.words()}, before it was promised.")
