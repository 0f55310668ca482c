"""A number in the words before a list is the number of its items.

“The following five” before six items was right once. “One of these” counts nothing.

How to mend: in a proposal, correct the number; in an adopted text, add an editorial note.

Pass:

    -- 0100-mission/revisions/2026-03-10.yml changed --
    text:
      - id: mission
        text: >-
          We have two aims:
        items:
          - to read;
          - to reason.

Fail:

    -- 0100-mission/revisions/2026-03-10.yml changed --
    text:
      - id: mission
        text: >-
          We have three aims:
        items:
          - to read;
          - to reason.
"""

import re

from policybook.check import Hit, Hits, Manual, Policy

FAMILY = "text"
SEVERITY = "warning"


_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = re.compile(r"\b(" + "|".join(_WORDS) + r"|[1-9][0-9]?)(?! of )(?: [a-z]+){1,2}:$", re.IGNORECASE)


def check_policy(policy: Policy, manual: Manual) -> Hits:
    for revision in (*policy.texts_to_come(manual.as_of), *policy.proposals):
        announces = any(piece.endswith(":") and _NUMBER.search(piece[-80:]) for piece in revision.glance.prose)
        for provision in revision.all_provisions if announces else ():
            found = _NUMBER.search(provision.prose[-80:]) if provision.items and provision.prose else None
            if found is None:
                continue
            word = found[1].lower()
            claimed = _WORDS.index(word) + 1 if word in _WORDS else int(word)
            if claimed != len(provision.items):
                yield Hit(
                    provision.prose_at().words(found[1]),
                    f"The words before this list speak of {found[1]}, and it has {len(provision.items)} items.",
                    "Correct the number in a proposal, or add an editorial note.",
                )
