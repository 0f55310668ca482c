"""Nobody gets rid of an overdue review by looking less often.

A longer interval is the agency's to choose. It is an error together with a new review in the same change, for nobody
can tell then which of the two put the next day off; and a warning where it makes an overdue review look as if it
weren't.

How to mend: record the review in one change and the interval in another.

Example:

    -- 3210-fair-discipline/strategies.yml --
    strategies:
      - id: restorative
        title: A restorative meeting first
        owner: restorative-team
        cadence: every year
        commitments:
          - quote: We will train every adult who supervises students.
      - id: data
        title: Publish the figures
        owner: superintendent
        cadence: every year in October
    -- 3210-fair-discipline/reviews/2026-11-17-restorative.yml --
    of: restorative
    by: restorative-team
    digest: $digest(2026-03-10)
    outcome: on-track
    summary: >-
      All fourteen schools hold meetings in time.
"""

from math import inf

from policybook.check import Hit, Hits, Manual, Obligation, Place, cadence, compare, reviews

FAMILY = "change"


def check(manual: Manual) -> Hits:
    if manual.base is None:
        return
    before = {_key(watched, watched.policy.folder): watched for watched in reviews.all_of(manual.base)}
    was_folder = {now.folder: was.folder for was, now in compare.kept(manual)}
    filed = {review.at().subject for _, review, _ in compare.new_reviews(manual)}
    for watched in reviews.all_of(manual):
        now, was = watched, before.get(_key(watched, was_folder.get(watched.policy.folder, "")))
        if was is None or was.cadence is None or now.why == "ended" or _days(was) >= _days(now):
            continue
        place, said = watched.place, watched.subject
        if place.subject in filed:
            yield _hit(
                place, f"{said} is to be reviewed less often than before, and a review of it is filed with that."
            )
        elif was.on is not None and was.on < manual.as_of and (now.on is None or now.on >= manual.as_of):
            yield _hit(place, f"{said} was overdue, and is to be reviewed less often now instead.", "warning")


def _key(watched: Obligation, folder: str) -> tuple[str, str]:
    """Return what tells one from the others in a manual: a strategy by its id, however it is called now."""
    return folder, watched.strategy.id if watched.strategy else ""


def _hit(place: Place, message: str, severity: str | None = None) -> Hit:
    help = "Record the review in one change, and the interval in another that says why."
    return Hit(place, message, help, severity="warning" if severity else None)


def _days(found: Obligation) -> float:
    """Return the interval; one that is assumed, not understood or not there names none and never ends."""
    if found.cadence is None or not found.cadence.value or found.cadence.basis == "assumed":
        return inf
    understood = cadence.parse(found.cadence.value)
    return understood.days if understood is not None and understood.days is not None else inf
