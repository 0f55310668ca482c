"""A recommendation asks for an answer by a day, follows from what it names, and is closed only by the body that made it.

A body that was asked can't declare the matter closed; and a question without a day is never late.

How to mend: add `respond_by`; correct the evaluation's name; let the body that made the recommendation close it.

Example:

    -- 3210-fair-discipline/recommendations/2026-10-02-train-substitutes.yml changed --
    closed: {date: 2026-11-20, by: superintendent, why: Done.}
"""

from policybook.check import Hit, Hits, Manual, Policy, Recommendation, did_you_mean

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for asked in policy.recommendations:
            said = f"The recommendation ‘{asked.id}’ on policy {policy.code}"
            if asked.respond_by is None and not asked.responses:
                yield Hit(
                    asked.at(),
                    f"{said} asks for no answer by a day, so none is ever late.",
                    "Add `respond_by`.",
                    severity="notice",
                )
            yield from _closed(asked, manual, said)
            yield from _evaluation(asked, policy, manual, said)


def _closed(asked: Recommendation, manual: Manual, said: str) -> Hits:
    closed = asked.closed
    if closed is None:
        return
    if closed.text("by") != asked.by:
        yield Hit(
            closed.at("by"),
            f"{said} was made by ‘{manual.body_name(asked.by)}’, and ‘{manual.body_name(closed.text('by'))}’ closes it.",
            "Only the body that made it closes it.",
        )
    day = closed.date("date")
    if day is not None and day.earliest > manual.as_of:
        yield Hit(closed.at("date"), f"{said} is closed {day.words()}, which is still to come.")
    elif day is not None and day.latest < asked.when.earliest:
        yield Hit(closed.at("date"), f"{said} is closed {day.words()}, before it was made.", "Correct the day.")


def _evaluation(asked: Recommendation, policy: Policy, manual: Manual, said: str) -> Hits:
    named = asked.text("evaluation")
    if not named or not policy.knows("reviews"):
        return
    known = {review.id: review for review in policy.reviews if review.text("method") == "evaluation"}
    review = known.get(named)
    if review is None:
        help = did_you_mean(named, known) or "Write the file name of an evaluation in reviews/, without .yml."
        yield Hit(asked.at("evaluation"), f"{said} follows from the evaluation ‘{named}’, which isn't on record.", help)
    elif review.by != asked.by:
        yield Hit(
            asked.at("evaluation"),
            f"{said} is by ‘{manual.body_name(asked.by)}’, and the evaluation by ‘{manual.body_name(review.by)}’.",
            "Name an evaluation by the body that recommends.",
        )
