"""A review on record stays as it was filed.

A review says what a body found on a day. Whoever changes it afterwards changes what was found; whoever removes it makes
a promise look as if nobody had looked. Evidence and notes may be added.

How to mend: put the file back as it was. What was found later is a review of its own.

Example:

    -- 3210-fair-discipline/reviews/2026-09-15-restorative.yml diff --
     digest: $digest(2026-03-10)
    -outcome: needs-attention
    +outcome: on-track
"""

from policybook.check import Hit, Hits, Manual, compare, immutable

FAMILY = "change"


def check(manual: Manual) -> Hits:
    for was, now in compare.kept(manual):
        if not now.knows("reviews"):
            continue
        there = {review.id: review for review in now.reviews}
        moved = compare.moved(was, now)
        for old in was.reviews:
            review = there.get(old.id)
            said = f"The review ‘{old.id}’ of policy {now.code}"
            if old.id in moved:
                continue  # another check says so
            if review is None:
                place = now.file(f"reviews/{old.id}.yml")
                yield Hit(place, f"{said} was removed.", "Put the file back.", subject=place.path)
                continue
            for key, what in immutable.review_altered(old, review):
                place = review.at(key).key() if review.has(key) else review.at()
                yield Hit(
                    place, f"{said} is on record, and `{key}` was {what}.", "Put it back; file a review of its own."
                )
