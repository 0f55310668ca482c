"""Record an answer to a recommendation: what will be done, by whom and by when, or why not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from policybook.acts import files, lookup
from policybook.acts.plan import Plan
from policybook.acts.review import NextStep, step_entries
from policybook.due.recommendations import ACCEPTED
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Recommendation
from policybook.record.transaction import Changes
from policybook.record.yaml import edits
from policybook.text.lists import listed
from policybook.values import dates

ANSWERS = ("accepted", "accepted-in-part", "declined", "noted")


@dataclass(frozen=True, slots=True)
class ResponseDetails:
    """What was entered about an answer."""

    day: date
    by: str
    answer: str
    text: str = ""
    actions: Sequence[NextStep] = ()
    resources: str = ""


def plan(manual: Manual, policy: Policy, asked: Recommendation, details: ResponseDetails) -> Plan:
    """Return the plan of an answer. Raises PolicybookError where the details contradict the record."""
    _refuse(manual, asked, details)
    entry: dict[str, Any] = {
        "by": details.by,
        "date": details.day.isoformat(),
        "answer": details.answer,
        "text": details.text,
        "resources": details.resources,
        "actions": step_entries(manual, policy, details.actions),
    }
    entry = {key: value for key, value in entry.items() if value}
    change = files.changed(manual, asked.path, lambda raw: edits.append(raw, "recommendation", "responses", entry))
    said = f"{manual.body_name(details.by)} answered the recommendation {asked.id} on policy {policy.code}: {details.answer}."
    late = (details.day - asked.respond_by.latest).days if asked.respond_by else 0
    if late > 0:
        said += f" The answer is {late} {'day' if late == 1 else 'days'} late, and that stays on record."
    return Plan(Changes((change,)), (said,), tuple(_next(manual, asked, details)))


def _refuse(manual: Manual, asked: Recommendation, details: ResponseDetails) -> None:
    if details.by not in asked.to:
        names = listed([manual.body_name(body) for body in asked.to], "and")
        raise PolicybookError(
            f"The recommendation {asked.id} was made to {names}, not to {manual.body_name(details.by)}."
        )
    lookup.refuse_future(manual, details.day, "This answer")
    if details.day < asked.when.earliest:
        raise PolicybookError(f"The recommendation {asked.id} was made {asked.when.words()}, after that day.")
    if asked.closed is not None:
        raise PolicybookError(f"The recommendation {asked.id} is closed.")
    if details.answer in ACCEPTED and not details.actions:
        raise PolicybookError(f'‘{details.answer}’ needs what will be done: --action "what; who; by when".')
    if details.answer != "accepted" and not details.text:
        raise PolicybookError(f"‘{details.answer}’ needs its reasons: --text.")
    for action in details.actions:
        if not action.by or not action.due:
            raise PolicybookError(f'‘{action.what}’ needs who does it and by when: "what; who; by when".')
        if not dates.is_date(action.due):
            raise PolicybookError(f"‘{action.due}’ isn't a date. Write it as 2026-11-24.")


def _next(manual: Manual, asked: Recommendation, details: ResponseDetails) -> list[str]:
    given = {one.by for one in asked.responses} | {details.by}
    silent = [manual.body_name(body) for body in asked.to if body not in given]
    said = [f"Still to answer: {listed(silent, 'and')}."] if silent else []
    return said + [
        f"{manual.body_name(action.by)}: ‘{action.what}’, due {dates.parse(action.due).words()}."
        for action in details.actions
    ]
