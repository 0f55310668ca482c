"""What a team worked on is on record: its strategies exist, and the steps that it closes were promised before.

How to mend: correct the code, the strategy's id or the step's id.

Example:

    -- meetings/2026-10-12-restorative-team.yml --
    body: restorative-team
    items:
      - {did: reviewed, strategy: 3210/restorative, closes: [name-leads]}
"""

from collections import Counter

from policybook.check import Hit, Hits, Item, Manual, Meeting, Policy, did_you_mean, steps

FAMILY = "reference"


def check(manual: Manual) -> Hits:
    meetings = [meeting for meeting in manual.meetings.values() if meeting.items]
    known = {(step.policy.code, step.id): step for step in steps.of_manual(manual) if step.id}
    yield from _named_twice(manual)
    for meeting in meetings:
        for item in meeting.items:
            if not item.code:
                continue
            policy = steps.policy_of(manual, item)
            if policy is None:
                if not manual.can_find(item.code):
                    yield Hit(item.at("strategy"), f"There is no policy {item.code}.", "Write CODE/STRATEGY.")
                continue
            if not policy.knows("policy.yml"):
                continue
            if item.strategy and policy.knows("strategies.yml") and item.strategy not in policy.strategies_by_id:
                yield Hit(
                    item.at("strategy"),
                    f"Policy {policy.code} has no strategy ‘{item.strategy}’.",
                    did_you_mean(item.strategy, policy.strategies_by_id) or "Correct the id.",
                )
            if manual.knows_meetings and policy.knows("reviews") and policy.knows("recommendations"):
                yield from _closed(meeting, item, policy, known)


def _closed(meeting: Meeting, item: Item, policy: Policy, known: dict[tuple[str, str], steps.Step]) -> Hits:
    for at, id in enumerate(item.texts("closes")):
        step = known.get((policy.code, id))
        if step is None:
            there = [name for code, name in known if code == policy.code]
            yield Hit(
                item.at("closes", at),
                f"Policy {policy.code} has no step ‘{id}’ that could be done.",
                did_you_mean(id, there) or "Give the step an `id` where it was promised.",
            )
        elif step.since.earliest > meeting.day.latest:
            yield Hit(
                item.at("closes", at),
                f"The step ‘{id}’ is called done {meeting.day.words()}, before it was promised.",
                "Correct the id or the day.",
            )


def _named_twice(manual: Manual) -> Hits:
    counts: Counter[tuple[str, str]] = Counter()
    for step in steps.of_manual(manual):
        key = (step.policy.code, step.id)
        counts[key] += bool(step.id)
        if counts[key] > 1:
            yield Hit(step.part.at("id"), f"Policy {key[0]} has another step ‘{key[1]}’.", "Give this one another id.")
