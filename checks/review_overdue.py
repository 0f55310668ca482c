"""No review is overdue.

Counted from the last review on record and the cadence as adopted; never from an assumed cadence, and never without
a review on record.

How to mend: hold the review and record it in `reviews/<date>-<what>.yml`.

Example:

    as-of: 2027-04-10
"""

from policybook.check import Hit, Hits, Manual, dates, reviews

FAMILY = "clock"
SEVERITY = "warning"


def check(manual: Manual, *, grace: int = 90) -> Hits:
    for watched in reviews.all_of(manual):
        found = watched
        if found.on is not None and 0 < (manual.as_of - found.on).days <= grace:
            yield Hit(
                watched.place,
                f"{watched.subject}: its review was due by {dates.in_words(found.on)}.",
                "Hold the review and record it in reviews/.",
            )
