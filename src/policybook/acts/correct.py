"""Record a correction: a slip put right without a vote, as far as the board's rules allow."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from policybook.acts import files, lookup
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Revision, Rules
from policybook.record.transaction import Changes
from policybook.rules import corrections
from policybook.text.lists import listed
from policybook.values import dates, digest, slugs

_COPIED = ("title", "references", "legal", "definitions", "attachments", "text", "footnotes")
_WORDED = ("title", "references", "legal", "definitions", "text", "footnotes")
_UNWORDED = ("id", "kind", "was", "numbering", "url")


@dataclass(frozen=True, slots=True)
class CorrectionDetails:
    """What the clerk entered about a correction. Empty fields weren't entered."""

    day: date
    what: str = ""
    """Its kind, such as typo; found from the change where empty."""
    by: str = ""
    authority: str = ""
    reported: date | None = None
    reason: str = ""
    replace: tuple[tuple[str, str], ...] = field(default=())
    """Words to replace, each with its replacement; they must occur once in the text."""


def plan(manual: Manual, code: str, details: CorrectionDetails) -> Plan:
    """Return the plan of a correction of the text last adopted.

    Raises PolicybookError where the change is more than a slip, where the rules don't allow it or not by this body,
    where no authority is named, and where the words to replace don't occur exactly once.
    """
    policy, base = text(manual, code, details.day)
    what = _what(policy)
    lookup.refuse_future(manual, details.day, what)
    corrected = _corrected(base, details, what)
    kind = _kind(base, corrected, details.what, what, policy)
    by, authority = _authority(details, kind, manual.agency.rules_on(details.day), what)
    before = lookup.last_act(policy)
    assert before is not None
    id = slugs.free(details.day.isoformat(), policy.by_id)
    stamp = digest.of_text(
        corrected["title"], corrected["text"], corrected.get("footnotes"), corrected.get("attachments") or ()
    )
    data = {
        "action": "correct",
        "date": details.day.isoformat(),
        "corrects": base.id,
        "what": kind,
        **{key: value for key, value in (("by", by), ("authority", authority), ("reason", details.reason)) if value},
        **({"reported": details.reported.isoformat()} if details.reported else {}),
        "follows": before.id,
        "digest": stamp,
        "chain": lookup.chain(policy, id, "correct", stamp),
        **corrected,
    }
    change = files.new(manual, f"{policy.folder}/revisions/{id}.yml", data)
    return Plan(
        Changes((change,)),
        (f"Policy {policy.code} is corrected on {dates.in_words(details.day)} ({kind}).",),
        _next(policy, base, id, details),
    )


def text(manual: Manual, code: str, day: date) -> tuple[Policy, Revision]:
    """Return a policy and its text to correct. Refuses one whose text isn't held, or that is suspended on that day."""
    policy = lookup.standing_policy(manual, code)
    found = lookup.last_text(policy)
    if found is None or not found.holds_text:
        raise PolicybookError(f"{_what(policy)} needs the text that is corrected, and it isn't held.")
    if policy.standing(day).may_be("suspended"):
        raise PolicybookError(
            f"{_what(policy)} would end its suspension, which only the board can do. Correct it afterwards."
        )
    return policy, found


def _what(policy: Policy) -> str:
    return f"The correction of policy {policy.code}"


def _corrected(base: Revision, details: CorrectionDetails, what: str) -> dict[str, Any]:
    """Return the keys of the text before, with the replacements made."""
    corrected = {key: base.get(key) for key in _COPIED if base.has(key)}
    for old, new in details.replace:
        corrected = _replaced(corrected, old, new, what)
    if all(corrected.get(key) == base.get(key) for key in _COPIED):
        raise PolicybookError(f"{what} changes nothing. Say what to put right: --replace OLD NEW.")
    return corrected


