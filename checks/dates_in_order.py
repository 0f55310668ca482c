"""Each act is not earlier than the one that it follows.

Real manuals hold second readings before the first and revisions before the adoption. Only what is surely wrong is
reported: where the day isn't known, the benefit of the doubt holds.

How to mend: correct the date, or `follows`.

Example:

    -- 3210-fair-discipline/revisions/2020-05-12.yml diff --
     action: adopt
    -date: {is: 2020-05-12, source: district-history, quote: first adopted in May 2020}
    -published: 2020-05-15
    +date: {is: 2026-05-12, source: district-history, quote: first adopted in May 2020}
    +published: 2026-05-15
    @@
     readings:
    -  - date: 2020-04-14
    -  - date: 2020-05-12
    +  - date: 2026-04-14
    +  - date: 2026-05-12
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
                    severity="warning" if act.recorded else None,
                )
