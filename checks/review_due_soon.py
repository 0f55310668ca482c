"""Say when a review will soon fall due.

A reminder, not a fault: whoever owns the strategy has time to plan.

How to mend: hold the review and record it in `reviews/<date>-<what>.yml`.

Example:

    as-of: 2027-02-10
"""

from policybook.check import Hit, Hits, Manual, dates, reviews

FAMILY = "clock"
SEVERITY = "notice"


def check(manual: Manual, *, days: int = 60) -> Hits:
    for watched in reviews.all_of(manual):
        found = watched
        if found.on is not None and 0 <= (found.on - manual.as_of).days <= days:
            yield Hit(
                watched.place,
                f"{watched.subject}: its next review is due by {dates.in_words(found.on)}.",
                "Plan the review.",
            )
