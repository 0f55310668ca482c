"""A list of strategic directions has items, and each has an id.

Owners, reviews and links find a direction by its id.

How to mend: give each item an `id`, the first words of its text.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
       - id: mission
    +    kind: strategies
    @@
         text: >-
    -      Every child in Heron Bend learns to read, to reason and to get along.
    +      We will:
    +    items:
    +      - teach every child to read.
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "text"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for revision in policy.texts_of():
            if "strategies" not in revision.index.kinds:
                continue
            for provision in revision.all_provisions:
                if provision.kind != "strategies":
                    continue
                if not provision.items:
                    yield Hit(provision.at("kind"), "This list of strategic directions has no items.", "Add `items:`.")
                for item in provision.items:
                    if not item.id:
                        yield Hit(
                            item.at(), "This strategic direction has no id.", "Add `id:`, a few words of its text."
                        )
