"""What bodies owe beside reviews: monitoring, answers to recommendations, what was agreed on, emergency acts to ratify."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from policybook.model import Manual, Place, Policy, Review, View
from policybook.model.fact import Fact, fact
from policybook.values import cadence, dates
from policybook.values.cadence import Cadence
from policybook.values.dates import PartialDate

Kind = Literal["monitoring", "answer", "next step", "emergency"]


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that a body has still to do, and the last day on which it is in time."""

    kind: Kind
    policy: Policy
    place: Place
    """Where the record asks for it."""
    by: str
    """The id of the body that must act; empty where nobody is named."""
    what: str
    """The record's own words: the method, the recommendation, the step, the reason of the emergency."""
    day: PartialDate
    last: Review | None = None
    """The monitoring on record that the day is counted from."""
    cadence: Fact | None = None
    """How often the policy is to be monitored so."""


@dataclass(frozen=True, slots=True)
class Monitored:
    """A line of a policy's monitoring."""

    policy: Policy
    place: Place
    by: str
    """The id of the body that monitors; empty where nobody is named."""
    method: str
    often: Cadence
    cadence: Fact
    """The same as the record holds it."""
    last: Review | None
    """The last report on record."""


@lru_cache(maxsize=2)
def all_of(manual: Manual) -> tuple[Owed, ...]:
    """Return what is owed on the manual's day, late or to come, in the order of the policies."""
    return (*monitoring(manual), *answers(manual), *next_steps(manual), *emergencies(manual))


def monitoring(manual: Manual) -> Iterator[Owed]:
    """Yield the next use of each method of monitoring, counted from the last on record, never from an assumption."""
    for line in _monitored(manual):
        if line.last is not None:
            due = line.often.next_after(line.last.when.latest)
            if due is not None:
                day = dates.parse(due.isoformat())
                yield Owed("monitoring", line.policy, line.place, line.by, line.method, day, line.last, line.cadence)


def unreported(manual: Manual) -> Iterator[Monitored]:
    """Yield each method of monitoring that has an interval and no report on record: no day can be named for it."""
    for line in _monitored(manual):
        if line.last is None and line.often.count:
            yield line


def _monitored(manual: Manual) -> Iterator[Monitored]:
    """Yield each line of monitoring whose interval is known; what holds no longer is owed no report."""
    for policy in manual:
        lines = policy.parts("monitoring")
        if not lines or not policy.knows("reviews") or not policy.knows("revisions"):
            continue
        for line in lines if policy.texts_to_come(manual.as_of) else ():
            method, held = line.text("method"), fact(line, "cadence")
            often = cadence.parse(held.value) if held and held.value and held.basis != "assumed" else None
            used = [one for one in policy.reviews if one.text("method") == method and one.when.latest <= manual.as_of]
            if held is not None and often is not None:
                last = max(used, key=lambda one: one.when.latest, default=None)
                yield Monitored(policy, line.at("method"), line.text("by"), method, often, held, last)


def answers(manual: Manual) -> Iterator[Owed]:
    """Yield each answer to a recommendation that was asked for by a day and isn't on record."""
    for policy in manual:
        for asked in policy.recommendations:
            if asked.respond_by is None or asked.when.earliest > manual.as_of:
                continue
            answered = {response.by for response in asked.responses if _by_now(response, manual)}
            for at, body in enumerate(asked.to):
                if body not in answered:
                    yield Owed("answer", policy, asked.at("to", at), body, asked.text("text"), asked.respond_by)


def next_steps(manual: Manual) -> Iterator[Owed]:
    """Yield what a review or an answer promised for a day and nobody has called done."""
    for policy in manual:
        for step in _steps(policy, manual):
            day = _put_off(step, manual) or step.date("due")
            done = step.date("done")
            if day is not None and (done is None or done.earliest > manual.as_of):
                yield Owed("next step", policy, step.at("due"), step.text("by"), step.text("what"), day)


def emergencies(manual: Manual) -> Iterator[Owed]:
    """Yield each emergency act that holds still and lapses unless a later act follows."""
    for policy in manual:
        for act in policy.acts[-1:]:
            day = act.lapses
            if day is not None and manual.as_of <= day.latest:
                key = "ratify_by" if act.emergency.get("ratify_by") else "expires"
                reason = str(act.emergency.get("reason") or act.title)
                yield Owed("emergency", policy, act.at("emergency", key), act.text("by") or _board(manual), reason, day)


def _steps(policy: Policy, manual: Manual) -> Iterator[View]:
    """Yield what was promised up to the manual's day."""
    for review in policy.reviews:
        if review.when.earliest <= manual.as_of:
            yield from review.parts("next_steps")
    for asked in policy.recommendations:
        for response in asked.responses:
            if _by_now(response, manual):
                yield from response.actions


def _by_now(response: View, manual: Manual) -> bool:
    given = response.date("date")
    return given is None or given.earliest <= manual.as_of


def _put_off(step: View, manual: Manual) -> PartialDate | None:
    """Return the day to which a step was last put off by the manual's day."""
    found = None
    for entry in step.get("moved") or ():
        decided = entry.get("date")
        if not decided or dates.parse(decided).earliest <= manual.as_of:
            found = dates.parse(entry["to"])
    return found


def _board(manual: Manual) -> str:
    return next((body.id for body in manual.body_list if body.kind == "board"), "")
