"""What stands of a policy on a day, in words for people."""

from __future__ import annotations

from datetime import date

from policybook.model import Policy
from policybook.model.in_force import Answer


def words(policy: Policy, day: date) -> str:
    """Return what stands on `day`: "in force since December 2019", "perhaps …, or …"."""
    if not policy.is_held:
        return "listed, text not held"
    stands = policy.standing(day)
    said = [of_answer(answer) for answer in stands.answers]
    return said[0] if stands.certain else "perhaps " + ", or ".join(said)


def of_answer(answer: Answer) -> str:
    """Return one answer in words."""
    revision = answer.revision
    if answer.state == "in force" and revision is not None:
        held = "" if revision.holds_text else " (text not held)"
        if revision.effective is None:
            seen = revision.seen
            return f"in force, seen {seen.words()}{held}" if seen else f"in force{held}"
        return f"in force since {revision.effective.words()}{held}"
    if answer.state == "not yet effective" and revision is not None and revision.effective:
        return f"adopted, in force from {revision.effective.words()}"
    if answer.state == "suspended" and answer.act is not None:
        until = answer.act.date("until")
        return f"suspended until {until.words()}" if until else "suspended"
    if answer.state == "rescinded" and answer.act is not None and answer.act.effective:
        return f"rescinded {answer.act.effective.words()}"
    return answer.state
