"""The record says that counsel looked, never what counsel said.

Counsel's advice to the board is privileged; once published it is privileged no more.

How to mend: write only that it was reviewed, and take the advice out of the history too.
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
