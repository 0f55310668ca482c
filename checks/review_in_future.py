"""A review is recorded once it was held.

A review with a day to come says that somebody looked who hasn't.

How to mend: correct the day in the file's name or under `date`, or file the review once it was held.

Example:

    -- 3210-fair-discipline/reviews/2026-10-20-data.yml diff --
       The figures of the last school year are on the district's site.
    +date: 2062-10-20
"""

from policybook.check import Hit, Hits, Manual, compare

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy in manual:
        new = {review.path for _, review, _ in compare.new_reviews(manual)}  # of these `event-day` says it
        for review in policy.reviews:
            if review.path not in new and review.when.earliest > manual.as_of:
                yield Hit(
                    review.at("date") if review.has("date") else review.at(),
                    f"The review ‘{review.id}’ of policy {policy.code} is dated {review.when.words()}, which is still to come.",
                    "Correct the day, or record the review once it was held.",
                )
