"""Record that the board gave a policy a new code; the old code keeps leading to it."""

from __future__ import annotations

from policybook.acts import files, lookup
from policybook.acts.context import ActContext, ActDetails
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy
from policybook.record.transaction import Changes
from policybook.record.yaml import edits
from policybook.values import codes, dates


def plan(manual: Manual, code: str, new: str, details: ActDetails) -> Plan:
    """Return the plan of a renumbering. Raises PolicybookError where the new code is, or once was, another policy's."""
    policy = renamed(manual, code, new)
    context = ActContext(manual, policy, details, _what(policy))
    context.require_allowed()
    old = policy.code
    act = context.new_act("renumber", {"from": old, "to": new})

    def edit(raw: bytes) -> bytes:
        raw = edits.put(raw, "policy", "code", new)
        return edits.append(raw, "policy", "former_codes", {"code": old, "until": details.day.isoformat()})

    own = files.changed(manual, policy.path, edit)
    moved = (policy.folder, _folder(policy, new))
    changes = Changes((own, act)) if moved[0] == moved[1] else files.moved(Changes((own, act)), *moved)
    return Plan(
        changes,
        (f"Policy {old} is policy {new} from {dates.in_words(details.effective or details.day)} on.",),
        (
            f"The old code keeps resolving: links to {old} lead to {new}. References can be corrected when their texts are next revised.",
        ),
    )


def renamed(manual: Manual, code: str, new: str) -> Policy:
    """Return the policy to renumber. Refuses a code that it has, or that another policy has or had."""
    policy = lookup.standing_policy(manual, code)
    lookup.require_valid_code(new)
    what = _what(policy)
    if codes.key(new) == codes.key(policy.code):
        raise PolicybookError(f"{what} gives it the code that it has.")
    other = manual.find(new)
    if other is not None:
        raise PolicybookError(f"{what} can't give it the code {new}: policy {other.code}, ‘{other.title}’, has it.")
    former = manual.find_former(new)
    if former is not None and former is not policy:
        raise PolicybookError(
            f"{what} can't give it the code {new}: policy {former.code} once had it, and a code is never used again."
        )
    return policy


def _what(policy: Policy) -> str:
    return f"The renumbering of policy {policy.code}"


def _folder(policy: Policy, new: str) -> str:
    """Return the folder's name under the new code, with the words after the code unchanged."""
    words = policy.folder.removeprefix(policy.address)
    return codes.address(new) + (words if words.startswith("-") or not words else f"-{words}")
