"""Record a review: on this day this body reviewed this text, with this outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from policybook.acts import files, lookup
from policybook.acts.plan import Plan
from policybook.due import reviews as due
from policybook.due import steps
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Revision, Strategy
from policybook.model.fact import fact
from policybook.model.review import EVALUATION, OF_POLICY
from policybook.record.transaction import Changes
from policybook.text.suggest import did_you_mean
from policybook.values import cadence, dates, slugs

OF_STRATEGY = ("on-track", "needs-attention", "off-track")
OF_TEXT = ("confirmed", "revise", "rescind")
OF_MONITORING = ("compliant", "not-compliant")


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next, who does it and by when, as far as that was details."""

    what: str
    by: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class StrategyResult:
    """What an evaluation found of one strategy."""

    strategy: str
    outcome: str
    text: str


@dataclass(frozen=True, slots=True)
class ReviewDetails:
    """What was entered about a review."""

    day: date
    by: str
    """The body that reviewed."""
    outcome: str
    summary: str
    steps: tuple[NextStep, ...] = ()
    measured: tuple[tuple[str, str], ...] = ()
    """Measurements: an indicator's id and its value."""
    evidence: tuple[str, ...] = ()
    method: str = ""
    """The method of monitoring, for a policy that is monitored; or `evaluation`."""
    findings: tuple[StrategyResult, ...] = ()
    """What an evaluation found of each strategy."""
    revision: str = ""
    """The id of the text reviewed. Default: the one in force on the day."""
    meeting: str = ""
    """The meeting at which it was held; empty where none is named."""


def outcomes(strategy: str, method: str) -> tuple[str, ...]:
    """Return the outcomes that a review of a strategy, of a policy's text or by monitoring may have."""
    if strategy or method == EVALUATION:
        return OF_STRATEGY
    return OF_MONITORING if method else OF_TEXT


def target(manual: Manual, written: str) -> tuple[Policy, Strategy | None]:
    """Return the policy and strategy named by `3210/data`, or the policy named by `3210`.

    Raises PolicybookError where there is none of that name.
    """
    code, slash, id = written.rpartition("/")
    if not slash or manual.find(written) is not None:
        code, id = written, ""
    policy = lookup.find_policy(manual, code)
    if not id:
        return policy, None
    strategy = policy.strategies_by_id.get(id)
    if strategy is None:
        known = ", ".join(policy.strategies_by_id) or "none"
        hint = did_you_mean(id, policy.strategies_by_id) or f"Its strategies: {known}."
        raise PolicybookError(f"Policy {policy.code} has no strategy {id}. {hint}")
    return policy, strategy


def plan(manual: Manual, policy: Policy, strategy: Strategy | None, details: ReviewDetails) -> Plan:
    """Return the plan of a review. Raises PolicybookError where the details contradict the record."""
    _refuse(manual, strategy, details)
    looked_at = _text(policy, details)
    of = strategy.id if strategy else OF_POLICY
    path = f"{policy.folder}/reviews/{details.day.isoformat()}-{strategy.id if strategy else details.method or OF_POLICY}.yml"
    if manual.exists(path):
        raise PolicybookError(f"A review of that day is on record already: {path}. A review is written once.")
    data: dict[str, Any] = {
        "of": of,
        "by": details.by,
        "meeting": details.meeting,
        "digest": looked_at.computed_digest,
        "outcome": details.outcome,
        "summary": details.summary,
        "method": details.method,
        "findings": [{"strategy": one.strategy, "outcome": one.outcome, "text": one.text} for one in details.findings],
        "evidence": [{"title": title} for title in details.evidence],
        "measured": [{"indicator": id, "value": value} for id, value in details.measured],
        "next_steps": step_entries(manual, policy, details.steps),
    }
    change = files.new(manual, path, {key: value for key, value in data.items() if value})
    name = f"‘{strategy.title}’ of policy {policy.code}" if strategy else f"policy {policy.code}"
    looked = "evaluated" if details.method == EVALUATION else "looked at"
    done = f"{manual.body_name(details.by)} {looked} {name} as of revision {looked_at.id}: {details.outcome}."
    return Plan(Changes((change,)), (done,), _next(manual, policy, strategy, details))


