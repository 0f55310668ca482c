"""Every body that the record names is in bodies.yml.

An owner, a steward or a reviewer that nobody can look up is as good as none.

How to mend: correct the id, or add the body to bodies.yml.

Example:

    -- 0100-mission/policy.yml diff --
     kind: operating-policy
    -steward: superintendent
    +steward: superintendant
"""

from collections.abc import Callable, Iterator
from functools import partial

from policybook.check import Hit, Hits, Manual, Names, Place, Policy, View

FAMILY = "reference"

_Where = Callable[[], Place]
"""Where a name stands, for the few that are wrong."""


def check(manual: Manual) -> Hits:
    bodies = Names(manual.bodies)
    for id, where, said in _named(manual):
        if id and not manual.has_body(id):
            yield Hit(
                where(),
                f"{said} ‘{id}’, which is not in bodies.yml.",
                bodies.hint(id) or "Add the body to bodies.yml, or correct the id.",
            )


def _named(manual: Manual) -> Iterator[tuple[str, _Where, str]]:
    """Yield each body that the record names, where, and the beginning of a sentence about it."""
    for body in manual.body_list:
        yield *_in(body, "reports_to"), f"The body ‘{body.name}’ reports to"
        yield *_in(body, "succeeded_by"), f"The body ‘{body.name}’ is succeeded by"
    for series in manual.agency.series:
        if series.steward is not None:
            yield series.steward.value or "", series.steward.place, f"The series ‘{series.title}’ names the steward"
    for waiver in manual.waivers:
        yield *_in(waiver, "by"), f"The waiver for {waiver.subject} is granted by"
    for meeting in manual.meetings.values():
        yield *_in(meeting, "body"), f"The meeting {meeting.id} is of"
        for item in meeting.items:
            for step in item.next:
                yield *_in(step, "by"), f"A step agreed on at the meeting {meeting.id} falls to"
    for policy in manual:
        yield from _of_policy(policy)


def _of_policy(policy: Policy) -> Iterator[tuple[str, _Where, str]]:
    if policy.steward is not None:
        yield policy.steward.value or "", policy.steward.place, f"Policy {policy.code} names the steward"
    for line in policy.parts("monitoring"):
        yield *_in(line, "by"), f"Monitoring of policy {policy.code} is done by"
    if policy.oversight is not None:
        yield *_in(policy.oversight, "by"), f"Policy {policy.code} is overseen by"
    for duty in policy.parts("duties"):
        for bound, where in _listed(duty, "bodies"):
            yield bound, where, f"A duty in policy {policy.code} binds"
    for strategy in policy.strategies:
        named = f"Strategy ‘{strategy.title}’ of policy {policy.code} names"
        for owner in strategy.owners:
            yield owner.value or "", owner.place, f"{named} the owner"
        for helper, where in _listed(strategy, "support"):
            yield helper, where, f"{named} the supporting body"
    for activity in policy.activities:
        yield *_in(activity, "lead"), f"The activity ‘{activity.what}’ of policy {policy.code} is led by"
    for revision in policy.revisions:
        for key in ("by", "proposed_by"):
            if revision.has(key):
                yield *_in(revision, key), f"Revision {revision.id} of policy {policy.code} is by"
    for review in policy.reviews:
        yield *_in(review, "by"), f"The review {review.id} of policy {policy.code} is by"
        for step in review.parts("next_steps"):
            yield *_in(step, "by"), f"A next step in the review {review.id} falls to"
    for recommendation in policy.recommendations:
        named = f"The recommendation {recommendation.id} on policy {policy.code}"
        yield *_in(recommendation, "by"), f"{named} is by"
        for asked, where in _listed(recommendation, "to"):
            yield asked, where, f"{named} asks"
        for response in recommendation.responses:
            yield *_in(response, "by"), f"{named} is answered by"
            for action in response.actions:
                yield *_in(action, "by"), f"{named} gives a task to"


def _in(view: View, key: str) -> tuple[str, _Where]:
    return view.text(key), partial(view.at, key)


def _listed(view: View, key: str) -> Iterator[tuple[str, _Where]]:
    for at, name in enumerate(view.texts(key)):
        yield name, partial(view.at, key, at)
