"""Text that the board had adopted doesn't pass in silence to a procedure on which nobody votes.

It may be right; the public should know that it happened.

How to mend: nothing, if it was meant.

Example:

    -- 3210p-holding-a-meeting/revisions/2026-08-15.yml diff --
       - id: invite-everyone
    +    was: 3210#longest-suspension
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "text"
SEVERITY = "notice"


def check(manual: Manual) -> Hits:
    for policy in manual:
        if policy.kind not in ("procedure", "exhibit"):
            continue
        for revision in policy.texts_to_come(manual.as_of):
            for provision in revision.all_provisions:
                other = manual.find(provision.was.partition("#")[0]) if "#" in provision.was else None
                if other is not None and other.kind not in ("procedure", "exhibit"):
                    yield Hit(
                        provision.at("was"),
                        f"Text that the board had adopted in policy {other.code} now stands in {policy.code}, "
                        "on which nobody votes.",
                        "Nothing needs to be done, if this was meant.",
                    )
