"""An act of the board has its vote on record, and the vote carried.

How to mend: add `vote:` to the revision, its package or its meeting: `unanimous`, `consent`, or `{for: 4, against: 1}`.

Example:

    -- 3210-fair-discipline/revisions/2026-03-10.yml diff --
         amended: editorial
    -vote: {for: 4, against: 1}
    +vote: {for: 2, against: 3}
"""

from policybook.check import Hit, Hits, Manual, carried

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy, act, rules in manual.ruled_acts:
        if act.action == "correct" or not manual.knows_meeting(act):
            continue
        vote = manual.of_meeting(act, "vote")
        place = act.at("vote") if act.has("vote") else act.at()
        said = f"Revision {act.id} of policy {policy.code}"
        if vote is None:
            yield Hit(
                place,
                f"{said} has no vote on record.",
                "Look it up in the minutes and add it: `vote: unanimous` or `vote: {for: 4, against: 1}`.",
            )
        elif vote == "consent" and rules.get("consent_counts") is False:
            yield Hit(
                place,
                f"{said} was adopted on the consent agenda, which the board's rules don't count.",
                "Record the vote.",
            )
        elif not carried(vote, "majority"):
            yield Hit(
                place,
                f"{said} had no majority.",
                "Record the proposal as not adopted; or, if the minutes say another vote, correct it.",
            )
