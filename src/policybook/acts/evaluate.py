"""Record an evaluation: the body that oversees a policy says how it is carried out, strategy by strategy."""

from __future__ import annotations

from dataclasses import replace

from policybook.acts import review
from policybook.acts.plan import Plan
from policybook.acts.review import ReviewDetails, StrategyResult
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy
from policybook.text.suggest import did_you_mean


def overseer(manual: Manual, policy: Policy) -> str:
    """Return the id of the body that oversees a policy. Raises PolicybookError where none is on record."""
    by = policy.oversight.text("by") if policy.oversight is not None else ""
    if not by:
        raise PolicybookError(
            f"No body oversees policy {policy.code}, as far as is on record. Write `oversight: {{by: BODY}}` in "
            f"{manual.named(policy.path)}; what another body finds is a review."
        )
    return by


def plan(manual: Manual, policy: Policy, details: ReviewDetails) -> Plan:
    """Return the plan of an evaluation. Raises PolicybookError where the details contradict the record."""
    by = overseer(manual, policy)
    if details.by != by:
        raise PolicybookError(
            f"{manual.body_name(by)} oversees policy {policy.code}, not {manual.body_name(details.by)}. "
            "What another body finds is a review."
        )
    for at, finding in enumerate(details.findings):
        _refuse(policy, finding, details.findings[:at])
    made = review.plan(manual, policy, None, details)
    steps = tuple(
        f"To make a recommendation of it: policybook recommend {policy.code} --finding {finding.strategy} --to BODY"
        for finding in details.findings
        if finding.outcome != "on-track"
    )
    return replace(made, next=(*made.next, *steps))


def _refuse(policy: Policy, finding: StrategyResult, before: tuple[StrategyResult, ...]) -> None:
    known = policy.strategies_by_id
    if finding.strategy not in known:
        hint = did_you_mean(finding.strategy, known) or f"Its strategies: {', '.join(known) or 'none'}."
        raise PolicybookError(f"Policy {policy.code} has no strategy {finding.strategy}. {hint}")
    if finding.outcome not in review.OF_STRATEGY:
        raise PolicybookError(f"A finding of a strategy concludes {', '.join(review.OF_STRATEGY[:-1])} or off-track.")
    if not finding.text:
        raise PolicybookError(
            f"Say what was found of {finding.strategy}: ‘{finding.strategy}; {finding.outcome}; why’."
        )
    if any(one.strategy == finding.strategy for one in before):
        raise PolicybookError(f"There are two findings of {finding.strategy}: put them together.")
