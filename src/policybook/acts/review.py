"""A review: on this day this body looked at this text and concluded this."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from policybook.acts import files
from policybook.acts.plan import Plan
from policybook.due import reviews as due
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Revision, Strategy
from policybook.model.review import OF_POLICY
from policybook.record.transaction import Changes
from policybook.text.suggest import did_you_mean
from policybook.values import cadence, dates

OF_STRATEGY = ("on-track", "needs-attention", "off-track")
OF_TEXT = ("confirmed", "revise", "rescind")
OF_MONITORING = ("compliant", "not-compliant")


@dataclass(frozen=True, slots=True)
class Step:
    """What comes next, who does it and by when, as far as that was said."""

    what: str
    by: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said of a review."""

    day: date
    by: str
    """The body that looked."""
    outcome: str
    summary: str
    steps: tuple[Step, ...] = ()
    measured: tuple[tuple[str, str], ...] = ()
    """Readings: an indicator's id and the figure."""
    evidence: tuple[str, ...] = ()
    method: str = ""
    """The method of monitoring, for a policy that is monitored."""
    revision: str = ""
    """The id of the text looked at; else the one in force on the day."""


def outcomes(strategy: str, method: str) -> tuple[str, ...]:
    """Return what a review of a strategy, of a policy's own text, or by a method of monitoring may conclude."""
    return OF_STRATEGY if strategy else OF_MONITORING if method else OF_TEXT


def target(manual: Manual, written: str) -> tuple[Policy, Strategy | None]:
    """Return the policy, and the strategy where one is named, of `3210/data` or `3210`.

    Raises PolicybookError where there is none of that name.
    """
    code, slash, id = written.rpartition("/")
    if not slash or manual.find(written) is not None:
        code, id = written, ""
    policy = manual.find(code) or manual.find_former(code)
    if policy is None:
        hint = did_you_mean(code, [one.code for one in manual]) or "`policybook list` lists them."
        raise PolicybookError(f"There is no policy {code}. {hint}")
    if not id:
        return policy, None
    strategy = policy.strategies_by_id.get(id)
    if strategy is None:
        known = ", ".join(policy.strategies_by_id) or "none"
        hint = did_you_mean(id, policy.strategies_by_id) or f"Its strategies: {known}."
        raise PolicybookError(f"Policy {policy.code} has no strategy {id}. {hint}")
    return policy, strategy


def plan(manual: Manual, policy: Policy, strategy: Strategy | None, said: Said) -> Plan:
    """Return the file of the review, or raise PolicybookError that says what can't be so."""
    _refuse(manual, strategy, said)
    looked_at = _text(policy, said)
    of = strategy.id if strategy else OF_POLICY
    path = f"{policy.folder}/reviews/{said.day.isoformat()}-{strategy.id if strategy else said.method or OF_POLICY}.yml"
    if manual.exists(path):
        raise PolicybookError(f"A review of that day is on record already: {path}. A review is written once.")
    data: dict[str, Any] = {
        "of": of,
        "by": said.by,
        "digest": looked_at.computed_digest,
        "outcome": said.outcome,
        "summary": said.summary,
        "method": said.method,
        "evidence": [{"title": title} for title in said.evidence],
        "measured": [{"indicator": id, "value": value} for id, value in said.measured],
        "next_steps": [_step(step) for step in said.steps],
    }
    change = files.new(manual, path, {key: value for key, value in data.items() if value})
    name = f"‘{strategy.title}’ of policy {policy.code}" if strategy else f"policy {policy.code}"
    done = f"{manual.body_name(said.by)} looked at {name} as of revision {looked_at.id}: {said.outcome}."
    return Plan(Changes((change,)), (done,), _next(manual, policy, strategy, said))


def _refuse(manual: Manual, strategy: Strategy | None, said: Said) -> None:
    if said.day > manual.as_of:
        raise PolicybookError(f"{dates.in_words(said.day)} is still to come: a review is recorded once it was held.")
    for body in dict.fromkeys((said.by, *(step.by for step in said.steps if step.by))):
        if body not in manual.bodies:
            raise PolicybookError(
                f"There is no body ‘{body}’ in bodies.yml. {did_you_mean(body, manual.bodies)}".strip()
            )
    ended = manual.bodies[said.by].ended
    if ended is not None and ended.latest < said.day:
        raise PolicybookError(f"{manual.body_name(said.by)} ended {ended.words()}, before that day.")
    allowed = outcomes(strategy.id if strategy else "", said.method)
    if said.outcome not in allowed:
        what = "strategy" if strategy else "policy that is monitored" if said.method else "policy"
        raise PolicybookError(f"A review of a {what} concludes {', '.join(allowed[:-1])} or {allowed[-1]}.")
    if strategy is None and said.measured:
        raise PolicybookError("Only a strategy has indicators: leave --measured out.")
    for id, _ in said.measured:
        known = [one.id for one in strategy.indicators] if strategy else []
        if id not in known:
            hint = did_you_mean(id, known) or f"Its indicators: {', '.join(known) or 'none'}."
            raise PolicybookError(f"‘{strategy.title if strategy else ''}’ has no indicator {id}. {hint}")
    for step in said.steps:
        if step.due and not dates.is_date(step.due):
            raise PolicybookError(f"‘{step.due}’ isn't a date. Write it as 2026-11-24.")


def _text(policy: Policy, said: Said) -> Revision:
    """Return the text that was looked at."""
    found = policy.by_id.get(said.revision) if said.revision else policy.standing(said.day).text
    held = [act.id for act in policy.acts if act.holds_text]
    if found is None:
        why = (
            f"Policy {policy.code} has no revision {said.revision}."
            if said.revision
            else f"No text of policy {policy.code} was surely in force on {dates.in_words(said.day)}."
        )
        raise PolicybookError(f"{why} Name the text looked at with --revision: {', '.join(held) or 'none is held'}.")
    if not found.done or not found.holds_text:
        raise PolicybookError(
            f"The text of revision {found.id} of policy {policy.code} isn't {'held' if found.done else 'adopted'}, and a "
            "review names the text that was looked at by its digest."
        )
    return found


def _step(step: Step) -> dict[str, str]:
    return {key: value for key, value in (("what", step.what), ("by", step.by), ("due", step.due)) if value}


def _next(manual: Manual, policy: Policy, strategy: Strategy | None, said: Said) -> tuple[str, ...]:
    """Say when the next review falls due."""
    found = due.of_strategy(manual, policy, strategy) if strategy else due.of_policy(manual, policy)
    often = found.cadence.value if found.cadence and found.cadence.basis != "assumed" else None
    understood = cadence.parse(often) if often else None
    on = understood.next_after(said.day) if understood and understood.count else None
    return (f"The next review falls due by {dates.in_words(on)}.",) if on else ()
