"""Merge an open proposal onto the text last adopted, when that text changed after the proposal was begun."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from policybook.acts import files, lookup, revise_proposal
from policybook.acts.merge import Conflict, Merge, Side
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Revision
from policybook.record.transaction import Changes
from policybook.record.yaml import edits

_LISTS = ("references", "legal", "definitions", "attachments")


def plan(manual: Manual, named: str, choices: Mapping[str, Side]) -> Plan:
    """Return the plan of a proposal merged onto the text last adopted.

    `choices` says which side to keep of each conflict. Raises PolicybookError that shows the conflicts without one.
    """
    policy, proposal, base, latest = _sides(manual, named)
    merge, merged = _merged(base, latest, proposal, choices)
    if merge.conflicts:
        raise PolicybookError(_explained(policy, proposal, latest, merge.conflicts))
    before = lookup.last_act(policy)
    assert before is not None
    merged.update(follows=before.id, based_on=latest.computed_digest)

    def edit(raw: bytes) -> bytes:
        for key, value in merged.items():
            if not value:
                raw = edits.drop(raw, key)
            elif proposal.get(key) != value:
                raw = revise_proposal.replaced(raw, key, value)
        return raw

    return Plan(
        Changes((files.changed(manual, proposal.path, edit),)),
        (f"The proposal {proposal.id} on policy {policy.code} now changes the text of revision {latest.id}.",),
        revise_proposal.next_steps(policy, proposal),
    )


def conflicts(manual: Manual, named: str) -> tuple[Conflict, ...]:
    """Return the places that both the proposal and the text last adopted changed."""
    _, proposal, base, latest = _sides(manual, named)
    return tuple(_merged(base, latest, proposal, {})[0].conflicts)


def _sides(manual: Manual, named: str) -> tuple[Policy, Revision, Revision, Revision]:
    """Return the policy, the proposal, the text it was begun from, and the text last adopted."""
    policy, proposal = revise_proposal.open_proposal(manual, named)
    latest = lookup.last_text(policy)
    if latest is None or not latest.holds_text:
        raise PolicybookError(f"Policy {policy.code} has no adopted text to merge the proposal {proposal.id} onto.")
    base = policy.text_with(proposal.text("based_on"))
    if base is None or not base.holds_text:
        raise PolicybookError(
            f"The text from which the proposal {proposal.id} on policy {policy.code} was begun isn't on record, so there "
            "is nothing to compare with. Begin it again: policybook propose "
            f"{policy.code} --from FILE"
        )
    if base.computed_digest == latest.computed_digest:
        raise PolicybookError(
            f"The proposal {proposal.id} on policy {policy.code} is up to date: it changes {latest.id}."
        )
    return policy, proposal, base, latest


def _merged(
    base: Revision, latest: Revision, proposal: Revision, choices: Mapping[str, Side]
) -> tuple[Merge, dict[str, Any]]:
    merge = Merge(choices)
    sides = (base, latest, proposal)
    merged: dict[str, Any] = {"title": merge.value("title", *(side.title for side in sides))}
    for key in _LISTS:
        merged[key] = merge.value(key, *(side.get(key) for side in sides))
    merged["text"] = merge.provisions(*(side.get("text") for side in sides))
    names = dict.fromkeys(name for side in (latest, proposal) for name in side.footnotes)
    notes = {name: merge.value(f"footnote:{name}", *(side.footnotes.get(name) for side in sides)) for name in names}
    merged["footnotes"] = {name: note for name, note in notes.items() if note is not None}
    return merge, merged


def _explained(policy: Policy, proposal: Revision, latest: Revision, found: list[Conflict]) -> str:
    """Return the conflicts in words that a person can decide by."""
    places = "one place" if len(found) == 1 else f"{len(found)} places"
    lines = [
        f"The proposal {proposal.id} on policy {policy.code} and revision {latest.id}, adopted since, both changed "
        f"{places}. Nothing is written. Decide on each:"
    ]
    for one in found:
        lines += [
            f"  {one.at}",
            f"    before:   {one.base}",
            f"    in force: {one.in_force}",
            f"    proposed: {one.proposed}",
            f"    Keep one: --keep-proposed {one.at} or --keep-in-force {one.at}",
        ]
    return "\n".join(lines)
