"""Record that the board set a policy, or some of its provisions, aside for a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from policybook import dates
from policybook.acts import board, on_record
from policybook.acts.board import Said
from policybook.acts.plan import Plan
from policybook.check import did_you_mean, listed
from policybook.errors import PolicybookError
from policybook.model import Manual
from policybook.writing.changes import Changes


def plan(manual: Manual, code: str, said: Said, until: date, provisions: Sequence[str] = ()) -> Plan:
    """Return the plan of a suspension to the end of `until`; of the whole policy where no provision is named."""
    policy = on_record.standing_policy(manual, code)
    what = f"The suspension of policy {policy.code}"
    board.allowed(manual, policy, said, what)
    if until < (said.effective or said.day):
        raise PolicybookError(f"{what} would end on {dates.in_words(until)}, before it begins.")
    text = on_record.last_text(policy)
    for id in provisions:
        if text is not None and text.holds_text and id not in text.by_id:
            hint = did_you_mean(id, text.by_id) or f"It has {listed(list(text.by_id), 'and')}."
            raise PolicybookError(f"{what} names the provision ‘{id}’, which its text doesn't have. {hint}")
    more = {"until": until.isoformat(), **({"provisions": list(provisions)} if provisions else {})}
    change = board.without_text(manual, policy, "suspend", said, more)
    aside = (
        f"{len(provisions)} provision{'s' * (len(provisions) > 1)} of policy {policy.code}"
        if provisions
        else f"Policy {policy.code}"
    )
    return Plan(
        Changes((change,)),
        (f"{aside} {'are' if len(provisions) > 1 else 'is'} set aside until {dates.in_words(until)}.",),
        ("What was before comes back by itself on the day after, unless the board acts again.",),
    )
