"""No review is overdue beyond the grace that is allowed.

How to mend: hold the review and record it; or change the cadence by the body that may, if it can't be kept.

Example:

    as-of: 2028-02-10
"""

from policybook.check import Hit, Hits, Manual, dates, reviews

FAMILY = "clock"
SEVERITY = "warning"


def check(manual: Manual, *, grace: int = 90) -> Hits:
    for watched in reviews.all_of(manual):
        found = watched
        if found.on is not None and (manual.as_of - found.on).days > grace:
            late = (manual.as_of - found.on).days
            yield Hit(
                watched.place,
                f"{watched.subject}: its review was due by {dates.in_words(found.on)}, {late} days ago.",
                "Hold the review and record it in reviews/.",
            )
