"""An answer to a recommendation says something: what will be done, by whom and by when, or why not.

“Accepted” without anybody who acts, and “declined” or “noted” without a word, are no answers.

How to mend: add `actions` with `by` and `due`, or the reasons under `text`.

Example:

    -- 3210-fair-discipline/recommendations/2026-10-02-train-substitutes.yml changed --
    responses:
      - {by: superintendent, date: 2026-11-10, answer: accepted, text: Good idea.}
      - {by: board, date: 2026-11-10, answer: declined}
"""

from policybook.check import Hit, Hits, Manual, Recommendation, Response

FAMILY = "history"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for asked in policy.recommendations:
            for response in asked.responses:
                said = (
                    f"‘{manual.body_name(response.by)}’ answers the recommendation ‘{asked.id}’ on policy {policy.code}"
                )
                if response.answer in ("accepted", "accepted-in-part"):
                    yield from _accepted(response, asked, said)
                if response.answer != "accepted" and not response.has("text"):
                    yield Hit(
                        response.at("answer"),
                        f"{said} ‘{response.answer}’, and gives no reason.",
                        "Write the reason under `text`.",
                    )


def _accepted(response: Response, asked: Recommendation, said: str) -> Hits:
    if not response.actions:
        yield Hit(
            response.at("answer"),
            f"{said} ‘{response.answer}’, and says nothing that will be done.",
            "Add `actions`: what will be done, by whom and by when.",
        )
    for action in response.actions:
        missing = [word for key, word in (("by", "who does it"), ("due", "by when")) if not action.has(key)]
        if missing and not action.has("done"):
            yield Hit(
                action.at(),
                f"‘{action.text('what')}’, promised in answer to ‘{asked.id}’, doesn't say {' and '.join(missing)}.",
                "Add `by` and `due`.",
            )