def _kind(base: Revision, corrected: dict[str, Any], said: str, what: str, policy: Policy) -> str:
    """Return the kind of the correction. Refuses one that changes more than a correction may, or another kind than said."""
    new = Revision({"action": "correct", **corrected}, base.path, base.id, policy.code)
    found = corrections.differences(base, new)
    voted = next((act for act in reversed(policy.acts) if act.action in ("adopt", "revise")), base)
    whole = corrections.differences(voted, new) if voted.holds_text else found
    beyond = next((one for one in (*found, *whole) if one.kind == "substance"), None)
    if beyond is not None:
        raise PolicybookError(
            f"{what} replaces ‘{beyond.old}’ by ‘{beyond.new}’, which changes what the text says. Only the board can do "
            f"that: policybook propose {policy.code}"
        )
    kinds: list[str] = list(dict.fromkeys(one.kind for one in found)) or ["typo"]
    if len(kinds) > 1:
        raise PolicybookError(f"{what} puts right {listed(kinds, 'and')}: record each kind in a correction of its own.")
    if said in corrections.KINDS and said != kinds[0]:
        raise PolicybookError(f"{what} changes a {kinds[0]}, not a {said}. Use --what {kinds[0]}.")
    return said or kinds[0]


def _authority(details: CorrectionDetails, kind: str, rules: Rules | None, what: str) -> tuple[str, str]:
    """Return who corrects and by what rule. Refuses what the rules don't allow."""
    rule = rules.part("correct") if rules else {}
    if rules is not None:
        allowed = [str(one) for one in rule.get("what") or ()]
        if kind not in allowed:
            raise PolicybookError(
                f"{what} is of ‘{kind}’; without a vote the board's rules allow {listed(allowed) or 'no correction'} "
                "(`correct`). Revise the policy instead."
            )
        who = [str(body) for body in rule.get("by") or ()]
        if who and details.by and details.by not in who:
            raise PolicybookError(
                f"{what} can't be by ‘{details.by}’: under the board's rules (`correct`) it is for {listed(who)}."
            )
        if len(who) > 1 and not details.by:
            raise PolicybookError(f"{what} must say who made it: --by {listed(who)}.")
    by = details.by or next((str(body) for body in rule.get("by") or ()), "")
    authority = details.authority or str(rule.get("authority") or "")
    if not authority:
        raise PolicybookError(f"{what} names no rule that allows it, and none is on record. Add it with --authority.")
    return by, authority


def _replaced(text: dict[str, Any], old: str, new: str, what: str) -> dict[str, Any]:
    """Return a text with `old` replaced by `new` in the one place where it occurs."""
    worded = {key: value for key, value in text.items() if key in _WORDED}
    count = _count(worded, old) if old.strip() else 0
    if count != 1:
        where = (
            "doesn't occur in the text" if not count else f"occurs in {count} places: quote more of the words around it"
        )
        raise PolicybookError(f"{what}: ‘{old}’ {where}.")
    return {**text, **_put(worded, old, new)}


def _count(part: Any, old: str) -> int:
    if isinstance(part, str):
        return part.count(old)
    if isinstance(part, dict):
        return sum(_count(value, old) for key, value in part.items() if key not in _UNWORDED)
    return sum(_count(value, old) for value in part) if isinstance(part, list) else 0


def _put(part: Any, old: str, new: str) -> Any:
    if isinstance(part, str):
        return part.replace(old, new)
    if isinstance(part, dict):
        return {key: value if key in _UNWORDED else _put(value, old, new) for key, value in part.items()}
    return [_put(value, old, new) for value in part] if isinstance(part, list) else part


def _next(policy: Policy, base: Revision, id: str, details: CorrectionDetails) -> tuple[str, ...]:
    report = f"Report it to the board, then record the day: policybook update {policy.code}@{id} --reported DATE"
    return (
        f"The text before stays on record: revision {base.id}.",
        f"Look at what changed: policybook redline {policy.code}",
        *(() if details.reported else (report,)),
    )
