"""Compute the status of a recommendation from its answers and their actions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from policybook.due import steps
from policybook.due.steps import Step
from policybook.model import Manual, Policy, Recommendation, Response
from policybook.text.i18n import mark
from policybook.values.dates import PartialDate

Status = Literal["open", "overdue", "answered", "in progress", "done", "closed"]

STATUS = {
    "open": mark("open"),
    "overdue": mark("overdue"),
    "answered": mark("answered"),
    "in progress": mark("in progress"),
    "done": mark("done"),
    "closed": mark("closed"),
}

ACCEPTED = ("accepted", "accepted-in-part")


@dataclass(frozen=True, slots=True)
class RecommendationStatus:
    """A recommendation on a day: where it stands, who hasn't answered, what is still to be done."""

    policy: Policy
    asked: Recommendation
    status: Status
    silent: tuple[str, ...]
    """The bodies that were asked and haven't answered."""
    board_silent: bool
    """Whether the board is among them."""
    answers: tuple[Response, ...]
    """Given by that day."""
    open_actions: tuple[Step, ...]
    days: int
    """How long ago it was made."""


def all_of(manual: Manual) -> tuple[RecommendationStatus, ...]:
    """Return where each recommendation made by the manual's day stands, the newest first."""
    found = [
        standing(manual, policy, asked)
        for policy in manual
        for asked in policy.recommendations
        if asked.when.earliest <= manual.as_of
    ]
    return tuple(sorted(found, key=lambda one: (one.days, one.policy.code, one.asked.id)))


def standing(manual: Manual, policy: Policy, asked: Recommendation) -> RecommendationStatus:
    """Return where a recommendation stands on the manual's day."""
    day = manual.as_of
    answers = tuple(one for one in asked.responses if _by(one.date("date"), day))
    given = {one.by for one in answers if says_something(one)}
    silent = tuple(body for body in asked.to if body not in given)
    actions = [step for step in steps.of_manual(manual) if _is_of(step, asked) and step.since.earliest <= day]
    open_actions = tuple(step for step in actions if step.done is None or step.done.earliest > day)
    return RecommendationStatus(
        policy,
        asked,
        _status(asked, answers, silent, open_actions, day),
        silent,
        any(manual.is_board(body) for body in silent),
        answers,
        open_actions,
        max(0, (day - asked.when.earliest).days),
    )


def says_something(response: Response) -> bool:
    """Return whether an answer is one: that something was noted, without a word, answers nothing."""
    return response.answer != "noted" or response.has("text")


def _status(
    asked: Recommendation,
    answers: tuple[Response, ...],
    silent: tuple[str, ...],
    open_actions: tuple[Step, ...],
    day: date,
) -> Status:
    if asked.closed is not None and _by(asked.closed.date("date"), day):
        return "closed"
    late = any(step.due is not None and step.due.latest < day for step in open_actions)
    if late or (silent and asked.respond_by is not None and asked.respond_by.latest < day):
        return "overdue"
    if silent:
        return "open"
    if open_actions:
        return "in progress"
    return "done" if any(one.answer in ACCEPTED and one.actions for one in answers) else "answered"


def _is_of(step: Step, asked: Recommendation) -> bool:
    return step.part.path == asked.path


def _by(given: PartialDate | None, day: date) -> bool:
    return given is None or given.earliest <= day
