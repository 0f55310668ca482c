"""Acts are taken over from a source only for the time before the record was kept here.

`recorded` says that an act was found in an existing manual: the board's rules of reading aren't applied to it. Once a
policy has acts of its own, its next act goes the ordinary way, or anybody could adopt a text by calling it found.

How to mend: propose the text, record its readings, and adopt it.

Example:

    -- 0100-mission/revisions/2026-10-13.yml --
    action: revise
    date: 2026-10-13
    recorded: {date: 2026-11-20, source: district-history}
    title: Mission
    follows: 2026-03-10
    digest: $digest
    chain: $chain
    text:
      - id: mission
        text: >-
          The discipline policy was first adopted in May 2020.
"""

from policybook.check import Hit, Hits, Manual, compare

FAMILY = "change"


def check(manual: Manual) -> Hits:
    if not manual.ruling.official:
        return  # a copy of somebody else's manual is taken over for good
    for policy, act, was in compare.new_acts(manual):
        own = [old.acted.earliest for old in (was.acts if was else ()) if old.acted and not old.recorded]
        if act.recorded and own and (act.acted is None or act.acted.latest > min(own)):
            yield Hit(
                act.at("recorded").key(),
                f"Revision {act.id} of policy {policy.code} is said to be taken over from a source, but acts on this "
                "policy have been recorded here for longer.",
                "Propose the text, record its readings, and adopt it.",
            )
