"""Record what an oversight body recommends, and that it closes a recommendation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from policybook.acts import files, lookup
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Recommendation, Review
from policybook.model.review import EVALUATION
from policybook.record.transaction import Changes
from policybook.record.yaml import edits
from policybook.text.suggest import did_you_mean
from policybook.values import dates, slugs


@dataclass(frozen=True, slots=True)
class RecommendationDetails:
    """What was entered about a recommendation."""

    day: date
    by: str
    to: Sequence[str]
    text: str
    respond_by: date
    about: Sequence[str] = ()
    """The strategies it is about; none: the policy as a whole."""
    evaluation: str = ""
    """The id of the evaluation that it follows from."""


def plan(manual: Manual, policy: Policy, details: RecommendationDetails) -> Plan:
    """Return the plan of a recommendation. Raises PolicybookError where the details contradict the record."""
    _refuse(manual, policy, details)
    taken = {one.id for one in policy.recommendations}
    day = details.day.isoformat()
    id = slugs.free(f"{day}-{slugs.slug(details.text) or 'recommendation'}"[:60].rstrip("-"), taken)
    data: dict[str, Any] = {
        "by": details.by,
        "to": list(details.to),
        "about": list(details.about),
        "evaluation": details.evaluation,
        "respond_by": details.respond_by.isoformat(),
        "text": details.text,
    }
    path = f"{policy.folder}/recommendations/{id}.yml"
    change = files.new(manual, path, {key: value for key, value in data.items() if value})
    names = " and ".join(manual.body_name(body) for body in details.to)
    return Plan(
        Changes((change,)),
        (f"{manual.body_name(details.by)} recommends on policy {policy.code}, to {names}.",),
        tuple(
            f"An answer is asked for by {dates.in_words(details.respond_by)}: policybook respond {policy.code}/{id} --by {body}"
            for body in details.to
        ),
    )


def close(manual: Manual, policy: Policy, id: str, by: str, day: date, why: str) -> Plan:
    """Return the plan of closing a recommendation. Raises PolicybookError where another body than its own would."""
    asked = find(policy, id)
    if asked.closed is not None:
        raise PolicybookError(f"The recommendation {id} is closed already.")
    if by != asked.by:
        raise PolicybookError(f"Only {manual.body_name(asked.by)}, which made it, closes the recommendation {id}.")
    lookup.refuse_future(manual, day, "The closing")
    if day < asked.when.earliest:
        raise PolicybookError(f"The recommendation {id} was made {asked.when.words()}, after that day.")
    entry = {"date": day.isoformat(), "by": by, "why": why}
    change = files.changed(manual, asked.path, lambda raw: edits.put(raw, "recommendation", "closed", entry))
    return Plan(
        Changes((change,)), (f"{manual.body_name(by)} closed the recommendation {id} on policy {policy.code}.",)
    )


def find(policy: Policy, id: str) -> Recommendation:
    """Return a policy's recommendation. Raises PolicybookError where there is none of that name."""
    known = {one.id: one for one in policy.recommendations}
    if id not in known:
        hint = did_you_mean(id, known) or f"Its recommendations: {', '.join(known) or 'none'}."
        raise PolicybookError(f"Policy {policy.code} has no recommendation {id}. {hint}")
    return known[id]


def last_evaluation(policy: Policy, strategy: str) -> tuple[Review, str]:
    """Return the last evaluation that has a finding of a strategy, and what it found."""
    found = [
        (review, finding.text("text"))
        for review in sorted(policy.reviews, key=lambda one: one.when.latest)
        if review.text("method") == EVALUATION
        for finding in review.parts("findings")
        if finding.text("strategy") == strategy
    ]
    if not found:
        raise PolicybookError(f"No evaluation of policy {policy.code} has a finding of ‘{strategy}’.")
    return found[-1]


def _refuse(manual: Manual, policy: Policy, details: RecommendationDetails) -> None:
    lookup.refuse_future(manual, details.day, "This recommendation")
    for body in (details.by, *details.to):
        ended = manual.bodies[body].ended
        if ended is not None and ended.latest < details.day:
            raise PolicybookError(f"{manual.body_name(body)} ended {ended.words()}, before that day.")
    if details.by in details.to:
        raise PolicybookError(
            f"{manual.body_name(details.by)} can't make a recommendation to itself: what it means to do is a next step."
        )
    if details.respond_by < details.day:
        raise PolicybookError(
            f"An answer can't be asked for by {dates.in_words(details.respond_by)}, before it is made."
        )
    for id in details.about:
        if id not in policy.strategies_by_id:
            known = policy.strategies_by_id
            hint = did_you_mean(id, known) or f"Its strategies: {', '.join(known) or 'none'}."
            raise PolicybookError(f"Policy {policy.code} has no strategy {id}. {hint}")
