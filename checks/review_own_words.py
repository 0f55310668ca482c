"""A review says in its own words what was found.

A summary of a word or two, or one taken over from another review, shows that nobody looked.

How to mend: nothing is mended after the fact; hold the review, and file what was found.

Example:

    -- 3210-fair-discipline/reviews/2026-10-20-data.yml diff --
     summary: >-
    -  The figures of the last school year are on the district's site.
    +  Fine.
"""

import re

from policybook.check import Hit, Hits, Manual, Policy, Review

FAMILY = "history"
SEVERITY = "warning"

_WORD = re.compile(r"\w+")
_FEWEST = 3


def check(manual: Manual) -> Hits:
    first: dict[tuple[str, ...], tuple[Policy, Review]] = {}
    told = [(policy, review) for policy in manual for review in policy.reviews]
    for policy, review in sorted(told, key=lambda pair: (pair[1].when.latest, pair[0].folder, pair[1].id)):
        words = tuple(word.casefold() for word in _WORD.findall(review.text("summary")))
        said = f"The summary of the review ‘{review.id}’ of policy {policy.code}"
        if len(words) < _FEWEST:
            yield Hit(review.at("summary"), f"{said} says nothing of what was found.", "Say what was found.")
            continue
        before = first.setdefault(words, (policy, review))
        if before[1] is not review:
            yield Hit(
                review.at("summary"),
                f"{said} has the same words as the review ‘{before[1].id}’ of policy {before[0].code}.",
                "Say what was found this time.",
            )
