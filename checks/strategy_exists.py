"""Every strategy and indicator that a review or a recommendation names is in strategies.yml.

A review of a strategy that doesn't exist counts for nobody.

How to mend: correct the id.

Example:

    -- 3210-fair-discipline/reviews/2026-09-15-restorative.yml diff --
    -of: restorative
    +of: restoration
     by: restorative-team
"""

from policybook.check import Hit, Hits, Manual, did_you_mean

FAMILY = "reference"


def check(manual: Manual) -> Hits:
    for policy in manual:
        if not policy.knows("strategies.yml"):
            continue
        known = policy.strategies_by_id
        for review in policy.reviews:
            if review.of == "policy":
                continue
            if review.of not in known:
                yield Hit(
                    review.at("of"),
                    f"The review {review.id} is of ‘{review.of}’, and policy {policy.code} has no such strategy.",
                    did_you_mean(review.of, known) or "Write a strategy's id, or `policy`.",
                )
                continue
            indicators = [indicator.id for indicator in known[review.of].indicators]
            for reading in review.parts("measured"):
                if reading.text("indicator") not in indicators:
                    yield Hit(
                        reading.at("indicator"),
                        f"The review {review.id} measures ‘{reading.text('indicator')}’, "
                        f"and the strategy ‘{known[review.of].title}’ has no such indicator.",
                        did_you_mean(reading.text("indicator"), indicators) or "Add the indicator to strategies.yml.",
                    )
        for recommendation in policy.recommendations:
            for at, id in enumerate(recommendation.about):
                if id not in known:
                    yield Hit(
                        recommendation.at("about", at),
                        f"The recommendation {recommendation.id} is about ‘{id}’, "
                        f"and policy {policy.code} has no such strategy.",
                        did_you_mean(id, known) or "Correct the id.",
                    )
