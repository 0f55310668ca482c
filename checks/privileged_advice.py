"""The record says that counsel looked, never what counsel said.

Counsel's advice to the board is privileged; once published it is privileged no more.

How to mend: write only that it was reviewed, and take the advice out of the history too.

Example:

    -- 3210-fair-discipline/revisions/2026-shorter.yml --
    action: revise
    title: Fair Discipline
    based_on: $digest(2026-03-10)
    proposed_by: equity-council
    follows: 2026-03-10
    steps:
      - {what: counsel, date: 2026-10-20, outcome: Counsel thinks that the shorter limit would not hold in court.}
    readings:
      - {date: 2026-11-10}
    text:
      - id: purpose
        text: >-
          Discipline teaches.
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "provenance"
SEVERITY = "warning"


def check(manual: Manual, *, words: int = 6) -> Hits:
    for policy in manual:
        for revision in policy.revisions:
            for at, step in enumerate(revision.get("steps") or ()):
                if step["what"] != "counsel":
                    continue
                for key in ("outcome", "as_written", "note", "quote"):
                    if len(step.get(key, "").split()) > words:
                        yield Hit(
                            revision.at("steps", at, key),
                            f"A step of revision {revision.id} of policy {policy.code} says more than that counsel looked.",
                            "Write only `outcome: reviewed`.",
                        )
