"""The plan of an act: the files to write, what the act does, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from policybook.record.transaction import Changes


@dataclass(frozen=True, slots=True)
class Plan:
    """An act before anything is written."""

    changes: Changes
    done: tuple[str, ...]
    """What the act does, one sentence for each policy."""
    next: tuple[str, ...] = ()
    """What comes next, one sentence for each step."""


def joined(plans: tuple[Plan, ...]) -> Plan:
    """Return several plans as one, so that their files are written together or not at all."""
    return Plan(
        Changes(tuple(change for plan in plans for change in plan.changes.files)),
        tuple(sentence for plan in plans for sentence in plan.done),
        tuple(dict.fromkeys(step for plan in plans for step in plan.next)),
    )
