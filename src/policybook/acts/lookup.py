"""What is on record before an act: the policy and proposal that a clerk names, the act before, the rules of the day."""

from __future__ import annotations

from datetime import date

from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Revision
from policybook.text.lists import listed
from policybook.text.suggest import did_you_mean
from policybook.values import codes, dates, digest

NO_TEXT_YET = "Write the text here."
"""What stands in a new policy's proposal until somebody writes its text."""


def policy(manual: Manual, code: str) -> Policy:
    """Return the policy that goes by `code`, now or formerly; raise PolicybookError where none does."""
    found = manual.find(code) or manual.find_former(code)
    if found is None:
        hint = did_you_mean(code, [one.code for one in manual]) or "`policybook list` lists them."
        raise PolicybookError(f"There is no policy {code}. {hint}")
    if not found.knows("revisions") or not found.knows("policy.yml"):
        raise PolicybookError(
            f"Some files of policy {found.code} can't be read. Run `policybook check` and mend them first."
        )
    return found


def possible_code(code: str) -> None:
    """Refuse what no policy can go by."""
    if not codes.is_code(code):
        raise PolicybookError(
            f"‘{code}’ can't be a policy's code: one has at most 40 characters, and no space or dot at its ends, as in "
            "1010, 0401.10, EL 1 or 1010P."
        )


def proposal(manual: Manual, named: str) -> tuple[Policy, Revision]:
    """Return the policy and the proposal that `named` means: a code, or a code, @ and the proposal's id.

    Raises PolicybookError where there is none, or where a code alone could mean several.
    """
    code, _, id = named.partition("@")
    found = policy(manual, code)
    if id:
        if id not in found.by_id:
            hint = did_you_mean(id, [one.id for one in found.proposals]) or _proposals(found)
            raise PolicybookError(f"Policy {found.code} has no proposal {id}. {hint}")
        if found.by_id[id].done:
            raise PolicybookError(f"Revision {id} of policy {found.code} is no proposal: the board has acted on it.")
        return found, found.by_id[id]
    going = [one for one in found.proposals if one.outcome not in ("withdrawn", "not-adopted")]
    if len(going) == 1:
        return found, going[0]
    if not going:
        raise PolicybookError(
            f"Policy {found.code} has no proposal that the board could act on. `policybook propose {found.code}` begins one."
        )
    names = listed([f"{found.code}@{one.id}" for one in going])
    raise PolicybookError(f"Policy {found.code} has {len(going)} proposals. Say which: {names}.")


def last_act(found: Policy) -> Revision | None:
    """Return the act before the next one; raise PolicybookError where it has no chain to go on from."""
    if not found.acts:
        return None
    if not found.acts[-1].chain:
        raise PolicybookError(
            f"Revision {found.acts[-1].id} of policy {found.code} has no chain. Run `policybook check` and mend it first."
        )
    return found.acts[-1]


def last_text(found: Policy) -> Revision | None:
    """Return the text last adopted, in force or still to come."""
    texts = [act for act in found.acts if act.makes_text]
    return texts[-1] if texts else None


def stands(found: Policy) -> bool:
    """Say whether the policy was adopted and not rescinded since."""
    return bool(found.acts) and found.acts[-1].action != "rescind"


def standing_policy(manual: Manual, code: str) -> Policy:
    """Return a policy that can be acted on; raise PolicybookError where it was never adopted, or was rescinded."""
    found = policy(manual, code)
    if not stands(found):
        why = "was rescinded" if found.acts else "isn't adopted yet"
        raise PolicybookError(f"Policy {found.code} {why}: there is nothing to act on.")
    return found


def voted(manual: Manual, found: Policy, by: str) -> bool:
    """Say whether the board votes on a policy: not on procedures, nor on exhibits that another body adopts."""
    return found.kind != "procedure" and (found.kind != "exhibit" or manual.is_board(by))


def chain(found: Policy, id: str, action: str, text: str) -> str:
    """Return the chain of a new act; `text` is the digest of its text, or that it has none."""
    before = last_act(found)
    return digest.of_act((before.id, before.chain) if before else None, id, action, text)


def meeting(manual: Manual, id: str) -> None:
    """Refuse a meeting that isn't in meetings/; none named is the meeting of the day."""
    if id and not manual.has_meeting(id):
        hint = did_you_mean(id, manual.meetings) or f"Add meetings/{id}.yml first."
        raise PolicybookError(f"There is no meeting ‘{id}’ in meetings/. {hint}")


def body(manual: Manual, id: str) -> None:
    """Refuse a body that isn't in bodies.yml; none named is the board."""
    if id and id not in manual.bodies:
        raise PolicybookError(
            f"There is no body ‘{id}’ in bodies.yml. {did_you_mean(id, manual.bodies) or 'Add it there first.'}"
        )


def came(manual: Manual, day: date, what: str) -> None:
    """Refuse a day that hasn't come yet."""
    if day > manual.as_of:
        raise PolicybookError(
            f"{what} is dated {dates.in_words(day)}, and today is {dates.in_words(manual.as_of)}. "
            "Record it once it has happened."
        )


def _proposals(found: Policy) -> str:
    names = [one.id for one in found.proposals]
    return f"It has {listed(names, 'and')}." if names else f"`policybook propose {found.code}` begins one."
