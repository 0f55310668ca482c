"""Record that the board suspended a policy, or some of its provisions, until a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from policybook.acts import lookup
from policybook.acts.context import ActContext, ActDetails
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Revision
from policybook.record.transaction import Changes
from policybook.text.lists import listed
from policybook.text.suggest import did_you_mean
from policybook.values import dates


def plan(manual: Manual, code: str, details: ActDetails, until: date, provisions: Sequence[str] = ()) -> Plan:
    """Return the plan of a suspension until the end of `until`. Without provisions it covers the whole policy."""
    policy = suspended(manual, code, until, provisions)
    act = ActContext(manual, policy, details, f"The suspension of policy {policy.code}")
    act.require_allowed()
    require_possible(act, until, provisions)
    more = {"until": until.isoformat(), **({"provisions": list(provisions)} if provisions else {})}
    change = act.new_act("suspend", more)
    running = _running(manual, policy)
    ends = running.date("until") if running is not None else None
    before = [f"Until now it was to end {ends.words()}: this act takes its place."] if ends and not provisions else []
    aside = (
        f"{len(provisions)} provision{'s' * (len(provisions) > 1)} of policy {policy.code}"
        if provisions
        else f"Policy {policy.code}"
    )
    return Plan(
        Changes((change,)),
        (f"{aside} {'are' if len(provisions) > 1 else 'is'} suspended until {dates.in_words(until)}.",),
        (*before, "The policy is in force again on the day after, unless the board acts again."),
    )


def require_possible(act: ActContext, until: date, provisions: Sequence[str]) -> None:
    """Refuse a suspension that ends before it begins, and one of provisions that the text doesn't have."""
    if until < (act.details.effective or act.details.day):
        raise PolicybookError(f"{act.what} would end on {dates.in_words(until)}, before it begins.")
    text = lookup.last_text(act.policy)
    for id in provisions:
        if text is not None and text.holds_text and id not in text.by_id:
            hint = did_you_mean(id, text.by_id) or f"It has {listed(list(text.by_id), 'and')}."
            raise PolicybookError(f"{act.what} names the provision ‘{id}’, which its text doesn't have. {hint}")


def suspended(manual: Manual, code: str, until: date | None, provisions: Sequence[str] = ()) -> Policy:
    """Return the policy to suspend. Refuses one that is suspended already, unless `until` is another day."""
    policy = lookup.standing_policy(manual, code)
    running = None if provisions else _running(manual, policy)
    ends = running.date("until") if running is not None else None
    if ends is not None and (until is None or ends.earliest == until == ends.latest):
        raise PolicybookError(
            f"Policy {policy.code} is suspended already, until {ends.words()}. If the board chose another day, name it "
            f"with --until; if it ended the suspension: policybook reaffirm {policy.code}"
        )
    return policy


def _running(manual: Manual, policy: Policy) -> Revision | None:
    """Return the suspension of the whole policy that is, or may be, running today."""
    answers = policy.standing(manual.as_of).answers
    return next((answer.act for answer in answers if answer.state == "suspended"), None)
