"""A text is proposed in one change and adopted in another.

What the board adopts was there to be read before: as a proposal, or as the text kept of a reading. A change that
writes a text and adopts it at once shows nobody what the board is said to have voted on. An amendment made at the last
reading is a warning when it is recorded with that reading; so is an emergency. Texts taken over from an existing
manual, corrections, and procedures, on which nobody votes, may arrive done.

How to mend: propose the text in a change of its own; record the adoption once that is in.

Example:

    -- 0100-mission/revisions/2026-plain-mission.yml --
    action: revise
    title: Mission
    date: 2026-10-13
    published: 2026-10-14
    follows: 2026-03-10
    vote: unanimous
    digest: $digest
    chain: $chain
    readings:
      - {date: 2026-09-08}
      - {date: 2026-10-13}
    text:
      - id: mission
        text: >-
          Every child learns to read.
"""

from policybook.check import Hit, Hits, Manual, Policy, Revision, compare

FAMILY = "change"


def check(manual: Manual) -> Hits:
    for policy, act, was in compare.new_acts(manual):
        kind = was.kind if was is not None else policy.kind
        if not act.holds_text or act.recorded or act.action == "correct" or kind == "procedure":
            continue
        shown = _shown(was, act.id)
        if any(text == act.computed_digest for text in shown):
            continue
        said = f"Revision {act.id} of policy {policy.code}"
        help = "Propose the text in a change of its own, and record the adoption in the next."
        if shown and _amended(act, was):
            yield Hit(
                act.at("text").key(),
                f"{said} is adopted with other words than were proposed; the amendment is on record with its reading.",
                "Look whether these are the words that the board adopted.",
                severity="warning",
            )
        elif shown:
            yield Hit(act.at("text").key(), f"{said} is adopted with other words than were proposed.", help)
        else:
            yield Hit(
                act.at("text").key(),
                f"{said} is adopted in the same change that writes its text.",
                help,
                severity="warning" if act.emergency else None,
            )


def _shown(was: Policy | None, id: str) -> list[str]:
    """Return the digests of the texts that could be read of a proposal before the change."""
    if was is None:
        return []
    proposed = [text.computed_digest for text in was.proposals if text.id == id and text.holds_text]
    return proposed + [text.computed_digest for text in was.presented if text.revision_id == id]


def _amended(act: Revision, was: Policy | None) -> bool:
    """Say whether the act's last reading is new and says that the text was amended."""
    before = was.by_id.get(act.id) if was is not None else None
    held = len(before.readings) if before is not None else 0
    return len(act.readings) > held and act.readings[-1].amended != "none"
