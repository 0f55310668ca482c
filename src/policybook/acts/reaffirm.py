"""Record that the board looked at a policy and left it as it is."""

from __future__ import annotations

from policybook.acts import details, lookup
from policybook.acts.details import Said
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual
from policybook.record.transaction import Changes
from policybook.values import dates


def plan(manual: Manual, code: str, said: Said) -> Plan:
    """Return the plan of a review without changes; raise PolicybookError where there is nothing to reaffirm."""
    policy = lookup.standing_policy(manual, code)
    last = policy.acts[-1]
    if last.action == "reaffirm" and last.acted == dates.parse(said.day.isoformat()):
        raise PolicybookError(
            f"Policy {policy.code} is recorded as reviewed without changes on {dates.in_words(said.day)} already: "
            f"{manual.named(last.path)}."
        )
    details.allowed(manual, policy, said, f"The review of policy {policy.code}")
    change = details.without_text(manual, policy, "reaffirm", said, {})
    steps = []
    if policy.standing(said.day).may_be("suspended"):
        steps.append("This ends the suspension: the policy is in force again from that day.")
    cadence = manual.cadence_of(policy)
    if cadence is not None and cadence.value:
        steps.append(f"The next review counts from this day ({cadence.value}): policybook due")
    return Plan(
        Changes((change,)),
        (f"Policy {policy.code} is reviewed without changes on {dates.in_words(said.day)}.",),
        tuple(steps),
    )
