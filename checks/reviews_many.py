"""One change files as many reviews as one sitting can hold.

Ten reviews filed at once by one body for one day are looked at once more: a review is a look at a text, not a tick.
Reviews taken over from another record (`recorded`) aren't counted.

How to mend: if they were all held, say so in the pull request; else file the ones that were.

Example:

    -- 3210-fair-discipline/reviews/2026-11-17-a.yml --
    {of: restorative, by: board, digest: $digest(2026-03-10), outcome: on-track, summary: Looked at A.}
    -- 3210-fair-discipline/reviews/2026-11-17-b.yml --
    {of: restorative, by: board, digest: $digest(2026-03-10), outcome: on-track, summary: Looked at B.}
    -- 3210-fair-discipline/reviews/2026-11-17-c.yml --
    {of: restorative, by: board, digest: $digest(2026-03-10), outcome: on-track, summary: Looked at C.}
    -- 3210-fair-discipline/reviews/2026-11-17-d.yml --
    {of: restorative, by: board, digest: $digest(2026-03-10), outcome: on-track, summary: Looked at D.}
    -- 3210-fair-discipline/reviews/2026-11-17-e.yml --
    {of: restorative, by: board, digest: $digest(2026-03-10), outcome: on-track, summary: Looked at E.}
    -- 3210-fair-discipline/reviews/2026-11-17-f.yml --
    {of: restorative, by: board, digest: $digest(2026-03-10), outcome: on-track, summary: Looked at F.}
"""

from collections import defaultdict

from policybook.check import Hit, Hits, Manual, Review, compare

FAMILY = "change"
SEVERITY = "warning"

_MOST = 5


def check(manual: Manual) -> Hits:
    sittings: dict[tuple[str, str], list[Review]] = defaultdict(list)
    for _, review, _ in compare.new_reviews(manual):
        if not review.has("recorded"):
            sittings[review.by, review.when.text].append(review)
    for (by, _), reviews in sittings.items():
        if len(reviews) > _MOST:
            first = reviews[0]
            yield Hit(
                first.at(),
                f"{len(reviews)} reviews by {manual.body_name(by)} for {first.when.words()} are filed at once.",
                "Look whether each of them was held.",
                tuple((review.at(), "Another.") for review in reviews[1:6]),
            )
