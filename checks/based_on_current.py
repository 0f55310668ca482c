"""A proposal changes the text that is in force.

A proposal written against an older text would undo what was adopted since, unseen.

How to mend: merge the proposal onto the text last adopted (`policybook propose CODE@ID --rebase`).

Example:

    -- 3210-fair-discipline/revisions/2026-shorter.yml --
    action: revise
    title: Fair Discipline
    based_on: $digest(2020-05-12)
    proposed_by: equity-council
    follows: 2026-03-10
    readings:
      - {date: 2026-11-10}
    text:
      - id: purpose
        text: >-
          Discipline teaches.
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "history"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for proposal in policy.proposals:
            if proposal.outcome or not proposal.has("based_on") or not policy.knows("revisions"):
                continue
            latest = [act for act in policy.acts if act.makes_text]
            if latest and latest[-1].digest and proposal.text("based_on") != latest[-1].digest:
                yield Hit(
                    proposal.at("based_on"),
                    f"The proposal {proposal.id} on policy {policy.code} is based on another text than the one last adopted.",
                    f"Merge it onto {latest[-1].id}: policybook propose {policy.code}@{proposal.id} --rebase",
                    ((latest[-1].at("digest"), "The text last adopted."),),
                )
