"""Each definition begins with its term, in `**…**`.

How to mend: write `**Term** means …`.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
       - id: mission
    -    text: >-
    -      Every child in Heron Bend learns to read, to reason and to get along.
    +    kind: definitions
    +    items:
    +      - id: child
    +        text: >-
    +          Child means anybody who is enrolled.
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "text"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for revision in policy.texts_of():
            if "definitions" not in revision.index.kinds:
                continue
            for provision in revision.all_provisions:
                for item in provision.items if provision.kind == "definitions" else ():
                    if not item.prose.startswith("**") or "**" not in item.prose[2:]:
                        yield Hit(
                            item.prose_at(),
                            f"A definition in revision {revision.id} of policy {policy.code} doesn't begin with its term.",
                            "Write `**Term** means …`.",
                        )
