"""What a proof compares: each act of the board with its text's digest and its chain, computed from the record itself."""

from __future__ import annotations

from typing import NamedTuple

from policybook.model import Manual, Policy
from policybook.values import digest


class Act(NamedTuple):
    """One act of the board, as a proof sees it."""

    folder: str
    """The folder of the policy it belongs to."""
    code: str
    """The policy's code, as it is now."""
    id: str
    action: str
    follows: str
    """The id of the act before, empty for the first."""
    date: str
    """The day of the act as far as it is known, empty where it isn't."""
    text: str
    """The digest of the text, `not-held`, or `none` for an act that leaves the text alone."""
    chain: str
    """The chain, computed from the acts up to this one."""

    @property
    def name(self) -> str:
        """Return what the act is called in a sentence."""
        return f"Revision {self.id} of policy {self.code}"


def acts(manual: Manual) -> tuple[Act, ...]:
    """Return every act on record, policy by policy, each after the one it follows."""
    return tuple(act for policy in manual for act in of_policy(policy))


def of_policy(policy: Policy) -> tuple[Act, ...]:
    """Return what the board did to one policy, each act after the one it follows."""
    found: dict[str, Act] = {}
    for act in policy.acts:
        before = found.get(act.follows)
        chain = digest.of_act((before.id, before.chain) if before else None, act.id, act.action, act.chained_text)
        acted = act.acted.text if act.acted else ""
        found[act.id] = Act(policy.folder, policy.code, act.id, act.action, act.follows, acted, act.chained_text, chain)
    return tuple(found.values())
