"""Where the board's rules ask for an equity analysis, each substantive change has one.

How to mend: add `equity:` with the tool, who is affected, and what was changed because of it.

Example:

    -- agency.yml diff --
    -    equity: optional
    +    equity: required
    -- 0100-mission/revisions/2026-05-12.yml --
    action: revise
    date: 2026-05-12
    title: Mission
    change: substantive
    follows: 2026-03-10
    digest: $digest
    chain: $chain
    text:
      - id: mission
        text: >-
          Every child learns to read.
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy, act, rules in manual.ruled_acts:
        if rules.text("equity") != "required" or not act.makes_text or act.text("change") == "editorial":
            continue
        if act.action != "correct" and not act.has("equity"):
            yield Hit(
                act.at(),
                f"Revision {act.id} of policy {policy.code} has no equity analysis, and the board's rules ask for one.",
                "Add `equity:` with the tool, who is affected, and what was changed.",
            )
