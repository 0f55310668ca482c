"""A translation on record isn't altered under its old day.

Nobody votes on a translation, and families rely on it. A translation whose words change says when and by whom: its
`date`, or `checked_by`, changes with it. One that is taken away is missed by those who read it.

How to mend: put the translation back; or write the day of the new one (`date`) and who made it (`translator`).

Example:

    -- 0100-mission/revisions/2026-03-10.es.yml diff --
         text: >-
    -      Todos los niños de Heron Bend aprenden a leer, a razonar y a convivir.
    +      Ningún niño de Heron Bend aprende a leer, a razonar y a convivir.
"""

from policybook.check import Hit, Hits, Manual, Policy, Translation, compare

FAMILY = "change"

_TELLS = ("date", "translator", "checked_by", "of")
_HELP = "Put it back; or write the day of the new translation under `date:`, and who made it."


def check(manual: Manual) -> Hits:
    for was, now in compare.kept(manual):
        if now.knows("revisions"):
            there = {(one.revision_id, one.language): one for one in now.translations}
            for old in was.translations:
                yield from _of_one(now, old, there.get((old.revision_id, old.language)))


def _of_one(policy: Policy, was: Translation, now: Translation | None) -> Hits:
    said = f"The translation into {was.language} of revision {was.revision_id} of policy {policy.code}"
    if now is None and was.revision_id in policy.by_id:
        place = policy.file(f"revisions/{was.revision_id}.{was.language}.yml")
        yield Hit(place, f"{said} was removed.", "Put it back: people read it.", severity="warning")
    elif (
        now is not None
        and was.computed_digest != now.computed_digest
        and all(was.get(key) == now.get(key) for key in _TELLS)
    ):
        yield Hit(now.at("text").key(), f"{said} was altered, and keeps its old day.", _HELP)
