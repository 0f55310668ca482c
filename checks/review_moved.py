"""A review is an event, never a date that is moved.

Moving the day of a review, or filing the words of an earlier one again, makes the next one fall due later although
nobody looked.

How to mend: leave the review as it was. When the body looks again, file what it found then as a review of its own.

Example:

    -- 3210-fair-discipline/reviews/2026-10-20-data.yml removed --
    -- 3210-fair-discipline/reviews/2026-11-17-data.yml --
    of: data
    by: superintendent
    digest: $digest(2026-03-10)
    outcome: on-track
    summary: >-
      The figures of the last school year are on the district's site.
"""

from policybook.check import Hit, Hits, Manual, Policy, Review, compare

FAMILY = "change"


def check(manual: Manual) -> Hits:
    for was, now in compare.kept(manual):
        for old_id, review in compare.moved(was, now).items():
            old = next(one for one in was.reviews if one.id == old_id)
            if old.id == review.id and review.when.narrows(old.when):
                continue
            yield Hit(
                review.at("date") if review.has("date") else review.at(),
                f"The review ‘{old_id}’ of policy {now.code} was moved from {old.when.words()} to "
                f"{review.when.words()}, and nothing else changed.",
                "Put it back; when the body looks again, file what it found then.",
            )
    for policy, review, before in compare.new_reviews(manual):
        if before is not None and review not in compare.moved(before, policy).values():
            yield from _again(policy, review, before)


def _again(policy: Policy, review: Review, before: Policy) -> Hits:
    """Find a review that says what an earlier one of the same strategy said."""
    for old in before.reviews:
        if old.of == review.of and _words(old) == _words(review):
            yield Hit(
                review.at("summary"),
                f"This review says word for word what the review ‘{old.id}’ of policy {policy.code} said.",
                "Write what was found this time.",
                severity="warning",
            )
            return


def _words(review: Review) -> list[str]:
    return review.text("summary").lower().split()
