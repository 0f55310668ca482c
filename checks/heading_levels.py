"""A heading is at most one level below the one before.

Readers who listen to a page find their way by its levels.

How to mend: in a proposal, correct `level`.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
       - id: mission
    -    text: >-
    -      Every child in Heron Bend learns to read, to reason and to get along.
    +    heading: Mission
    +  - id: aims
    +    heading: Aims
    +    level: 3
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "text"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for revision in (*policy.texts_to_come(manual.as_of), *policy.proposals):
            last = 0
            for provision in revision.provisions:
                if not provision.heading:
                    continue
                if provision.level > last + 1:
                    yield Hit(
                        provision.at("level"),
                        f"The heading ‘{provision.heading}’ is of level {provision.level}, and none of level {last + 1} is above it.",
                        f"Write `level: {last + 1}`.",
                    )
                last = provision.level
