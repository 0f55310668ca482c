"""Begin a proposal that leaves the text as it is: to rescind or to suspend a policy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from policybook.acts import files, lookup, rescind, suspend
from policybook.acts.plan import Plan
from policybook.acts.propose import ProposalDetails, new_id, other_proposals
from policybook.model import Manual, Policy
from policybook.record.transaction import Changes


def plan_rescission(manual: Manual, code: str, details: ProposalDetails, replaced_by: Sequence[str] = ()) -> Plan:
    """Return the plan of a proposal to rescind a policy. `replaced_by` names the policies that replace it."""
    policy, names = rescind.replaced(manual, code, replaced_by)
    return _without_text(manual, policy, "rescind", details, {"replaced_by": names} if names else {})


def plan_suspension(
    manual: Manual, code: str, details: ProposalDetails, until: date, provisions: Sequence[str] = ()
) -> Plan:
    """Return the plan of a proposal to suspend a policy, or some of its provisions, until a day."""
    policy = suspend.suspended(manual, code, until, provisions)
    more = {"until": until.isoformat(), **({"provisions": list(provisions)} if provisions else {})}
    return _without_text(manual, policy, "suspend", details, more)


def _without_text(
    manual: Manual, policy: Policy, action: str, details: ProposalDetails, more: Mapping[str, Any]
) -> Plan:
    """Return the plan of a proposal that leaves the text unchanged."""
    before = lookup.last_act(policy)
    assert before is not None
    facts = {key: value for key, value in details.fields().items() if key not in ("change", "equity")}
    id = new_id(manual, policy, details.name or f"{action} {policy.title}")
    data = {"action": action, **facts, **more, "follows": before.id}
    change = files.new(manual, f"{policy.folder}/revisions/{id}.yml", data)
    return Plan(
        Changes((change,)),
        (f"A proposal to {action} policy {policy.code} is begun in {manual.named(change.path)}.",),
        (
            *other_proposals(policy),
            f"When the board has read it: policybook reading {policy.code}@{id}",
            f"Once the board has acted: policybook adopt {policy.code}@{id}",
        ),
    )
