"""A strategy or policy with a cadence on record has a review on record, and monitoring and evaluations a report.

Without a first review or report nobody can say when the next one falls due, and the public can't see that anybody
looked. The site says "no review on record here", never "overdue".

How to mend: record the last review that was held, in `reviews/<date>-<what>.yml`; or hold one.

Example:

    -- 3210-fair-discipline/reviews/2026-10-20-data.yml removed --
"""

from policybook.check import Hit, Hits, Manual, other, reviews

FAMILY = "clock"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for watched in reviews.all_of(manual):
        if watched.why == "no review":
            yield Hit(
                watched.place,
                f"{watched.subject} has no review on record.",
                "Record the last review that was held, in reviews/.",
            )
    for line in other.unreported(manual):
        what = "evaluation" if line.kind == "evaluation" else f"{line.what} monitoring"
        yield Hit(
            line.place,
            f"The {what} of policy {line.policy.code} has no report on record.",
            "Record the last one that was made, in reviews/, with its `method`.",
        )
