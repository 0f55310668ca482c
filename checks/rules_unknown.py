"""The board's own rules are on record for the days on which it acted.

Acts are judged by the rules of their day. Where those aren't known nothing is judged, and this says so once.

How to mend: add the rules to agency.yml, with the day since when they hold.

Pass:

    -- agency.yml changed --
    rules:
      - since: 2019-07-01
        readings: 2
        days_between_readings: 14
        substantive_amendment: restart
        waive_vote: unanimous
        consent_counts: true
        notice_days: 7
        publish_days: 10
        equity: optional
        emergency: {allowed: true, vote: unanimous, days: 90}
        correct: {what: [typo, title, legal-reference, cross-reference], by: [superintendent], authority: "Policy 1310, section 4"}
        longest_cadence: every 5 years

Fail:

    -- agency.yml changed --
    rules:
      - since: 2021-07-01
        readings: 2
        days_between_readings: 14
        substantive_amendment: restart
        waive_vote: unanimous
        consent_counts: true
        notice_days: 7
        publish_days: 10
        equity: optional
        emergency: {allowed: true, vote: unanimous, days: 90}
        correct: {what: [typo, title, legal-reference, cross-reference], by: [superintendent], authority: "Policy 1310, section 4"}
        longest_cadence: every 5 years
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
