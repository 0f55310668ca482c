"""Every provision holds something: a heading, text, a table or items.

How to mend: write the text, or remove the provision.

Example:

    -- 0100-mission/revisions/2026-03-10.es.yml removed --
    -- 0100-mission/revisions/2026-03-10.yml diff --
     text:
    +  - id: nothing
    +    kind: note
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "text"
AS_ADOPTED = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for text in (*policy.texts_of(), *policy.translations, *policy.presented):
            for provision in text.all_provisions if "" in text.index.prose else ():
                if not (provision.heading or provision.prose or provision.items or provision.text("table")):
                    yield Hit(provision.at(), "This provision holds nothing.", "Write its text, or remove it.")
