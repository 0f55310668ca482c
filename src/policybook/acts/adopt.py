"""Record what one meeting decided on proposals: those it adopted, and those that ended otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from policybook.acts import adoption, files, lookup, packages, reading
from policybook.acts.adoption import AdoptionOptions
from policybook.acts.context import ActDetails
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Revision
from policybook.record.transaction import Change, Changes
from policybook.record.yaml import edits

OUTCOMES = ("withdrawn", "not-adopted", "postponed")


def plan(
    manual: Manual,
    adopted: Sequence[str],
    details: ActDetails,
    options: AdoptionOptions,
    ended: Mapping[str, Sequence[str]] | None = None,
) -> Plan:
    """Return the plan of one meeting's decisions on proposals, each named as `CODE` or `CODE@ID`.

    `ended` lists those that were withdrawn, not adopted or postponed. Raises PolicybookError where the board's
    rules don't allow an adoption, and where a policy is named twice.
    """
    done: list[str] = []
    steps: list[str] = []
    changes = packages.changes(manual, details, options.package_title) if adopted else []
    seen: set[str] = set()
    for named in adopted:
        one = adoption.plan(manual, *_once(manual, named, seen), details, options)
        changes += one.changes.files
        done += one.done
        steps += one.next
    for outcome, names in (ended or {}).items():
        for named in names:
            policy, proposal = _once(manual, named, seen)
            changes.append(_end(manual, policy, proposal, outcome, details.day))
            done.append(
                f"The proposal {proposal.id} on policy {policy.code} is recorded as {outcome.replace('-', ' ')}."
            )
            if outcome == "postponed":
                steps.append(f"When the board takes it up again: policybook reading {policy.code}")
    return Plan(Changes(tuple(changes)), tuple(done), tuple(dict.fromkeys(steps)))


def _once(manual: Manual, named: str, seen: set[str]) -> tuple[Policy, Revision]:
    policy, proposal = lookup.proposal(manual, named)
    if policy.folder in seen:
        raise PolicybookError(f"Policy {policy.code} is named twice; one meeting decides once on a policy.")
    seen.add(policy.folder)
    return policy, proposal


def _end(manual: Manual, policy: Policy, proposal: Revision, outcome: str, day: date) -> Change:
    lookup.refuse_future(manual, day, f"The end of the proposal {proposal.id} on policy {policy.code}")
    if proposal.outcome in ("withdrawn", "not-adopted"):
        reading.require_open(policy, proposal)

    def edit(raw: bytes) -> bytes:
        return edits.put(edits.put(raw, "revision", "outcome", outcome), "revision", "outcome_date", day.isoformat())

    return files.changed(manual, proposal.path, edit)
