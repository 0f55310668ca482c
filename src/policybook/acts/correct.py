"""Record a correction: a slip mended without a vote, as far as the board's rules allow, in a full text of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from policybook.acts import files, lookup
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Revision, Rules
from policybook.record.transaction import Changes
from policybook.text.lists import listed
from policybook.values import dates, digest, slugs

_COPIED = ("title", "references", "legal", "definitions", "attachments", "text", "footnotes")
_WORDED = ("title", "references", "legal", "definitions", "text", "footnotes")
_UNWORDED = ("id", "kind", "was", "numbering", "url")


@dataclass(frozen=True, slots=True)
class Said:
    """What the clerk said of a correction; what is empty wasn't said."""

    day: date
    what: str
    """Its kind: one that the rules allow, such as typo."""
    by: str = ""
    authority: str = ""
    reported: date | None = None
    reason: str = ""
    replace: tuple[tuple[str, str], ...] = ()
    """Words to replace, each with what takes their place; they must stand once in the text."""


def plan(manual: Manual, code: str, said: Said) -> Plan:
    """Return the plan of a correction of the text last adopted: `said.replace` is done to it.

    Raises PolicybookError where the rules allow no such correction, or not by this body; where no authority is
    named; and where the words to replace don't stand in the text exactly once.
    """
    policy, base = text(manual, code, said.day)
    what = _what(policy)
    lookup.came(manual, said.day, what)
    by, authority = _authority(said, manual.agency.rules_on(said.day), what)
    corrected = _corrected(base, said, what)
    before = lookup.last_act(policy)
    assert before is not None
    id = slugs.free(said.day.isoformat(), policy.by_id)
    stamp = digest.of_text(
        corrected["title"], corrected["text"], corrected.get("footnotes"), corrected.get("attachments") or ()
    )
    data = {
        "action": "correct",
        "date": said.day.isoformat(),
        "corrects": base.id,
        "what": said.what,
        **{key: value for key, value in (("by", by), ("authority", authority), ("reason", said.reason)) if value},
        **({"reported": said.reported.isoformat()} if said.reported else {}),
        "follows": before.id,
        "digest": stamp,
        "chain": lookup.chain(policy, id, "correct", stamp),
        **corrected,
    }
    change = files.new(manual, f"{policy.folder}/revisions/{id}.yml", data)
    return Plan(
        Changes((change,)),
        (f"Policy {policy.code} is corrected on {dates.in_words(said.day)}.",),
        _next(policy, base, said),
    )


def text(manual: Manual, code: str, day: date) -> tuple[Policy, Revision]:
    """Return a policy and its text to correct; refuse where the text isn't held, or is set aside on that day."""
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


def _corrected(base: Revision, said: Said, what: str) -> dict[str, Any]:
    """Return what the new file takes over from the text before, put right."""
    corrected = {key: base.get(key) for key in _COPIED if base.has(key)}
    for old, new in said.replace:
        corrected = _replaced(corrected, old, new, what)
    if all(corrected.get(key) == base.get(key) for key in _COPIED):
        raise PolicybookError(f"{what} changes nothing. Say what to put right: --replace OLD NEW.")
    return corrected


def _authority(said: Said, rules: Rules | None, what: str) -> tuple[str, str]:
    """Return who corrects and by what rule; refuse what the rules don't allow."""
    rule = rules.part("correct") if rules else {}
    if rules is not None:
        allowed = [str(kind) for kind in rule.get("what") or ()]
        if said.what not in allowed:
            raise PolicybookError(
                f"{what} is of ‘{said.what}’; without a vote the board's rules allow {listed(allowed) or 'no correction'} "
                "(`correct`). Revise the policy instead."
            )
        who = [str(body) for body in rule.get("by") or ()]
        if who and said.by and said.by not in who:
            raise PolicybookError(
                f"{what} can't be by ‘{said.by}’: under the board's rules (`correct`) it is for {listed(who)}."
            )
        if len(who) > 1 and not said.by:
            raise PolicybookError(f"{what} must say who made it: --by {listed(who)}.")
    by = said.by or next((str(body) for body in rule.get("by") or ()), "")
    authority = said.authority or str(rule.get("authority") or "")
    if not authority:
        raise PolicybookError(f"{what} names no rule that allows it, and none is on record. Say it with --authority.")
    return by, authority


def _replaced(text: dict[str, Any], old: str, new: str, what: str) -> dict[str, Any]:
    """Return a text with `old` replaced by `new` in the one place where it stands."""
    worded = {key: value for key, value in text.items() if key in _WORDED}
    count = _count(worded, old) if old.strip() else 0
    if count != 1:
        where = (
            "doesn't stand in the text" if not count else f"stands in {count} places: quote more of the words around it"
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


def _next(policy: Policy, base: Revision, said: Said) -> tuple[str, ...]:
    report = () if said.reported else ("Tell the board, and write that day under `reported:`.",)
    return (f"The text before stays on record: revision {base.id}.", *report)
