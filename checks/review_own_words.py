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
from collections import defaultdict

from policybook.check import Hit, Hits, Manual, Policy, Review

FAMILY = "history"
SEVERITY = "warning"

_WORD = re.compile(r"\w+")
_FEWEST = 3


def check(manual: Manual) -> Hits:
    alike: dict[tuple[int, str, str], list[tuple[Policy, Review]]] = defaultdict(list)
    for policy in manual:
        for review in policy.reviews:
            words = review.text("summary").split()
            if len(words) < _FEWEST:
                said = f"The summary of the review ‘{review.id}’ of policy {policy.code}"
                yield Hit(review.at("summary"), f"{said} says nothing of what was found.", "Say what was found.")
            else:
                alike[len(words), words[1][:2].casefold(), words[-2][:2].casefold()].append((policy, review))
    for told in alike.values():
        if len(told) > 1:
            yield from _copied(told)


def _copied(told: list[tuple[Policy, Review]]) -> Hits:
    """Yield each review whose summary has the words of an earlier one, whatever stands between them."""
    first: dict[tuple[str, ...], tuple[Policy, Review]] = {}
    for policy, review in sorted(told, key=lambda pair: (pair[1].when.latest, pair[0].folder, pair[1].id)):
        words = tuple(_WORD.findall(review.text("summary").casefold()))
        source, before = first.setdefault(words, (policy, review))
        if before is not review:
            yield Hit(
                review.at("summary"),
                f"The summary of the review ‘{review.id}’ of policy {policy.code} has the same words as the review "
                f"‘{before.id}’ of policy {source.code}.",
                "Say what was found this time.",
            )
