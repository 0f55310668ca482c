"""An answer that came after the day asked for stays marked as late.

How to mend: nothing; the answer is on record, and so is when it came.

Example:

    -- 3210-fair-discipline/recommendations/2026-10-02-train-substitutes.yml diff --
     about: [restorative]
    -respond_by: 2026-12-01
    +respond_by: 2026-11-01
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "clock"
SEVERITY = "notice"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for asked in policy.recommendations:
            if asked.respond_by is None:
                continue
            seen: set[str] = set()
            for response in asked.responses:
                given = response.date("date")
                if given is None or given.earliest > manual.as_of or response.by in seen:
                    continue
                seen.add(response.by)
                days = (given.earliest - asked.respond_by.latest).days
                if response.by in asked.to and days > 0:
                    yield Hit(
                        response.at("date"),
                        f"‘{manual.body_name(response.by)}’ answered the recommendation ‘{asked.id}’ on policy {policy.code} "
                        f"{days} {'day' if days == 1 else 'days'} late: asked for by {asked.respond_by.words()}, "
                        f"answered {given.words()}.",
                    )
