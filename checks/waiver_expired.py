"""A waiver is not kept after its end.

Its finding is back; either it is mended, or the body accepts it again and says why.

How to mend: remove the waiver, or record the new decision with a new end.

Example:

    -- waivers.yml --
    waivers:
      - check: review-missing
        subject: 3210/data
        by: board
        until: 2026-10
        reason: The state publishes the figures late this year.
    -- 3210-fair-discipline/reviews/2026-10-20-data.yml removed --
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "clock"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for waiver in manual.waivers:
        if waiver.until.latest < manual.as_of:
            yield Hit(
                waiver.at("until"),
                f"The waiver of ‘{waiver.check}’ for {waiver.subject} ended {waiver.until.words()}.",
                "Remove it, or record a new decision.",
                subject=waiver.path,
            )
