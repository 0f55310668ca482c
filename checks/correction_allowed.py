"""A correction without a vote stays within what the board's rules allow.

Corrections mend slips; what a text asks is changed by the board.

How to mend: name the kind of correction and who made it as the rules do; or revise the policy.

Example:

    -- 0100-mission/revisions/2026-05-01.yml --
    action: correct
    date: 2026-05-01
    title: Mission
    corrects: 2026-03-10
    what: the aims
    by: superintendent
    follows: 2026-03-10
    digest: $digest
    chain: $chain
    text:
      - id: mission
        text: >-
          Every child learns to read.
"""

from policybook.check import Hit, Hits, Manual, listed

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy, act, rules in manual.ruled_acts:
        if act.action != "correct":
            continue
        rule = rules.part("correct")
        said = f"The correction {act.id} of policy {policy.code}"
        if act.text("what") not in rule.get("what", ()):
            allowed = listed([str(kind) for kind in rule.get("what", ())]) or "nothing"
            yield Hit(
                act.at("what"),
                f"{said} is of ‘{act.text('what')}’; the board's rules allow {allowed}.",
                "Revise instead.",
            )
        if rule.get("by") and act.text("by") not in rule["by"]:
            yield Hit(
                act.at("by") if act.has("by") else act.at(),
                f"{said} isn't by one who may correct: {listed([str(body) for body in rule['by']])}.",
                "Add `by:` with who made it.",
            )