def _refuse(manual: Manual, strategy: Strategy | None, details: ReviewDetails) -> None:
    if details.day > manual.as_of:
        raise PolicybookError(f"{dates.in_words(details.day)} is still to come: a review is recorded once it was held.")
    for body in dict.fromkeys((details.by, *(step.by for step in details.steps if step.by))):
        if body not in manual.bodies:
            raise PolicybookError(
                f"There is no body ‘{body}’ in bodies.yml. {did_you_mean(body, manual.bodies)}".strip()
            )
    ended = manual.bodies[details.by].ended
    if ended is not None and ended.latest < details.day:
        raise PolicybookError(f"{manual.body_name(details.by)} ended {ended.words()}, before that day.")
    lookup.require_meeting(manual, details.meeting)
    allowed = outcomes(strategy.id if strategy else "", details.method)
    if details.outcome not in allowed:
        what = "strategy" if strategy else "policy that is monitored" if details.method else "policy"
        raise PolicybookError(f"A review of a {what} concludes {', '.join(allowed[:-1])} or {allowed[-1]}.")
    if strategy is None and details.measured:
        raise PolicybookError("Only a strategy has indicators: leave --measured out.")
    for id, _ in details.measured:
        known = [one.id for one in strategy.indicators] if strategy else []
        if id not in known:
            hint = did_you_mean(id, known) or f"Its indicators: {', '.join(known) or 'none'}."
            raise PolicybookError(f"‘{strategy.title if strategy else ''}’ has no indicator {id}. {hint}")
    for step in details.steps:
        if step.due and not dates.is_date(step.due):
            raise PolicybookError(f"‘{step.due}’ isn't a date. Write it as 2026-11-24.")


def _text(policy: Policy, details: ReviewDetails) -> Revision:
    """Return the text that was reviewed."""
    found = policy.by_id.get(details.revision) if details.revision else policy.standing(details.day).text
    held = [act.id for act in policy.acts if act.holds_text]
    if found is None:
        why = (
            f"Policy {policy.code} has no revision {details.revision}."
            if details.revision
            else f"No text of policy {policy.code} was surely in force on {dates.in_words(details.day)}."
        )
        raise PolicybookError(f"{why} Name the text looked at with --revision: {', '.join(held) or 'none is held'}.")
    if not found.done or not found.holds_text:
        raise PolicybookError(
            f"The text of revision {found.id} of policy {policy.code} isn't {'held' if found.done else 'adopted'}, and a "
            "review names the text that was looked at by its digest."
        )
    return found


def step_entries(manual: Manual, policy: Policy, agreed: Sequence[NextStep]) -> list[dict[str, str]]:
    """Return the steps as the record holds them, each with a name by which a meeting can say that it is done."""
    taken = {step.id for step in steps.of_manual(manual) if step.policy.code == policy.code}
    found = []
    for step in agreed:
        id = slugs.free(slugs.provision(step.what), taken)
        taken.add(id)
        entry = {"id": id, "what": step.what, "by": step.by, "due": step.due}
        found.append({key: value for key, value in entry.items() if value})
    return found


def _next(manual: Manual, policy: Policy, strategy: Strategy | None, details: ReviewDetails) -> tuple[str, ...]:
    """Return when the next review falls due."""
    if details.method:
        lines = (policy.oversight,) if details.method == EVALUATION else policy.parts("monitoring")
        asked = (one for one in lines if one and one.text("method") in ("", details.method))
        held = next((fact(one, "cadence") for one in asked), None)
    else:
        held = (due.of_strategy(manual, policy, strategy) if strategy else due.of_policy(manual, policy)).cadence
    understood = cadence.parse(held.value) if held and held.value and held.basis != "assumed" else None
    on = understood.next_after(details.day) if understood and understood.count else None
    what = "evaluation" if details.method == EVALUATION else "report" if details.method else "review"
    return (f"The next {what} falls due by {dates.in_words(on)}.",) if on else ()
