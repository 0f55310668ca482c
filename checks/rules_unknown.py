"""The board's own rules are on record for the days on which it acted.

Acts are judged by the rules of their day. Where those aren't known nothing is judged, and this says so once.

How to mend: add the rules to agency.yml, with the day since when they hold.

Example:

    -- agency.yml diff --
     rules:
    -  - since: 2019-07-01
    +  - since: 2021-07-01
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "history"
SEVERITY = "notice"


def check(manual: Manual) -> Hits:
    if not manual.knows("agency.yml"):
        return
    unjudged = [
        act
        for policy in manual
        for act in policy.acts
        if act.acted is not None and manual.ruling.rules_on(act.acted.latest) is None
    ]
    if unjudged:
        acts = "1 act was" if len(unjudged) == 1 else f"{len(unjudged)} acts were"
        yield Hit(
            manual.agency.at("rules").key() if manual.agency.has("rules") else manual.agency.at(),
            f"The rules by which the board acts aren't on record for every day: {acts} not judged by any.",
            "Add `rules:` with `since:`, if they are known.",
            subject="agency.yml",
        )
