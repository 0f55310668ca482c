"""The board acts once the time for comment is over, and gave as much of it as its rules ask for.

Judged is the time for comment (`comment`, `from` and `until`) of what was adopted, by the rules of the day of the act
(`comment_days`). An emergency act waits for nobody; an editorial change, and an act that waived a reading, needn't have
been open for so long, yet a time once offered is waited for. Where none is on record this is a warning, because there may have
been one; it isn't asked of an editorial change, nor of an act that waived a reading.

How to mend: correct the days, or write the ones on which the public could comment.

Example:

    -- agency.yml --
    name: Heron Bend School District
    short_name: Heron Bend
    fiction: true
    language: en
    languages: [es]
    time_zone: America/Los_Angeles
    text_licence: CC-BY-4.0
    website: https://heronbend.example
    contact: clerk@heronbend.example
    series:
      - {starts: "0", title: Foundations, cadence: every 5 years}
      - {starts: "3", title: Students, cadence: every 3 years}
    rules:
      - {since: 2019-07-01, readings: 2, comment_days: 14}
    -- 0100-mission/revisions/2026-03-10.yml diff --
           Every child in Heron Bend learns to read, to reason and to get along.
    +comment: {from: 2026-02-11, until: 2026-02-18}
"""

from policybook.check import Hit, Hits, Manual, comment_period

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy, act, rules in manual.ruled_acts:
        least = rules.number("comment_days")
        if not least or act.action not in ("adopt", "revise") or act.emergency or act.acted is None:
            continue
        said = f"Revision {act.id} of policy {policy.code}"
        until = comment_period.open_on(act, act.acted.latest, rules)
        days = comment_period.days_short(act, act.text("change"), rules)
        asked = comment_period.unrecorded(act, act.text("change"), rules)
        if asked is not None:
            yield Hit(
                act.at("comment") if act.has("comment") else act.at(),
                f"{said} was adopted, and no time for comment is on record; "
                f"the board's rules ask for {asked} {'day' if asked == 1 else 'days'}.",
                f"If there was one: policybook update {policy.code}@{act.id} --comment-from DATE --comment-until DATE",
                ((rules.at("comment_days"), "The rule."),),
                severity="warning",
            )
        elif until is not None:
            yield Hit(
                act.at("comment", "until"),
                f"{said} was adopted before the time for comment ended, {until.words()}.",
                "Adopt it once that time is over. Correct the day only if it is wrong.",
            )
        elif days is not None:
            yield Hit(
                act.at("comment", "until"),
                f"{said} was open for comment for {days} {'day' if days == 1 else 'days'}; "
                f"the board's rules ask for {least}.",
                "Leave more time before the board acts. Correct the days only if they are wrong.",
                ((rules.at("comment_days"), "The rule."),),
            )
