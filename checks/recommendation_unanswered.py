"""Each body that is asked answers a recommendation by the day asked for.

An oversight body that gets no answer oversees nothing.

How to mend: add the answer under `responses`.

Example:

    as-of: 2026-12-02
    -- 3210-fair-discipline/recommendations/2026-10-02-train-substitutes.yml --
    by: equity-council
    to: [board, superintendent]
    about: [restorative]
    respond_by: 2026-12-01
    text: >-
      Train substitute teachers too.
    responses:
      - {by: board, date: 2026-11-10, answer: noted}
"""

from policybook.check import Hit, Hits, Manual, other

FAMILY = "clock"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for answer in other.answers(manual):
        if answer.day is not None and answer.is_late(manual.as_of):
            yield Hit(
                answer.place,
                f"‘{manual.body_name(answer.by)}’ was asked to answer a recommendation on policy {answer.policy.code} "
                f"by {answer.day.words()}, and no answer is on record.",
                "Add the answer under `responses`.",
            )
