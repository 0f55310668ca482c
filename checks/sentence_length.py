"""Sentences of a proposal are short enough to be understood.

Advice while it can still be followed: an adopted text is not judged.

How to mend: make two sentences of one.

Example:

    -- 3210-fair-discipline/revisions/2026-shorter.yml --
    action: revise
    title: Fair Discipline
    based_on: $digest(2026-03-10)
    proposed_by: equity-council
    follows: 2026-03-10
    readings:
      - {date: 2026-11-10}
    text:
      - id: purpose
        text: >-
          Discipline teaches and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on.
"""

import re

from policybook.check import Hit, Hits, Manual, markup

FAMILY = "text"
SEVERITY = "notice"


_END = re.compile(r"(?<=[.!?;:])\s+")


def check(manual: Manual, *, words: int = 40) -> Hits:
    for policy in manual:
        for proposal in policy.proposals:
            for provision in proposal.all_provisions if not proposal.outcome else ():
                for sentence in _END.split(markup.plain(provision.prose)):
                    count = len(sentence.split())
                    if count > words:
                        start = " ".join(sentence.split()[:4])
                        yield Hit(
                            provision.prose_at().words(start),
                            f"The sentence “{start} …” has {count} words.",
                            "Make two sentences of it.",
                        )
