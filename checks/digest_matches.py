"""The digest of an adopted text is on record, and is that of the text.

The digest is printed in the packet and the minutes: it proves that the text published is the text that was voted on.

How to mend: put the text back as it was adopted. A slip is corrected with `policybook correct`, a new text is proposed. An
act that never had a digest gets the one that the message gives.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
     vote: unanimous
    -digest: $digest
    +digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
    @@
         text: >-
    -      Every child in Heron Bend learns to read, to reason and to get along.
    +      Every child learns.
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for act in policy.acts:
            if not act.holds_text or act.digest == act.computed_digest:
                continue
            if act.digest:
                message = (
                    f"The text of revision {act.id} of policy {policy.code} is not the one that its digest stands for."
                )
                help = (
                    f"Put the text back as it was adopted. A slip is corrected with `policybook correct {policy.code}`; a new text "
                    "is proposed."
                )
                yield Hit(act.at("digest"), message, help)
            else:
                yield Hit(
                    act.at(),
                    f"Revision {act.id} of policy {policy.code} has no digest.",
                    f"If the text is right, write `digest: {act.computed_digest}`.",
                )
