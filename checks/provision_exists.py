"""Every provision that the record names exists, in some revision.

Links to a provision, notes about one and suspensions of one must find it; ids that any revision had count.

How to mend: correct the id.

Example:

    -- 3210-fair-discipline/policy.yml diff --
     notes:
    -  - about: data
    +  - about: dato
"""

from collections.abc import Iterator

from policybook.check import Hit, Hits, Manual, Names, Place, Policy, markup

FAMILY = "reference"


_KEYS = ("strategies", "adoption", "revisions", "title", "text", "code", "steward", "cadence", "references", "legal")


def check(manual: Manual) -> Hits:
    for policy in manual:
        known: dict[str, tuple[set[str], Names]] = {}
        for other, id, place, said in _named(manual, policy):
            if other is None or not other.knows("revisions") or not any(other.texts_of()):
                continue
            if other.code not in known:
                there = {id for revision in other.texts_of() for id in revision.index.ids}
                known[other.code] = there, Names(there)
            ids, names = known[other.code]
            if id not in ids:
                help = names.hint(id) or "Correct the id."
                yield Hit(place, f"{said} ‘{id}’, and policy {other.code} has no such provision.", help)


def _named(manual: Manual, policy: Policy) -> Iterator[tuple[Policy | None, str, Place, str]]:
    """Yield each provision that is named: its policy, its id, where, and the beginning of a sentence about it."""
    for note in policy.parts("notes"):
        about = note.text("about")
        if about and about not in _KEYS:
            yield policy, about, note.at("about"), f"A note of policy {policy.code} is about"
    if policy.oversight is not None and policy.oversight.has("provision"):
        asked = policy.oversight
        yield (
            policy,
            asked.text("provision"),
            asked.at("provision"),
            f"Oversight of policy {policy.code} is asked for in",
        )
    for duty in policy.parts("duties"):
        if duty.has("provision"):
            yield policy, duty.text("provision"), duty.at("provision"), f"A duty of policy {policy.code} stands in"
    for strategy in policy.strategies:
        for promise in strategy.commitments:
            if promise.has("provision"):
                yield policy, promise.text("provision"), promise.at("provision"), "A promise stands in"
    for revision in policy.revisions:
        said = f"Revision {revision.id} of policy {policy.code}"
        for at, id in enumerate(revision.texts("provisions")):
            yield policy, id, revision.at("provisions", at), f"{said} suspends"
        index = revision.index
        for provision in revision.all_provisions if "was" in index.keys or index.brackets else ():
            if provision.was:
                code, hash, id = provision.was.rpartition("#")
                yield (manual.find(code) if hash else policy), id, provision.at("was"), f"{said} has text that was in"
            for target in markup.links(provision.prose):
                code, hash, id = target.partition("#")
                if hash and code.startswith("policy:"):
                    other = manual.find(code.removeprefix("policy:"))
                    yield other, id, provision.prose_at().words(target), f"{said} links to"
