"""Find what an act refers to: the policy, the proposal, the act before, the meeting and the body."""

from __future__ import annotations

from datetime import date

from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Revision
from policybook.text.lists import listed
from policybook.text.suggest import did_you_mean
from policybook.values import codes, dates, digest

NO_TEXT_YET = "Write the text here."
"""The placeholder text in the proposal of a new policy."""


def find_policy(manual: Manual, code: str) -> Policy:
    """Return the policy with the code `code`, current or former. Raises PolicybookError where there is none."""
    found = manual.find(code) or manual.find_former(code)
    if found is None:
        raise PolicybookError(f"There is no policy {code}. {_closest(manual, code) or '`policybook list` lists them.'}")
    return found


def policy(manual: Manual, code: str) -> Policy:
    """Return the policy with the code `code`, current or former. Raises PolicybookError where it can't be acted on."""
    found = find_policy(manual, code)
    if not found.knows("revisions") or not found.knows("policy.yml"):
        raise PolicybookError(
            f"Some files of policy {found.code} can't be read. Run `policybook check` and mend them first."
        )
    return found


def require_valid_code(code: str) -> None:
    """Refuse a code that is not allowed."""
    if not codes.is_code(code):
        raise PolicybookError(
            f"‘{code}’ can't be a policy's code: one has at most 40 characters, and no space or dot at its ends, as in "
            "1010, 0401.10, EL 1 or 1010P."
        )


def proposal(manual: Manual, named: str) -> tuple[Policy, Revision]:
    """Return the policy and the proposal named by `CODE` or `CODE@ID`.

    Raises PolicybookError where there is none, and where `CODE` alone is ambiguous.
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
    going = open_proposals(found)
    if len(going) == 1:
        return found, going[0]
    if not going:
        raise PolicybookError(
            f"Policy {found.code} has no proposal that the board could act on. `policybook propose {found.code}` begins one."
        )
    names = listed([f"{found.code}@{one.id}" for one in going], "or")
    raise PolicybookError(f"Policy {found.code} has {len(going)} open proposals. Name one: {names}.")


def open_proposals(found: Policy) -> list[Revision]:
    """Return the proposals that haven't ended; a postponed one hasn't."""
    return [one for one in found.proposals if one.outcome not in ("withdrawn", "not-adopted")]


def last_act(found: Policy) -> Revision | None:
    """Return the last act. Raises PolicybookError where it has no chain to continue."""
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


def is_adopted(found: Policy) -> bool:
    """Return whether the policy is adopted and not rescinded."""
    return bool(found.acts) and found.acts[-1].action != "rescind"


def standing_policy(manual: Manual, code: str) -> Policy:
    """Return an adopted policy. Raises PolicybookError where it was never adopted or was rescinded."""
    found = policy(manual, code)
    if not is_adopted(found):
        why = "was rescinded" if found.acts else "isn't adopted yet"
        raise PolicybookError(f"Policy {found.code} {why}: there is nothing to act on.")
    return found


def needs_vote(manual: Manual, found: Policy, by: str) -> bool:
    """Return whether the board votes on a policy: not on procedures, nor on exhibits that another body adopts."""
    return found.kind != "procedure" and (found.kind != "exhibit" or manual.is_board(by))


def chain(found: Policy, id: str, action: str, text: str) -> str:
    """Return the chain of a new act; `text` is the digest of its text, or that it has none."""
    before = last_act(found)
    return digest.of_act((before.id, before.chain) if before else None, id, action, text)


def require_readable(manual: Manual, path: str) -> None:
    """Refuse to go on where a file that acts are judged by can't be read."""
    if not manual.knows(path):
        raise PolicybookError(
            f"{manual.named(path)} can't be read, and acts are judged by it. Run `policybook check` and mend it first."
        )


def require_meeting(manual: Manual, id: str) -> None:
    """Refuse a meeting that isn't in meetings/. Empty means the meeting of that day."""
    if id and not manual.has_meeting(id):
        hint = did_you_mean(id, manual.meetings) or f"Record it first: policybook meeting {id}"
        raise PolicybookError(f"There is no meeting ‘{id}’ in meetings/. {hint}")


def require_body(manual: Manual, id: str) -> None:
    """Refuse a body that isn't in bodies.yml. Empty means the board."""
    if id and id not in manual.bodies:
        raise PolicybookError(
            f"There is no body ‘{id}’ in bodies.yml. {did_you_mean(id, manual.bodies) or 'Add it there first.'}"
        )


def body_id(manual: Manual, written: str) -> str:
    """Return the id of a body given by id or name. Raises PolicybookError where there is none."""
    if written in manual.bodies:
        return written
    said = _folded(written)
    found = [body.id for body in manual.body_list if said in (_folded(body.id), _folded(body.name))]
    if len(found) == 1:
        return found[0]
    if not manual.knows("bodies.yml"):
        raise PolicybookError(
            "bodies.yml can't be read, so nobody can be named. Run `policybook check` and mend it first."
        )
    names = {name: body.id for body in manual.body_list for name in (body.id, body.name)}
    hint = did_you_mean(written, names) or "Add it there first."
    raise PolicybookError(f"There is no body ‘{written}’ in bodies.yml. {hint}")


def refuse_future(manual: Manual, day: date, what: str) -> None:
    """Refuse a future day."""
    if day > manual.as_of:
        raise PolicybookError(
            f"{what} is dated {dates.in_words(day)}, and today is {dates.in_words(manual.as_of)}. "
            "Record it once it has happened."
        )


def _closest(manual: Manual, code: str) -> str:
    """Return a suggestion for a code that no policy has: one that differs by leading zeros, else the closest one."""
    known = [one.code for one in manual]
    same = [one for one in known if codes.key(one).lstrip("0") == codes.key(code).lstrip("0")]
    return f"Did you mean ‘{same[0]}’?" if same else did_you_mean(code, known)


def _folded(name: str) -> str:
    """Return a name without case, articles and punctuation, so that "The Clerk" finds `clerk`."""
    words = "".join(letter if letter.isalnum() else " " for letter in name.casefold()).split()
    return " ".join(word for word in words if word not in ("the", "our"))


def _proposals(found: Policy) -> str:
    names = [one.id for one in found.proposals]
    return f"It has {listed(names, 'and')}." if names else f"`policybook propose {found.code}` begins one."
