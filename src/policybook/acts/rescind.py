"""Record that the board withdrew a policy."""

from __future__ import annotations

from collections.abc import Sequence

from policybook.acts import details, lookup
from policybook.acts.details import Said
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy
from policybook.record.transaction import Changes
from policybook.text.lists import listed
from policybook.values import codes, dates


def plan(manual: Manual, code: str, said: Said, replaced_by: Sequence[str] = ()) -> Plan:
    """Return the plan of a rescission; `replaced_by` names the policies that take its place."""
    policy, names = replaced(manual, code, replaced_by)
    details.allowed(manual, policy, said, _what(policy))
    change = details.without_text(manual, policy, "rescind", said, {"replaced_by": names} if names else {})
    still = _referring(manual, policy)
    steps = (
        [f"These still refer to it: {listed(still, 'and')}. Revise them, or say in a note what took its place."]
        if still
        else []
    )
    return Plan(
        Changes((change,)),
        (f"Policy {policy.code} is rescinded on {dates.in_words(said.effective or said.day)}.",),
        ("Its page stays, and says so.", *steps),
    )


def replaced(manual: Manual, code: str, by: Sequence[str]) -> tuple[Policy, list[str]]:
    """Return the policy that is rescinded, and the codes of those that take its place.

    Raises PolicybookError where one of them isn't there, or is the policy itself.
    """
    policy = lookup.standing_policy(manual, code)
    names = [lookup.policy(manual, one).code for one in by]
    if policy.code in names:
        raise PolicybookError(f"{_what(policy)}: a policy can't be replaced by itself.")
    return policy, names


def _what(policy: Policy) -> str:
    return f"The rescission of policy {policy.code}"


def _referring(manual: Manual, gone: Policy) -> list[str]:
    """Return the codes of the policies whose text in force, or own record, refers to one."""
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
