"""Word the motion that a proposal needs at its next reading, and the joint motion of several."""

from __future__ import annotations

from collections.abc import Sequence

from policybook.model import Manual, Policy, Revision
from policybook.rules import remaining
from policybook.text.i18n import ENGLISH, Say, mark

_DOING = {
    "adopt": mark("adopt {name}"),
    "revise": mark("adopt the revised {name}"),
    "reaffirm": mark("reaffirm {name}"),
    "renumber": mark("renumber {name}"),
    "suspend": mark("suspend {name}"),
    "rescind": mark("rescind {name}"),
    "correct": mark("correct {name}"),
}
_ORDINALS = (mark("first"), mark("second"), mark("third"), mark("fourth"), mark("fifth"))


def of(manual: Manual, policy: Policy, revision: Revision, say: Say = ENGLISH) -> str:
    """Return the motion, or nothing for an act already done or decided otherwise."""
    words = clause(manual, policy, revision, say)
    return say("That the board {motion}.", motion=words) if words else ""


def joint(clauses: Sequence[str], say: Say = ENGLISH) -> str:
    """Return one motion for several proposals, or nothing where there is only one."""
    listed = [words for words in clauses if words]
    return say("That the board {motion}.", motion="; ".join(listed)) if len(listed) > 1 else ""


def clause(manual: Manual, policy: Policy, revision: Revision, say: Say = ENGLISH) -> str:
    """Return what the board would do, as it stands within a motion."""
    if revision.done or revision.outcome:
        return ""
    name = say("Policy {code}, {title}", code=policy.code, title=say.own(revision.title or policy.title))
    this = remaining.this_reading(manual, revision)
    if this is not None and not this.last:
        asked = name if revision.makes_text else say("the proposal to {action}", action=_action(revision, name, say))
        return say("take {name}, as presented, for {ordinal} reading", name=asked, ordinal=ordinal(this.number, say))
    said = _action(revision, name, say)
    until = revision.date("until")
    if revision.makes_text:
        said = say("{action}, as presented", action=said)
    elif until is not None:
        said = say("{action} until {date}", action=said, date=say.date(until))
    if this is not None and this.number > 1:
        said = say("{action}, on {ordinal} and final reading", action=said, ordinal=ordinal(this.number, say))
    if revision.effective:
        said = say("{action}, effective {date}", action=said, date=say.date(revision.effective))
    return said


def ordinal(number: int, say: Say) -> str:
    """Return an ordinal number in words, such as "second"."""
    return say(_ORDINALS[number - 1]) if 0 < number <= len(_ORDINALS) else f"{number}."


def _action(revision: Revision, name: str, say: Say) -> str:
    return say(_DOING[revision.action], name=name)
