"""A recommendation is answered by a body that it was made to, and not before it was made.

How to mend: correct the day, or name the body that was asked.

Example:

    -- 3210-fair-discipline/recommendations/2026-10-02-train-substitutes.yml --
    by: equity-council
    to: [board, superintendent]
    about: [restorative]
    respond_by: 2026-12-01
    text: >-
      Train substitute teachers too.
    responses:
      - {by: restorative-team, date: 2026-10-09, answer: accepted, text: In the January training.}
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "history"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for asked in policy.recommendations:
            for response in asked.responses:
                given = response.date("date")
                if given is not None and given.latest < asked.when.earliest:
                    yield Hit(
                        response.at("date"),
                        f"The recommendation ‘{asked.id}’ on policy {policy.code} was made {asked.when.words()}, "
                        f"and this answer is of {given.words()}.",
                        "Correct the day.",
                    )
                if response.by not in asked.to:
                    yield Hit(
                        response.at("by"),
                        f"‘{manual.body_name(response.by)}’ answers the recommendation ‘{asked.id}’ on policy {policy.code}, "
                        "which wasn't made to it.",
                        "Record the answer of a body that is named under `to`.",
                    )
