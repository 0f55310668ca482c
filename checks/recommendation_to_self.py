"""A body makes its recommendations to others.

A recommendation to oneself is answered by the one who made it. What a body means to do itself is a next step of a
review.

How to mend: name the body that is to answer under `to`.

Example:

    -- 3210-fair-discipline/recommendations/2026-10-02-train-substitutes.yml diff --
     by: equity-council
    -to: [board, superintendent]
    +to: [board, superintendent, equity-council]
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "ownership"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for asked in policy.recommendations:
            for at, body in enumerate(asked.to):
                if body == asked.by:
                    yield Hit(
                        asked.at("to", at),
                        f"‘{manual.body_name(body)}’ makes the recommendation ‘{asked.id}’ on policy {policy.code} to itself.",
                        "Name the body that is to answer.",
                    )
