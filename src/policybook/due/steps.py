"""Collect the steps promised in reviews, answers and meetings, and which of them are done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policybook.model import Item, Manual, Meeting, Policy, View
from policybook.model.lazy import once_per_manual
from policybook.values.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Step:
    """A step, and when it was promised."""

    policy: Policy
    part: View
    since: PartialDate
    by: str
    """The body that must do it; a team's own step falls to the team where nobody else is named."""
    done: PartialDate | None = None
    """The day on which it was done, as its own entry or a later meeting says."""

    @property
    def due(self) -> PartialDate | None:
        """Return the day by which it was promised at first."""
        return self.part.date("due")

    @property
    def id(self) -> str:
        """Return its permanent name, empty where it has none."""
        return self.part.text("id")


@once_per_manual
def of_manual(manual: Manual) -> tuple[Step, ...]:
    """Return every step on record, in the order of the policies."""
    agreed: dict[str, list[tuple[Meeting, Item]]] = {}
    for meeting in manual.meetings.values():
        for item in meeting.items:
            found = policy_of(manual, item)
            if found is not None and found.knows("policy.yml"):
                agreed.setdefault(found.folder, []).append((meeting, item))
    return tuple(step for policy in manual for step in _of_policy(policy, agreed.get(policy.folder, [])))


def policy_of(manual: Manual, item: Item) -> Policy | None:
    """Return the policy that a team worked on, by the code that it had then or has now."""
    return (manual.find(item.code) or manual.find_former(item.code)) if item.code else None


def closings(items: list[tuple[Meeting, Item]]) -> dict[str, PartialDate]:
    """Return the day on which a meeting first said of a step, by its id, that it is done."""
    found: dict[str, PartialDate] = {}
    for meeting, item in items:
        for id in item.texts("closes"):
            if id not in found or meeting.day.earliest < found[id].earliest:
                found[id] = meeting.day
    return found


def _of_policy(policy: Policy, agreed: list[tuple[Meeting, Item]]) -> Iterator[Step]:
    closed = closings(agreed)
    for part, since, by in _promised(policy, agreed):
        id = part.text("id")
        yield Step(policy, part, since, by, part.date("done") or (closed.get(id) if id else None))


def _promised(policy: Policy, agreed: list[tuple[Meeting, Item]]) -> Iterator[tuple[View, PartialDate, str]]:
    for review in policy.reviews:
        for step in review.parts("next_steps"):
            yield step, review.when, step.text("by")
    for asked in policy.recommendations:
        for response in asked.responses:
            for step in response.actions:
                yield step, response.date("date") or asked.when, step.text("by")
    for meeting, item in agreed:
        for step in item.next:
            yield step, meeting.day, step.text("by") or meeting.body
