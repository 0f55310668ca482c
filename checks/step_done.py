"""A step is called done on a day that has come, after it was promised.

How to mend: write the day on which it was done.

Example:

    -- 3210-fair-discipline/reviews/2026-09-15-restorative.yml diff --
     next_steps:
    -  - {what: Train three leads, by: restorative-team, due: 2026-12}
    +  - {what: Train three leads, by: restorative-team, due: 2026-12, done: 2027-01-10}
"""

from policybook.check import Hit, Hits, Manual, steps

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for step in steps.of_manual(manual):
        done, what = step.part.date("done"), step.part.text("what")
        if done is not None and done.earliest > manual.as_of:
            yield Hit(step.part.at("done"), f"‘{what}’ is called done {done.words()}, which is still to come.")
        elif done is not None and done.latest < step.since.earliest:
            yield Hit(step.part.at("done"), f"‘{what}’ is called done {done.words()}, before it was promised.")
