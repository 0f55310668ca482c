"""What was done to carry out a strategy stays on record.

An activity that is taken off the record when it fails makes a strategy look as if nothing had been tried.

How to mend: put it back. One that came to its end gets `finished` with the day and what came of it.

Example:

    -- base/3210-fair-discipline/activities/train-leads.yml --
    what: Train a lead in each school
    strategy: restorative
    since: 2026-04
"""

from policybook.check import Hit, Hits, Manual, compare

FAMILY = "change"
SEVERITY = "warning"

_FIXED = ("what", "strategy", "since", "resources", "finished")


def check(manual: Manual) -> Hits:
    for was, now in compare.kept(manual):
        if not now.knows("activities"):
            continue
        there = {one.id: one for one in now.activities}
        for old in was.activities:
            said = f"The activity ‘{old.what}’ of policy {now.code}"
            one = there.get(old.id)
            if one is None:
                place = now.file(f"activities/{old.id}.yml")
                yield Hit(place, f"{said} was removed.", "Put it back, and write `finished` where it came to its end.")
                continue
            began = old.date("since")
            for key in _FIXED:
                if key == "since" and began is not None and began.earliest > manual.as_of:
                    continue  # what hasn't begun may be put off
                if old.has(key) and old.get(key) != one.get(key):
                    place = one.at(key).key() if one.has(key) else one.at()
                    yield Hit(
                        place,
                        f"{said} is on record, and `{key}` was changed.",
                        "Put it back, or confirm it in the pull request.",
                    )
