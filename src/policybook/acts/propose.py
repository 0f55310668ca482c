"""Begin a proposal with a text: a copy of the one last adopted, or a given one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policybook.acts import files, lookup
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy
from policybook.record.transaction import Change, Changes
from policybook.record.yaml import edits
from policybook.rules import comment_period
from policybook.values import codes, slugs

_COPIED = ("references", "legal", "definitions", "attachments", "text", "footnotes")


@dataclass(frozen=True, slots=True)
class ProposalDetails:
    """What the clerk entered about a proposal. Empty fields weren't entered."""

    title: str = ""
    proposed_by: str = ""
    summary: str = ""
    reason: str = ""
    trigger: str = ""
    change: str = ""
    name: str = ""
    """Words for the name of its file. Default: those of the summary or title."""
    equity: Mapping[str, str] | None = None
    kind: str = ""
    """The kind of a new policy; the next three fields too are for a new policy."""
    type: str = ""
    parent: Sequence[str] = ()
    steward: str = ""

    def fields(self) -> dict[str, Any]:
        """Return the details as keys of a revision."""
        keys = ("change", "trigger", "proposed_by", "reason", "summary")
        found: dict[str, Any] = {key: value for key in keys if (value := getattr(self, key).strip())}
        if self.equity:
            found["equity"] = {key: value for key, value in self.equity.items() if value}
        return found


def plan(manual: Manual, code: str, details: ProposalDetails, text: Mapping[str, Any] | None = None) -> Plan:
    """Return the plan of a proposal on the policy with `code`, or of a new policy with that code.

    `text`, where given, holds `title`, `text` (provisions, as in a revision) and `footnotes` instead of a copy of
    the text last adopted. Raises PolicybookError where there is no text to copy, or no kind for a new policy.
    """
    found = subject(manual, code, text is not None)
    if found is None:
        return _new_policy(manual, code, details, text)
    change = _proposal(manual, found, found.folder, details, text)
    own = () if found.is_held else (files.changed(manual, found.path, _with_a_text),)
    return Plan(
        Changes((*own, change)),
        (f"A proposal on policy {found.code} is begun in {manual.named(change.path)}.",),
        (*other_proposals(found), *_next(manual, found.code, found.kind, change.path, details, text is not None)),
    )


def subject(manual: Manual, code: str, text_given: bool) -> Policy | None:
    """Return the policy that a proposal on `code` is about, None for a new one.

    Raises PolicybookError where the code isn't allowed, and where there is no text to begin with.
    """
    if manual.find(code) is None and manual.find_former(code) is None:
        lookup.require_valid_code(code)
        return None
    found = lookup.policy(manual, code)
    if not found.is_held and not text_given:
        raise PolicybookError(
            f"Policy {found.code} is on record by code and title only, so there is no text to copy. Give the text with --from."
        )
    base = lookup.last_text(found)
    if base is not None and not base.holds_text and not text_given:
        raise PolicybookError(
            f"The text of revision {base.id}, the last one adopted, isn't held, so there is nothing to copy. "
            "Give the text with --from."
        )
    lookup.last_act(found)
    return found


def _new_policy(manual: Manual, code: str, details: ProposalDetails, text: Mapping[str, Any] | None) -> Plan:
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
        _next(manual, code, details.kind, change.path, details, text is not None),
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
    action = "revise" if found and lookup.is_adopted(found) else "adopt"
    data: dict[str, Any] = {"action": action, "title": title, **details.fields()}
    if before is not None:
        data["follows"] = before.id
    if base is not None and base.holds_text:
        data["based_on"] = base.computed_digest
    id = new_id(manual, found, details.name or details.summary or title)
    return files.new(manual, f"{folder}/revisions/{id}.yml", {**data, **copied})


def _with_a_text(raw: bytes) -> bytes:
    """Return a policy's own file, which said that no text is held, now that it has one."""
    return edits.drop(edits.drop(raw, "not_held"), "text")


def new_id(manual: Manual, found: Policy | None, words: str) -> str:
    """Return a free id for a proposal: the year and some words."""
    return slugs.free(f"{manual.as_of.year}-{slugs.slug(words) or 'proposal'}", found.by_id if found else ())


def other_proposals(found: Policy) -> list[str]:
    """Return a note that names the open proposals of a policy, empty where there are none."""
    others = lookup.open_proposals(found)
    if not others:
        return []
    names = ", ".join(one.id for one in others)
    return [
        f"Policy {found.code} has another open proposal: {names}. To change that one instead: policybook propose "
        f"{found.code}@{others[0].id} --from FILE"
    ]


def _next(manual: Manual, code: str, kind: str, path: str, details: ProposalDetails, given: bool) -> tuple[str, ...]:
    id = path.rpartition("/")[2].removesuffix(".yml")
    steps = (
        []
        if given
        else [
            f"Edit the text: export it with policybook export docx {code}@{id}, or edit {manual.named(path)}. "
            "Each provision keeps its id, even when its words change."
        ]
    )
    if kind == "procedure":
        return (*steps, f"When it is decided: policybook adopt {code}")
    rules = manual.agency.rules_on(manual.as_of)
    if (
        rules is not None
        and rules.text("equity") == "required"
        and not details.equity
        and details.change != "editorial"
    ):
        steps.append(
            "The board's rules ask for an equity analysis: who is affected, and what was changed because of it. Record "
            f"it: policybook update {code}@{id} --affected TEXT --changed TEXT"
        )
    days = comment_period.required_days(rules, details.change) if rules is not None else 0
    if days:
        steps.append(
            f"The board's rules ask for {days} days for comment. Open it: policybook update {code}@{id} --comment-from "
            "DATE --comment-until DATE"
        )
    return (*steps, f"When the board has read it: policybook reading {code}")
