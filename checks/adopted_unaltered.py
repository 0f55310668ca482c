"""What the board adopted stays as it was adopted.

A revision is frozen once it is done: its text, action, dates, readings, vote and place in the line of acts. A day may
be added to a month, what was never written down may be added, and a text that wasn't held may be recovered; history
found later may be put before the first act. Nothing else may change, for nobody could say then what was in force.

How to mend: put the file back as it was (`git checkout origin/main -- FILE`). A slip in the text is mended by an act
of its own, `action: correct`; a new text by a proposal.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
       - date: 2026-03-10
    -vote: unanimous
    +vote: {for: 3, against: 2}
"""

from policybook.check import Hit, Hits, Manual, compare, immutable

FAMILY = "change"


def check(manual: Manual) -> Hits:
    if manual.base is None:
        return
    for was, policy in compare.kept(manual):
        other_names = compare.renamed(was, policy)
        for old in was.acts:
            act = policy.by_id.get(old.id) or other_names.get(old.id)
            if act is None or not act.done:
                continue
            for key, what in immutable.altered(old, act, manual.base, manual, policy):
                verb = "were" if what.endswith("s") or " ids " in what else "was"
                yield Hit(
                    act.at(key).key() if act.has(key) else act.at(),
                    f"Revision {act.id} of policy {policy.code} is done, and {what} {verb} changed.",
                    "Put it back. A slip is mended by an act of its own (`action: correct`), a text by a proposal.",
                )
