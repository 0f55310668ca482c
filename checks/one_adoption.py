"""A policy is adopted once; after that it is revised.

A second adoption is right only after the policy was rescinded.

How to mend: write `action: revise`.

Example:

    -- 3210-fair-discipline/revisions/2026-03-10.yml diff --
    -action: revise
    +action: adopt
     date: 2026-03-10
"""

from policybook.check import Hit, Hits, Manual, Policy, Revision

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy in manual:
        if not policy.knows("revisions"):
            continue
        standing = rescinded = False
        for act in policy.acts:
            if act.action == "adopt" and standing:
                yield Hit(
                    act.at("action"),
                    f"Revision {act.id} adopts policy {policy.code}, which was adopted before.",
                    "Write `action: revise`.",
                )
            elif act.action not in ("adopt", "rescind") and not standing and _is_linked(act, policy):
                after = "after it was rescinded" if rescinded else "before it was adopted"
                yield Hit(
                    act.at("action"),
                    f"Revision {act.id} acts on policy {policy.code} {after}.",
                    "The first act is `action: adopt`.",
                )
            rescinded = act.action == "rescind"
            standing = not rescinded


def _is_linked(act: Revision, policy: Policy) -> bool:
    """Say whether the act before this one is on record; where it isn't, that is said of `follows`."""
    return not act.follows or act.follows in policy.by_id
