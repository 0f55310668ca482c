"""Each body that is asked answers a recommendation by the day asked for.

An oversight body that gets no answer oversees nothing.

How to mend: add the answer under `responses`.

Pass:

    -- 3210-fair-discipline/recommendations/2026-10-02-train-substitutes.yml --
    by: equity-council
    to: [board, superintendent]
    about: [restorative]
    respond_by: 2026-12-01
    text: >-
      Train substitute teachers too.
    responses:
      - by: board
        date: 2026-11-10
        answer: noted
        text: >-
          The Superintendent will answer.

Fail:

    as-of: 2026-12-02
    -- 3210-fair-discipline/recommendations/2026-10-02-train-substitutes.yml changed --
    responses:
      - {by: board, date: 2026-11-10, answer: noted}
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "clock"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for asked in policy.recommendations:
            if asked.respond_by is None or manual.as_of <= asked.respond_by.latest:
                continue
            answered = {response.by for response in asked.responses}
            for at, body in enumerate(asked.to):
                if body not in answered:
                    yield Hit(
                        asked.at("to", at),
                        f"‘{manual.body_name(body)}’ was asked to answer a recommendation on policy {policy.code} "
                        f"by {asked.respond_by.words()}, and no answer is on record.",
                        "Add the answer under `responses`.",
                    )
