"""A text in force doesn't refer to a policy that was rescinded.

How to mend: revise the text, or say in a note what took its place.

Example:

    -- 0100-mission/revisions/2026-10-13.yml --
    action: rescind
    date: 2026-10-13
    vote: unanimous
    readings:
      - date: 2026-09-08
      - date: 2026-10-13
    follows: 2026-03-10
    chain: $chain
    replaced_by: 3210
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "reference"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    gone = {
        policy.folder: policy
        for policy in manual
        if policy.acts and policy.knows("revisions") and policy.acts[-1].action == "rescind"
    }
    for policy in manual if gone else ():
        if policy.folder in gone:
            continue
        for revision in policy.texts_to_come(manual.as_of):
            for reference in (*revision.references, *policy.references):
                other = manual.find(reference.code) if reference.code else None
                if other is not None and other.folder in gone:
                    yield Hit(
                        reference.code_at(),
                        f"Policy {policy.code} refers to policy {other.code}, which was rescinded.",
                        "Revise the text, or add a note that says what took its place.",
                        ((other.acts[-1].at("action"), "Where it was rescinded."),),
                    )
