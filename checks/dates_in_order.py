"""Each act is not earlier than the one that it follows.

Real manuals hold second readings before the first and revisions before the adoption. Only what is surely wrong is
reported: where the day isn't known, the benefit of the doubt holds.

How to mend: correct the date, or `follows`.
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for act in policy.acts:
            before = policy.by_id.get(act.follows)
            if before is None or act.acted is None or before.acted is None:
                continue
            if act.acted.latest < before.acted.earliest:
                yield Hit(
                    act.at("date"),
                    f"Revision {act.id} of policy {policy.code} is of {act.acted.words()}, "
                    f"before the one that it follows, of {before.acted.words()}.",
                    "Correct the date, or `follows`.",
                    ((before.at("date"), "The act before."),),
                )
