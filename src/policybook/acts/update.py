"""Record what became known of a proposal or an act: comment period, equity analysis, publication, report to the board."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from policybook.acts import files, lookup
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Revision
from policybook.record.transaction import Changes
from policybook.record.yaml import edits
from policybook.values import dates


@dataclass(frozen=True, slots=True)
class UpdateDetails:
    """What the clerk entered. Empty fields weren't entered."""

    facts: Mapping[str, str] = field(default_factory=dict)
    """Of a proposal: summary, reason, change, trigger, proposed_by."""
    comment: Mapping[str, Any] = field(default_factory=dict)
    """Of a proposal: from, until, to, url; of any: received."""
    equity: Mapping[str, str] = field(default_factory=dict)
    """Of a proposal: tool, date, by, affected, evidence, changed."""
    step: Mapping[str, str] = field(default_factory=dict)
    """Of a proposal: what else happened (what, date, by, outcome)."""
    published: date | None = None
    """Of an act: the day it was put on the site."""
    reported: date | None = None
    """Of a correction: the day it was reported to the board."""
    minutes: str = ""
    """Of an act: the address of the minutes."""

    @property
    def of_act(self) -> bool:
        """Return whether any field is for an act that is done."""
        return bool(self.published or self.reported or self.minutes)

    @property
    def of_proposal(self) -> bool:
        """Return whether any field is for a proposal."""
        return bool(self.facts or self.comment or self.equity or self.step)


def plan(manual: Manual, named: str, details: UpdateDetails) -> Plan:
    """Return the plan of an update of `CODE` or `CODE@ID`.

    Raises PolicybookError where a field is not for that revision, or would change what is on record of an act.
    """
    if not (details.of_act or details.of_proposal):
        raise PolicybookError("Say what to record, such as --comment-until DATE or --published DATE; --help lists all.")
    policy, revision = target(manual, named, details)
    values = _values(manual, policy, revision, details)

    def edit(raw: bytes) -> bytes:
        for key, value in values.items():
            raw = edits.put(raw, "revision", key, value)
        return edits.append(raw, "revision", "steps", dict(details.step)) if details.step else raw

    change = files.changed(manual, revision.path, edit)
    if change.after == change.before:
        raise PolicybookError(f"Revision {revision.id} of policy {policy.code} says that already.")
    keys = ", ".join([*values, *(["steps"] if details.step else [])])
    what = "Revision" if revision.done else "The proposal"
    return Plan(Changes((change,)), (f"{what} {revision.id} of policy {policy.code} is updated: {keys}.",))


def target(manual: Manual, named: str, details: UpdateDetails) -> tuple[Policy, Revision]:
    """Return the revision to update: the one named, else the open proposal, or the last act that the field is for."""
    code, _, id = named.partition("@")
    policy = lookup.policy(manual, code)
    if id:
        if id not in policy.by_id:
            raise PolicybookError(f"Policy {policy.code} has no revision {id}. It has {', '.join(policy.by_id)}.")
        return policy, policy.by_id[id]
    if details.of_proposal and not details.of_act:
        return lookup.proposal(manual, named)
    acts = [act for act in policy.acts if not details.reported or act.action == "correct"]
    if not acts:
        what = "correction" if details.reported else "act"
        raise PolicybookError(f"Policy {policy.code} has no {what} on record.")
    return policy, acts[-1]


def _values(manual: Manual, policy: Policy, revision: Revision, details: UpdateDetails) -> dict[str, Any]:
    said = f"Revision {revision.id} of policy {policy.code}"
    known = revision.get("comment") or {}
    altered = [
        key for key in details.comment if key in known and key != "received" and known[key] != details.comment[key]
    ]
    if revision.done and (details.facts or details.equity or details.step or altered):
        raise PolicybookError(f"{said} is adopted: what was proposed, and how, stays as it is recorded.")
    if not revision.done and details.of_act:
        raise PolicybookError(f"{said} is a proposal: it is published and reported once the board has acted.")
    values: dict[str, Any] = dict(details.facts)
    for key, more in (("comment", details.comment), ("equity", details.equity)):
        if more:
            values[key] = {**(revision.get(key) or {}), **more}
    if details.comment:
        _require_period(values["comment"])
    if details.reported and revision.action != "correct":
        raise PolicybookError(f"{said} is no correction: only a correction is reported to the board.")
    for key, day in (("published", details.published), ("reported", details.reported)):
        if day is not None:
            _require_day(manual, revision, key, day, said)
            values[key] = day.isoformat()
    if details.minutes:
        values["minutes"] = details.minutes
    return values


def _require_period(comment: Mapping[str, Any]) -> None:
    since, until = comment.get("from"), comment.get("until")
    if since and until and dates.parse(str(until)).latest < dates.parse(str(since)).earliest:
        raise PolicybookError("The comment period would end before it begins. Correct one of the two days.")


def _require_day(manual: Manual, revision: Revision, key: str, day: date, said: str) -> None:
    """Refuse a day still to come, before the act, or other than the one on record."""
    lookup.refuse_future(manual, day, f"The {'publication' if key == 'published' else 'report'} of {revision.id}")
    if revision.acted is not None and day < revision.acted.earliest:
        raise PolicybookError(f"{said} is of {revision.acted.words()}: it can't be {key} on {dates.in_words(day)}.")
    known = revision.date(key)
    if known is not None and not dates.parse(day.isoformat()).narrows(known):
        raise PolicybookError(f"{said} was {key} on {known.words()}; a day on record stays, unless it is known better.")
