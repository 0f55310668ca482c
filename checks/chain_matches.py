"""The chain of each act is on record, and ties it to the act before.

An act that is dropped or altered shows in the chain of every later one.

How to mend: put back what was changed in this act or an earlier one. Where history found later was put before it, write
the chain that the message gives.

Example:

    -- 3210-fair-discipline/revisions/2026-03-10.yml diff --
     digest: $digest
    -chain: $chain
    +chain: sha256:1111111111111111111111111111111111111111111111111111111111111111
"""

from policybook.check import Hit, Hits, Manual, digest

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for act in policy.acts:
            before = policy.by_id.get(act.follows)
            if act.follows and (before is None or not before.chain):
                continue  # said of the act before
            previous = (before.id, before.chain) if before else None
            right = digest.of_act(previous, act.id, act.action, act.chained_text)
            if act.chain == right:
                continue
            if act.chain:
                message = (
                    f"The chain of revision {act.id} of policy {policy.code} doesn't fit the act and the one before."
                )
                help = (
                    "Put back what was changed in this act or an earlier one. If history found later was put before it, write "
                    f"`chain: {right}`."
                )
                yield Hit(act.at("chain"), message, help)
            else:
                yield Hit(
                    act.at(),
                    f"Revision {act.id} of policy {policy.code} has no chain.",
                    f"If the acts up to this one are right, write `chain: {right}`.",
                )
