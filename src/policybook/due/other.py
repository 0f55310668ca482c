"""What bodies owe beside reviews: monitoring, answers to recommendations, what was agreed on, emergency acts to ratify."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from policybook.due import steps
from policybook.due.obligation import Obligation
from policybook.model import Manual, View
from policybook.model.fact import fact
from policybook.values import cadence, dates
from policybook.values.dates import PartialDate


@lru_cache(maxsize=2)
def all_of(manual: Manual) -> tuple[Obligation, ...]:
    """Return what is owed on the manual's day, late or to come, in the order of the policies."""
    return (*monitoring(manual), *answers(manual), *next_steps(manual), *emergencies(manual))


def monitoring(manual: Manual) -> Iterator[Obligation]:
    """Yield the next use of each method of monitoring, counted from the last on record, never from an assumption."""
    return (line for line in _monitored(manual) if line.on is not None)


def unreported(manual: Manual) -> Iterator[Obligation]:
    """Yield each method of monitoring that has an interval and no report on record: no day can be named for it."""
    return (line for line in _monitored(manual) if line.why == "no review")


def _monitored(manual: Manual) -> Iterator[Obligation]:
    """Yield each line of monitoring whose interval is known; what holds no longer is owed no report."""
    for policy in manual:
        lines = policy.parts("monitoring")
        if not lines or not policy.knows("reviews") or not policy.knows("revisions"):
            continue
        for line in lines if policy.texts_to_come(manual.as_of) else ():
            method, held = line.text("method"), fact(line, "cadence")
            often = cadence.parse(held.value) if held and held.value and held.basis != "assumed" else None
            if often is None or not often.count:
                continue
            used = [one for one in policy.reviews if one.text("method") == method and one.when.latest <= manual.as_of]
            last = max(used, key=lambda one: one.when.latest, default=None)
            on = often.next_after(last.when.latest) if last else None
            yield Obligation(
                kind="monitoring",
                policy=policy,
                part=line,
                route=("method",),
                by=line.text("by"),
                what=method,
                why="scheduled" if last else "no review",
                on=on,
                day=dates.parse(on.isoformat()) if on else None,
                last=last,
                cadence=held,
            )


def answers(manual: Manual) -> Iterator[Obligation]:
    """Yield each answer to a recommendation that was asked for by a day and isn't on record."""
    for policy in manual:
        for asked in policy.recommendations:
            if asked.respond_by is None or asked.when.earliest > manual.as_of:
                continue
            answered = {response.by for response in asked.responses if _by_now(response, manual)}
            for at, body in enumerate(asked.to):
                if body not in answered:
                    yield Obligation(
                        kind="answer",
                        policy=policy,
                        part=asked,
                        route=("to", at),
                        by=body,
                        what=asked.text("text"),
                        on=asked.respond_by.latest,
                        day=asked.respond_by,
                    )


def next_steps(manual: Manual) -> Iterator[Obligation]:
    """Yield what a review, an answer or a team's meeting promised for a day and nobody has called done."""
    for step in steps.of_manual(manual):
        if step.since.earliest > manual.as_of or (step.id and not manual.knows_meetings):
            continue  # a meeting that can't be read may have closed it
        day = _put_off(step.part, manual) or step.part.date("due")
        if day is not None and (step.done is None or step.done.earliest > manual.as_of):
            yield Obligation(
                kind="next step",
                policy=step.policy,
                part=step.part,
                route=("due",),
                by=step.by,
                what=step.part.text("what"),
                on=day.latest,
                day=day,
            )


def emergencies(manual: Manual) -> Iterator[Obligation]:
    """Yield each emergency act that holds still and lapses unless a later act follows."""
    for policy in manual:
        for act in policy.acts[-1:]:
            day = act.lapses
            if day is not None and manual.as_of <= day.latest:
                key = "ratify_by" if act.emergency.get("ratify_by") else "expires"
                reason = str(act.emergency.get("reason") or act.title)
                yield Obligation(
                    kind="emergency",
                    policy=policy,
                    part=act,
                    route=("emergency", key),
                    by=act.text("by") or _board(manual),
                    what=reason,
                    on=day.latest,
                    day=day,
                )


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
