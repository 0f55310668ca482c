"""The acts on a policy follow each other in one line.

What is in force is computed from that line: one first act, and each other following one that nothing else follows.

How to mend: correct `follows`: it is the id of the act just before.

Example:

    -- 3210-fair-discipline/revisions/2026-10-13.yml --
    action: reaffirm
    date: 2026-10-13
    vote: unanimous
    follows: 2020-05-12
    chain: $chain
"""

from policybook.check import Hit, Hits, Manual, Revision

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy in manual:
        if not policy.knows("revisions") or len(policy.acts) < 2:
            continue
        followed: dict[str, Revision] = {}
        for act in policy.acts:
            if act.follows in followed:
                what = (
                    f"follows ‘{act.follows}’, and so does" if act.follows else "doesn't say what it follows, nor does"
                )
                yield Hit(
                    act.at("follows") if act.follows else act.at(),
                    f"Revision {act.id} of policy {policy.code} {what} {followed[act.follows].id}.",
                    "Write `follows:` with the id of the act just before.",
                    ((followed[act.follows].at(), "The other one."),),
                )
            followed.setdefault(act.follows, act)
        if all(act.follows in policy.by_id for act in policy.acts):
            first = policy.acts[0]
            yield Hit(
                first.at("follows"),
                f"The acts on policy {policy.code} go round in a circle.",
                "The first act follows none.",
            )
