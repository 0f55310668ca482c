"""A proposal that the board has read doesn't disappear.

Once a proposal was read, or its comment window was opened, people know of it and may look for it. One that doesn't
come to a vote says how it ended, and keeps its name.

How to mend: put the file back and record how the proposal ended (`policybook withdraw CODE@ID`).

Example:

    -- base/0100-mission/revisions/2026-plain-mission.yml --
    action: revise
    title: Mission
    follows: 2026-03-10
    based_on: $digest(2026-03-10)
    readings:
      - {date: 2026-11-10}
    text:
      - id: mission
        text: >-
          Every child learns to read.
"""

from policybook.check import Hit, Hits, Manual, compare

FAMILY = "change"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for was, now in compare.kept(manual):
        if not now.knows("revisions"):
            continue
        for proposal in was.proposals:
            if proposal.id in now.by_id or not (proposal.readings or proposal.has("comment")):
                continue
            place = now.file(f"revisions/{proposal.id}.yml")._replace(subject=f"{now.code}@{proposal.id}")
            yield Hit(
                place,
                f"The proposal {proposal.id} of policy {now.code}, which the board has read or the public was asked "
                "about, was removed or renamed.",
                f"Put the file back; if it came to nothing: policybook withdraw {now.code}@{proposal.id}",
            )
