"""What was before the board at a reading stays on record as it was.

The text kept of a reading shows what the board and the public had before them; the readings show when. Whoever changes
them afterwards can make any text look as if it had been read in time.

How to mend: put the file or the reading back as it was. What changed since is recorded with the next reading.

Example:

    -- base/0100-mission/revisions/2026-03-10.r2.yml --
    title: Mission
    text:
      - id: mission
        text: >-
          Every child in Heron Bend learns to read, to reason and to get along.
"""

from policybook.check import Hit, Hits, Manual, Policy, PresentedText, Revision, compare, immutable

FAMILY = "change"


def check(manual: Manual) -> Hits:
    for was, now in compare.kept(manual):
        if not now.knows("revisions"):
            continue
        there = {(text.revision_id, text.number): text for text in now.presented}
        for text in was.presented:
            yield from _text(now, text, there.get((text.revision_id, text.number)))
        for proposal in was.proposals:
            act = now.by_id.get(proposal.id)
            if act is not None:
                yield from _readings(now, proposal, act)


def _text(policy: Policy, was: PresentedText, now: PresentedText | None) -> Hits:
    said = f"The text kept of reading {was.number} of revision {was.revision_id} of policy {policy.code}"
    if now is None:
        place = policy.file(f"revisions/{was.revision_id}.r{was.number}.yml")
        yield Hit(place, f"{said} was removed.", "Put the file back.")
    elif now.computed_digest != was.computed_digest:
        yield Hit(
            now.at("text").key(), f"{said} was changed.", "Put it back; an amendment belongs to the next reading."
        )


def _readings(policy: Policy, was: Revision, now: Revision) -> Hits:
    said = f"of revision {now.id} of policy {policy.code}"
    if len(now.readings) < len(was.readings):
        place = now.at("readings") if now.has("readings") else now.at()
        yield Hit(place.key(), f"A reading {said} was removed.", "Put it back.")
        return
    for old, new in zip(was.readings, now.readings, strict=False):
        if not immutable.date_kept(old.get("date"), new.get("date")):
            yield Hit(
                new.at("date"),
                f"Reading {new.number} {said} was moved to another day.",
                "If the day was wrong, let somebody who was there confirm it in the pull request.",
                severity="warning",
            )
