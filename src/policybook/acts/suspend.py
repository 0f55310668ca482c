"""Record that the board set a policy, or some of its provisions, aside for a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from policybook.acts import details, lookup
from policybook.acts.details import Said
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Revision
from policybook.record.transaction import Changes
from policybook.text.lists import listed
from policybook.text.suggest import did_you_mean
from policybook.values import dates


def plan(manual: Manual, code: str, said: Said, until: date, provisions: Sequence[str] = ()) -> Plan:
    """Return the plan of a suspension to the end of `until`; of the whole policy where no provision is named."""
    policy = suspended(manual, code, until, provisions)
    what = f"The suspension of policy {policy.code}"
    details.allowed(manual, policy, said, what)
    if until < (said.effective or said.day):
        raise PolicybookError(f"{what} would end on {dates.in_words(until)}, before it begins.")
    text = lookup.last_text(policy)
    for id in provisions:
        if text is not None and text.holds_text and id not in text.by_id:
            hint = did_you_mean(id, text.by_id) or f"It has {listed(list(text.by_id), 'and')}."
            raise PolicybookError(f"{what} names the provision ‘{id}’, which its text doesn't have. {hint}")
    more = {"until": until.isoformat(), **({"provisions": list(provisions)} if provisions else {})}
    change = details.without_text(manual, policy, "suspend", said, more)
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
        (f"{aside} {'are' if len(provisions) > 1 else 'is'} set aside until {dates.in_words(until)}.",),
        (*before, "What was before comes back by itself on the day after, unless the board acts again."),
    )


def suspended(manual: Manual, code: str, until: date | None, provisions: Sequence[str] = ()) -> Policy:
    """Return the policy to set aside; refuse one that is set aside already, unless until another day than this."""
    policy = lookup.standing_policy(manual, code)
    running = None if provisions else _running(manual, policy)
    ends = running.date("until") if running is not None else None
    if ends is not None and (until is None or ends.earliest == until == ends.latest):
        raise PolicybookError(
            f"Policy {policy.code} is set aside already, until {ends.words()}. If the board chose another day, name it "
            f"with --until; if it ended the suspension: policybook reaffirm {policy.code}"
        )
    return policy


def _running(manual: Manual, policy: Policy) -> Revision | None:
    """Return the suspension of the whole policy that holds, or may hold, today."""
    answers = policy.standing(manual.as_of).answers
    return next((answer.act for answer in answers if answer.state == "suspended"), None)
