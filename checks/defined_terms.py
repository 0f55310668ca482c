"""A term that is defined is used.

How to mend: in a proposal, leave the definition out; an adopted text is only noted.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
       - id: mission
    +    kind: definitions
    @@
         text: >-
    -      Every child in Heron Bend learns to read, to reason and to get along.
    +      In this policy:
    +    items:
    +      - id: mediation
    +        text: >-
    +          **Mediation** means a talk led by a third person.
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "text"
SEVERITY = "notice"

_MOST = 500
"""So many terms are looked for in the whole text; no text of a board defines more."""


def check(manual: Manual) -> Hits:
    for policy in manual:
        for revision in (*policy.texts_to_come(manual.as_of), *policy.proposals):
            if "definitions" not in revision.index.kinds:
                continue
            defined = [item for one in revision.provisions if one.kind == "definitions" for item in one.items]
            if not defined:
                continue
            whole = " ".join(one.prose.lower() for one in revision.all_provisions)
            for item in defined[:_MOST]:
                term = item.prose.partition("**")[2].partition("**")[0].lower()
                if term and whole.count(term) < 2:
                    yield Hit(
                        item.prose_at().words(f"**{item.prose.partition('**')[2].partition('**')[0]}**"),
                        f"The term ‘{term}’ is defined in policy {policy.code} and used nowhere else in it.",
                        "Leave the definition out of the next revision.",
                    )
