"""Compute what is due besides reviews: monitoring, evaluations, answers, next steps, emergency acts."""

from __future__ import annotations

from collections.abc import Iterator

from policybook.due import reviews, steps
from policybook.due.obligation import Kind, Obligation
from policybook.due.recommendations import says_something
from policybook.model import Manual, Policy, View
from policybook.model.fact import fact
from policybook.model.lazy import once_per_manual
from policybook.model.review import EVALUATION
from policybook.values import cadence, dates
from policybook.values.dates import PartialDate


@once_per_manual
def all_of(manual: Manual) -> tuple[Obligation, ...]:
    """Return what is owed on the manual's day, late or to come, in the order of the policies."""
    return (*monitoring(manual), *evaluations(manual), *answers(manual), *next_steps(manual), *emergencies(manual))


def monitoring(manual: Manual) -> Iterator[Obligation]:
    """Yield the next use of each method of monitoring, counted from the last on record, never from an assumption."""
    return (line for line in _monitored(manual) if line.on is not None)


def evaluations(manual: Manual) -> Iterator[Obligation]:
    """Yield the next evaluation of each policy that a body oversees, counted from the last on record."""
    return (line for line in _evaluated(manual) if line.on is not None)


def unreported(manual: Manual) -> Iterator[Obligation]:
    """Yield what has an interval and no report on record, monitoring or evaluation: no day can be named for it."""
    return (line for line in (*_monitored(manual), *_evaluated(manual)) if line.why == "no review")


def _monitored(manual: Manual) -> Iterator[Obligation]:
    """Yield each line of monitoring whose interval is known; what holds no longer is owed no report."""
    for policy in manual:
        for line in policy.parts("monitoring"):
            yield from _report(manual, policy, line, "monitoring", line.text("method"))


def _evaluated(manual: Manual) -> Iterator[Obligation]:
    """Yield the evaluation of each policy that a body oversees at an interval that is known."""
    for policy in manual:
        if policy.oversight is not None:
            yield from _report(manual, policy, policy.oversight, "evaluation", EVALUATION)


def _report(manual: Manual, policy: Policy, line: View, kind: Kind, method: str) -> Iterator[Obligation]:
    """Yield the next report on a policy by one method, where its interval is known and the policy holds."""
    held = fact(line, "cadence")
    often = cadence.parse(held.value) if held and held.value and held.basis != "assumed" else None
    if often is None or not often.count or not policy.knows("reviews") or not policy.knows("revisions"):
        return
    if not policy.texts_to_come(manual.as_of):
        return
    used = [one for one in policy.reviews if one.text("method") == method and one.when.latest <= manual.as_of]
    last = reviews.latest(used)
    on = often.next_after(last.when.latest) if last else None
    yield Obligation(
        kind=kind,
        policy=policy,
        part=line,
        route=("method",) if kind == "monitoring" else ("by",),
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
            if asked.closed is not None and _by_now(asked.closed, manual):
                continue
            answered = {one.by for one in asked.responses if _by_now(one, manual) and says_something(one)}
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
