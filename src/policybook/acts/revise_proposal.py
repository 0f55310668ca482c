"""Give an open proposal a new text, keeping its id, readings and facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from policybook.acts import files, lookup, reading
from policybook.acts.plan import Plan
from policybook.acts.propose import ProposalDetails
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Revision
from policybook.record.transaction import Changes
from policybook.record.yaml import edits

_TEXT = ("text", "footnotes")


def plan(manual: Manual, named: str, text: Mapping[str, Any], details: ProposalDetails) -> Plan:
    """Return the plan that replaces the text of the proposal `named`, and the facts that `details` gives.

    Raises PolicybookError where there is no such proposal, or where it has ended.
    """
    policy, proposal = open_proposal(manual, named)
    values = {"title": details.title or text.get("title") or proposal.title, **details.fields()}
    values.update({key: text[key] for key in _TEXT if text.get(key)})

    def edit(raw: bytes) -> bytes:
        for key in _TEXT:
            raw = edits.drop(raw, key) if proposal.has(key) and not text.get(key) else raw
        for key, value in values.items():
            raw = raw if proposal.get(key) == value else replaced(raw, key, value)
        return raw

    change = files.changed(manual, proposal.path, edit)
    if change.after == change.before:
        raise PolicybookError(f"The proposal {proposal.id} on policy {policy.code} has this text already.")
    return Plan(
        Changes((change,)),
        (f"The proposal {proposal.id} on policy {policy.code} has a new text.",),
        next_steps(policy, proposal),
    )


def replaced(raw: bytes, key: str, value: Any) -> bytes:
    """Return a revision's file with another value under `key`. Refuses to lose a comment within the old value."""
    try:
        return edits.put(raw, "revision", key, value)
    except PolicybookError:
        if key not in ("text", "footnotes"):
            raise
        raise PolicybookError(
            f"`{key}` holds comments (lines that begin with #), which the new {key} would lose. Move them to `note:` first."
        ) from None


def open_proposal(manual: Manual, named: str) -> tuple[Policy, Revision]:
    """Return a proposal whose text can be changed."""
    policy, proposal = lookup.proposal(manual, named)
    if proposal.outcome in ("withdrawn", "not-adopted"):
        reading.require_open(policy, proposal)
    if not proposal.makes_text:
        raise PolicybookError(
            f"The proposal {proposal.id} is to {proposal.action} policy {policy.code}: it has no text."
        )
    return policy, proposal


def next_steps(policy: Policy, proposal: Revision) -> tuple[str, ...]:
    """Return what comes next after the text of a proposal changed."""
    steps = [f"Look at the redline: policybook redline {policy.code}@{proposal.id}"]
    if proposal.readings:
        last = proposal.readings[-1]
        day = f" on {last.when.words()}" if last.when else ""
        steps.append(
            f"The text was read{day}. With the next reading, or when it is adopted, say how it was amended: --amended "
            "editorial or --amended substantive."
        )
    return tuple(steps)
