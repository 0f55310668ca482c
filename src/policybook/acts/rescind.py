"""Record that the board rescinded a policy."""

from __future__ import annotations

from collections.abc import Sequence

from policybook.acts import lookup
from policybook.acts.context import ActContext, ActDetails
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy
from policybook.record.transaction import Changes
from policybook.text.lists import listed
from policybook.values import codes, dates


def plan(manual: Manual, code: str, details: ActDetails, replaced_by: Sequence[str] = ()) -> Plan:
    """Return the plan of a rescission. `replaced_by` names the policies that replace the rescinded one."""
    policy, names = replaced(manual, code, replaced_by)
    act = ActContext(manual, policy, details, _what(policy))
    act.require_allowed()
    change = act.new_act("rescind", {"replaced_by": names} if names else {})
    return Plan(
        Changes((change,)),
        (f"Policy {policy.code} is rescinded on {dates.in_words(details.effective or details.day)}.",),
        next_steps(manual, policy),
    )


def replaced(manual: Manual, code: str, by: Sequence[str]) -> tuple[Policy, list[str]]:
    """Return the policy to rescind, and the codes of its replacements.

    Raises PolicybookError where a replacement doesn't exist or is the policy itself.
    """
    policy = lookup.standing_policy(manual, code)
    names = [lookup.policy(manual, one).code for one in by]
    if policy.code in names:
        raise PolicybookError(f"{_what(policy)}: a policy can't be replaced by itself.")
    return policy, names


def next_steps(manual: Manual, policy: Policy) -> tuple[str, ...]:
    """Return what to do after a rescission."""
    still = _referring(manual, policy)
    steps = (
        [f"These still refer to it: {listed(still, 'and')}. Revise them, or add a note that names the replacement."]
        if still
        else []
    )
    return ("Its page stays, and says that it is rescinded.", *steps)


def _what(policy: Policy) -> str:
    return f"The rescission of policy {policy.code}"


def _referring(manual: Manual, gone: Policy) -> list[str]:
    """Return the codes of the policies that refer to the rescinded one, in their text or their own record."""
    keys = {codes.key(code) for code in gone.names}
    return [
        policy.code
        for policy in manual
        if policy is not gone
        and any(
            codes.key(reference.code) in keys
            for reference in (
                *policy.references,
                *(one for text in policy.texts_to_come(manual.as_of) for one in text.references),
            )
        )
    ]
