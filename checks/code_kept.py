"""A policy changes its code by an act, and isn't withdrawn from the board's vote in passing.

A code is what people cite. It changes by a renumbering, which keeps the old code leading to the policy. And a policy
that becomes a procedure or an exhibit is one on which nobody votes any more: that is looked at.

How to mend: record the renumbering (`action: renumber`, with `from` and `to`) and the old code in `former_codes`.

Example:

    -- 3210-fair-discipline/policy.yml diff --
    -code: 3210
    +code: 3211
     kind: operating-policy
"""

from policybook.check import Hit, Hits, Manual, codes, compare

FAMILY = "change"

_UNVOTED = ("procedure", "exhibit")


def check(manual: Manual) -> Hits:
    for was, now in compare.kept(manual):
        if not was.acts or not was.knows("policy.yml") or not now.knows("policy.yml"):
            continue
        renumbered = any(act.action == "renumber" and act.id not in was.by_id for act in now.acts)
        if codes.key(was.code) != codes.key(now.code) and not renumbered:
            yield Hit(
                now.at("code"),
                f"Policy {was.code} goes by the code {now.code} now, but no act renumbered it.",
                "Record the renumbering as an act (`action: renumber`).",
            )
        if now.kind in _UNVOTED and was.kind not in _UNVOTED:
            yield Hit(
                now.at("kind"),
                f"Policy {now.code} was on the board's vote as {was.kind}; as {now.kind} it no longer is.",
                "Look whether the board decided so.",
                severity="warning",
            )
