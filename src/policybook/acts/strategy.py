"""Add a strategy: who carries out a direction of the text in force, and how often it is reviewed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from policybook.acts import files, lookup
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Provision
from policybook.record.transaction import Changes
from policybook.record.yaml import edits
from policybook.text.suggest import did_you_mean
from policybook.values import cadence

_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class StrategyDetails:
    """What the clerk entered about a strategy. Empty fields weren't entered."""

    title: str
    owner: str
    cadence: str
    support: Sequence[str] = ()
    note: str = ""


def plan(manual: Manual, policy: Policy, direction: Provision, details: StrategyDetails) -> Plan:
    """Return the plan of a new strategy for a direction of the text.

    Raises PolicybookError where the direction has a strategy, and where the cadence isn't understood.
    """
    if direction.id in policy.strategies_by_id:
        raise PolicybookError(f"Policy {policy.code} has the strategy {direction.id} already.")
    if details.cadence and cadence.parse(details.cadence) is None:
        raise PolicybookError(
            f"‘{details.cadence}’ isn't understood. Write it as ‘every 6 months’, ‘every year in March’ or ‘as needed’."
        )
    entry: dict[str, Any] = {"id": direction.id, "title": details.title, "owner": details.owner}
    more = {"support": list(details.support), "cadence": details.cadence, "note": details.note}
    entry.update({key: value for key, value in more.items() if value})
    path = f"{policy.folder}/strategies.yml"
    if manual.exists(path):
        change = files.changed(manual, path, lambda raw: edits.append(raw, "strategies", "strategies", entry))
    else:
        change = files.new(manual, path, {"strategies": [entry]})
    return Plan(
        Changes((change,)),
        (f"{manual.body_name(details.owner)} answers for ‘{details.title}’ of policy {policy.code}.",),
        (f"When it was reviewed for the first time: policybook review {policy.code}/{direction.id}",),
    )


def direction(manual: Manual, named: str) -> tuple[Policy, Provision]:
    """Return the policy and the direction named by `CODE/ID`.

    Raises PolicybookError where the text last adopted, or an open proposal, has no such direction.
    """
    code, _, id = named.rpartition("/")
    policy = lookup.policy(manual, code or named)
    text = lookup.last_text(policy)
    texts = [text] if text is not None and text.holds_text else []
    known = {one.id: one for text in (*texts, *lookup.open_proposals(policy)) for one in text.directions if one.id}
    if not known:
        raise PolicybookError(f"The text of policy {policy.code} has no strategic directions.")
    left = [one for one in known if one not in policy.strategies_by_id]
    if id not in known:
        hint = did_you_mean(id, known) or f"Those without a strategy: {', '.join(left) or 'none'}."
        asked = f"no direction {id}" if code else "several directions: name one as CODE/ID"
        raise PolicybookError(f"Policy {policy.code} has {asked}. {hint}")
    return policy, known[id]


def title(found: Provision) -> str:
    """Return a title for a strategy: the heading of its direction, else the first words of its text."""
    words = found.heading or found.prose.split("\n")[0].replace("*", "")
    return words if len(words) <= _LONGEST_TITLE else words[:_LONGEST_TITLE].rpartition(" ")[0] + " …"
