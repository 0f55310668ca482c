"""What is put on record happened, and not long ago.

An act or a review of a day still to come hasn't happened. One of long ago may have been written to fit; what comes
from an existing record says so with `recorded` and the source.

How to mend: correct the day; or add `recorded:` with the date and the source it was taken from.

Example:

    -- 3210-fair-discipline/reviews/2026-12-17-restorative.yml --
    of: restorative
    by: restorative-team
    digest: $digest(2026-03-10)
    outcome: on-track
    summary: >-
      All fourteen schools hold meetings in time.
"""

from datetime import timedelta

from policybook.check import Hit, Hits, Manual, Place, compare, dates

FAMILY = "change"

_LATE = timedelta(days=90)


def check(manual: Manual) -> Hits:
    for policy, act, _ in compare.new_acts(manual):
        if act.acted is not None:
            said = f"Revision {act.id} of policy {policy.code}"
            yield from _judged(manual, act.at("date"), said, act.acted, bool(act.recorded))
    for policy, review, _ in compare.new_reviews(manual):
        place = review.at("date") if review.has("date") else review.at()
        said = f"The review ‘{review.id}’ of policy {policy.code}"
        yield from _judged(manual, place, said, review.when, review.has("recorded"))


def _judged(manual: Manual, place: Place, said: str, when: dates.PartialDate, recorded: bool) -> Hits:
    if when.earliest > manual.as_of:
        yield Hit(
            place, f"{said} is of {when.words()}, which is still to come.", "Put it on record once it has happened."
        )
    elif not recorded and when.latest < manual.as_of - _LATE:
        yield Hit(
            place,
            f"{said} is of {when.words()} and is put on record only now.",
            "If it comes from an existing record, add `recorded:` with the date and the source.",
            severity="warning",
        )
