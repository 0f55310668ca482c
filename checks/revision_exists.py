"""Every revision that the record names exists.

What an act follows or corrects, and what a translation or a presented text belongs to, must be on record.

How to mend: correct the id: it is the revision's file name without `.yml`.

Example:

    -- 3210-fair-discipline/revisions/2026-03-10.yml diff --
     vote: {for: 4, against: 1}
    -follows: 2020-05-12
    +follows: 2020-05-21
"""

from policybook.check import Hit, Hits, Manual, did_you_mean

FAMILY = "reference"


def check(manual: Manual) -> Hits:
    for policy in manual:
        if not policy.knows("revisions"):
            continue
        for revision in policy.revisions:
            for key in ("follows", "corrects"):
                id = revision.text(key)
                if id and id not in policy.by_id:
                    verb = "follows" if key == "follows" else "corrects"
                    yield Hit(
                        revision.at(key),
                        f"Revision {revision.id} of policy {policy.code} {verb} ‘{id}’, which is not on record.",
                        did_you_mean(id, policy.by_id) or "Correct the id.",
                    )
        belonging = [(text.revision_id, text.at()) for text in policy.translations]
        belonging += [(text.revision_id, text.at()) for text in policy.presented]
        for id, place in belonging:
            if id not in policy.by_id:
                yield Hit(
                    place,
                    f"This file belongs to revision ‘{id}’ of policy {policy.code}, which is not on record.",
                    did_you_mean(id, policy.by_id) or "Rename the file after its revision.",
                )
