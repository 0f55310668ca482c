"""Record that the board reviewed a policy and left it unchanged."""

from __future__ import annotations

from policybook.acts import lookup
from policybook.acts.context import ActContext, ActDetails
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual
from policybook.record.transaction import Changes
from policybook.values import dates


def plan(manual: Manual, code: str, details: ActDetails) -> Plan:
    """Return the plan of a review without changes. Raises PolicybookError where there is nothing to reaffirm."""
    policy = lookup.standing_policy(manual, code)
    last = policy.acts[-1]
    if last.action == "reaffirm" and last.acted == dates.parse(details.day.isoformat()):
        raise PolicybookError(
            f"Policy {policy.code} is recorded as reviewed without changes on {dates.in_words(details.day)} already: "
            f"{manual.named(last.path)}."
        )
    act = ActContext(manual, policy, details, f"The review of policy {policy.code}")
    act.require_allowed()
    change = act.new_act("reaffirm", {})
    steps = []
    if policy.standing(details.day).may_be("suspended"):
        steps.append("This ends the suspension: the policy is in force again from that day.")
    cadence = manual.cadence_of(policy)
    if cadence is not None and cadence.value:
        steps.append(f"The next review counts from this day ({cadence.value}): policybook due")
    return Plan(
        Changes((change,)),
        (f"Policy {policy.code} is reviewed without changes on {dates.in_words(details.day)}.",),
        tuple(steps),
    )
