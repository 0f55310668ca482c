"""What the board adopted is what it read last.

A text presented at a reading is kept, with its digest; the adopted text is the same, unless an amendment is recorded.

How to mend: record the amendment under the last reading (`amended`), or adopt the text that was read.

Example:

    -- 0100-mission/revisions/2026-03-10.r2.yml --
    title: Mission
    text:
      - id: mission
        text: >-
          Every child in Heron Bend learns to read.
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for presented in policy.presented:
            revision = policy.by_id.get(presented.revision_id)
            if revision is None:
                continue
            reading = next((one for one in revision.readings if one.number == presented.number), None)
            said = f"The text kept for reading {presented.number} of revision {revision.id} of policy {policy.code}"
            if reading is None:
                yield Hit(presented.at(), f"{said} belongs to a reading that isn't on record.", "Record the reading.")
            elif reading.has("digest") and reading.text("digest") != presented.computed_digest:
                help = "Put the text back as it was read; what changed since belongs to the next reading."
                yield Hit(reading.at("digest"), f"{said} is not the one that its digest stands for.", help)
            elif (
                revision.done
                and revision.holds_text
                and reading is revision.readings[-1]
                and revision.computed_digest != presented.computed_digest
            ):
                yield Hit(
                    revision.at("text").key(),
                    f"Revision {revision.id} of policy {policy.code} was adopted with other words than were read last.",
                    "Record the amendment as a reading, or adopt the text that was read.",
                    ((presented.at(), "The text that was read."),),
                )
