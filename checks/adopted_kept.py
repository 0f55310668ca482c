"""What the board did stays on record, under the name it was given.

A revision's file is never removed, renamed or turned back into a proposal: pages, digests and every later act name it.
A policy that ends is rescinded by an act, and its folder stays.

How to mend: put the file back (`git checkout origin/main -- FILE`). What is no longer wanted is rescinded or revised.

Example:

    -- 0100-mission/revisions/2026-03-10.yml removed --
    -- 0100-mission/revisions/2026-03-10.es.yml removed --
"""

from policybook.check import Hit, Hits, Manual, Policy, compare

FAMILY = "change"


def check(manual: Manual) -> Hits:
    for pair in compare.policies(manual):
        was, now = pair.was, pair.now
        if now is not None and not now.knows("revisions"):
            continue
        if now is None:
            if was.acts:
                yield Hit(
                    was.at(),
                    f"Policy {was.code} was removed, with {_acts(len(was.acts))} on record.",
                    "Put its folder back. A policy that ends is rescinded by an act.",
                )
            continue
        yield from _of_policy(was, now)


def _of_policy(was: Policy, now: Policy) -> Hits:
    names = compare.renamed(was, now)
    for act in was.acts:
        said = f"Revision {act.id} of policy {was.code}"
        there = now.by_id.get(act.id)
        if there is not None and not there.done:
            yield Hit(there.at(), f"{said} was done, and is a proposal now.", "Put its date back.")
        elif there is None and act.id in names:
            yield Hit(
                names[act.id].at(),
                f"{said} was renamed to {names[act.id].id}; a name is given once and never changed.",
                f"Name the file {act.id}.yml again.",
            )
        elif there is None:
            path = now.file(f"revisions/{act.id}.yml")._replace(subject=f"{now.code}@{act.id}")
            yield Hit(
                path, f"{said} was removed.", "Put the file back. What is no longer wanted is rescinded or revised."
            )


def _acts(count: int) -> str:
    return "an act" if count == 1 else f"{count} acts"
