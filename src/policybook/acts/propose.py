"""Begin a proposal: a copy of the text last adopted, or a text given, in a file of its own that the board can read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policybook.acts import files, lookup
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy
from policybook.record.transaction import Change, Changes
from policybook.rules import comment_period
from policybook.values import codes, slugs

_COPIED = ("references", "legal", "definitions", "attachments", "text", "footnotes")


@dataclass(frozen=True, slots=True)
class ProposalDetails:
    """What the clerk said of a proposal; what is empty wasn't details."""

    title: str = ""
    proposed_by: str = ""
    summary: str = ""
    reason: str = ""
    trigger: str = ""
    change: str = ""
    name: str = ""
    """Words for the name of its file, instead of those of the summary or title."""
    equity: Mapping[str, str] | None = None
    kind: str = ""
    """A new policy's kind; the next three are a new policy's too."""
    type: str = ""
    parent: Sequence[str] = ()
    steward: str = ""


def plan(manual: Manual, code: str, details: ProposalDetails, text: Mapping[str, Any] | None = None) -> Plan:
    """Return the plan of a proposal on the policy with `code`, or of a new policy under it.

    `text`, where given, holds `title`, `text` (provisions, as in a revision) and `footnotes` instead of a copy of
    the text last adopted. Raises PolicybookError where there is no text to begin with, or no kind for a new policy.
    """
    found = subject(manual, code, text is not None)
    if found is None:
        return _first(manual, code, details, text)
    change = _proposal(manual, found, found.folder, details, text)
    others = [one.id for one in found.proposals if not one.outcome]
    note = [f"There is another proposal on it: {', '.join(others)}."] if others else []
    what_comes = _next(manual, found.code, found.kind, manual.named(change.path), text is not None, details.change)
    return Plan(
        Changes((change,)),
        (f"A proposal on policy {found.code} is begun in {manual.named(change.path)}.",),
        (*note, *what_comes),
    )


def subject(manual: Manual, code: str, text_given: bool) -> Policy | None:
    """Return the policy that a proposal on `code` is about, None for a new one.

    Raises PolicybookError where no policy can go by that code, and where nothing is there to begin with.
    """
    if manual.find(code) is None and manual.find_former(code) is None:
        lookup.require_valid_code(code)
        return None
    found = lookup.policy(manual, code)
    if not found.is_held:
        raise PolicybookError(
            f"Policy {found.code} is on record by code and title only. Remove `text: not-held` from "
            f"{manual.named(found.folder)}/policy.yml before proposing a text for it."
        )
    base = lookup.last_text(found)
    if base is not None and not base.holds_text and not text_given:
        raise PolicybookError(
            f"The text of revision {base.id}, the last one adopted, isn't held, so there is nothing to copy. "
            "Give the text with --from."
        )
    lookup.last_act(found)
    return found


def _first(manual: Manual, code: str, details: ProposalDetails, text: Mapping[str, Any] | None) -> Plan:
    """Return the plan of a policy that isn't there yet."""
    title = details.title or (text or {}).get("title", "")
    folder = f"{codes.address(code)}-{slugs.slug(title) or 'policy'}"
    own: dict[str, Any] = {"code": code, "kind": details.kind}
    own.update({key: value for key, value in (("type", details.type), ("steward", details.steward)) if value})
    if details.parent:
        own["parent"] = details.parent[0] if len(details.parent) == 1 else list(details.parent)
    policy = files.new(manual, f"{folder}/policy.yml", own)
    change = _proposal(manual, None, folder, details, text)
    return Plan(
        Changes((policy, change)),
        (f"Policy {code} is proposed in {manual.named(change.path)}.",),
        _next(manual, code, details.kind, manual.named(change.path), text is not None, details.change),
    )


def _proposal(
    manual: Manual, found: Policy | None, folder: str, details: ProposalDetails, text: Mapping[str, Any] | None
) -> Change:
    base = lookup.last_text(found) if found else None
    before = lookup.last_act(found) if found else None
    copied = {key: base.get(key) for key in _COPIED if base and base.has(key)}
    if text is not None:
        given = {key: text[key] for key in ("text", "footnotes") if text.get(key)}
        copied = {**{key: value for key, value in copied.items() if key not in ("text", "footnotes")}, **given}
    elif base is None:
        copied["text"] = [{"id": slugs.provision(details.title), "text": lookup.NO_TEXT_YET}]
    title = details.title or (text or {}).get("title", "") or (base.title if base else "")
    data: dict[str, Any] = {"action": "revise" if found and lookup.is_adopted(found) else "adopt", "title": title}
    for key in ("change", "trigger", "proposed_by", "reason", "summary"):
        if getattr(details, key).strip():
            data[key] = getattr(details, key).strip()
    if details.equity:
        data["equity"] = {key: value for key, value in details.equity.items() if value}
    if before is not None:
        data["follows"] = before.id
    if base is not None and base.holds_text:
        data["based_on"] = base.computed_digest
    words = details.name or details.summary or title
    wanted = f"{manual.as_of.year}-{slugs.slug(words) or 'proposal'}"
    id = slugs.free(wanted, found.by_id if found else ())
    return files.new(manual, f"{folder}/revisions/{id}.yml", {**data, **copied})


def _next(manual: Manual, code: str, kind: str, path: str, given: bool, change: str) -> tuple[str, ...]:
    steps = [] if given else [f"Edit the text in {path}. Each provision keeps its id, even when its words change."]
    if kind == "procedure":
        return (*steps, f"When it is decided: policybook adopt {code}")
    rules = manual.agency.rules_on(manual.as_of)
    if rules is not None and rules.text("equity") == "required":
        steps.append(
            "Fill in `equity:`: who is affected, and what was changed because of it. The board's rules ask for it."
        )
    days = comment_period.required_days(rules, change) if rules is not None else 0
    if days:
        steps.append(f"Open it for comment under `comment:`, for {days} days: the board's rules ask for it.")
    return (*steps, f"When the board has read it: policybook reading {code}")
