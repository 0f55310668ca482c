"""Bring a newer state of the same manual in: what is unchanged stays, what changed becomes an act or a proposal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from policybook.documents.drafts.draft import Draft
from policybook.model import Manual, Policy, Revision, Text
from policybook.model import chain as chains
from policybook.values import codes, digest

_LEAST_MOVED = 40
"""How many characters a provision must have to be known again in another policy."""


@dataclass
class Update:
    """The manual that is there, and what an import changes in it."""

    manual: Manual
    as_proposals: bool = False
    unchanged: list[str] = field(default_factory=list)
    """The codes of policies whose text is word for word the one that is held."""
    changed: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """The codes of imported policies that no document holds any more. They stay as they are."""
    moved: list[tuple[str, str]] = field(default_factory=list)
    """Provisions that came from another policy: where they stand now, and where they stood."""

    def policy(self, code: str) -> Policy | None:
        """Return the policy that is there under a code."""
        return self.manual.find(code)

    def end(self, given: set[str]) -> None:
        """Note what the import no longer holds; `given` are the codes that it holds."""
        self.missing += [
            policy.code
            for policy in self.manual
            if not {codes.key(name) for name in policy.names} & given and any(map(_imported, policy.acts))
        ]


def _imported(act: Revision) -> bool:
    return str(act.recorded.get("source", "")).startswith("import-")


def last_text(policy: Policy) -> Revision | None:
    """Return the text that was adopted last."""
    return next((act for act in reversed(policy.acts) if act.holds_text), None)


def before(policy: Policy) -> tuple[str, str] | None:
    """Return the last act, and its chain as the record states it."""
    act = next(iter(reversed(chains.of_policy(policy))), None)
    return (act.id, act.chain) if act is not None else None


def ids(policy: Policy) -> set[str]:
    """Return the ids that no new act may have."""
    return {one.id for one in policy.revisions}


def taken(policy: Policy) -> set[str]:
    """Return every id that a text of the policy ever gave."""
    texts: tuple[Text, ...] = (*policy.revisions, *policy.presented)
    return {id for text in texts for id in text.index.ids}


def trace(update: Update, drafts: dict[str, Draft]) -> None:
    """Give `was` to provisions of changed policies that stood in another policy before; `drafts` are by code."""
    gone: dict[str, str] = {}
    for code, draft in drafts.items():
        policy = update.policy(code)
        text = last_text(policy) if policy is not None else None
        if policy is None or text is None:
            continue
        gone |= {
            _said(provision.data): f"{policy.code}#{id}" for id, provision in text.by_id.items() if id in draft.gone
        }
    for code, draft in drafts.items():
        for provision in _dicts(draft.provisions):
            words = _said(provision)
            if provision.get("id") in draft.given and len(words) >= _LEAST_MOVED and words in gone:
                provision["was"] = gone[words]
                update.moved.append((f"{code}#{provision['id']}", gone[words]))


def _said(data: Any) -> str:
    """Return what a provision says, by which it is known again."""
    if not isinstance(data, dict):
        return digest.normal(str(data))
    own = digest.normal(f"{data.get('heading') or ''}\n{data.get('text') or ''}\n{data.get('table') or ''}")
    return "\n".join([own, *(_said(item) for item in data.get("items") or ())]).strip()


def _dicts(listed: list[Any]) -> Iterator[dict[str, Any]]:
    for one in listed:
        if isinstance(one, dict):
            yield one
            yield from _dicts(one.get("items") or [])
