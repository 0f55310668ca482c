"""Select a text of a policy: a revision, a proposal, a text read to the board, or the text in force on a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from policybook.errors import PolicybookError
from policybook.model import Policy, PresentedText, Revision, Text
from policybook.redline import End
from policybook.text.i18n import ENGLISH, Say
from policybook.text.suggest import did_you_mean

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Named:
    """A text with what it is called: `id` in a command, `words` in a sentence."""

    text: Text
    id: str
    words: str

    @property
    def end(self) -> End:
        """Return it as an end of a redline."""
        acted = self.text.acted if isinstance(self.text, Revision) else None
        return End(self.id, self.words, self.text.title, self.text.computed_digest, acted.text if acted else "")


def held(policy: Policy, say: Say = ENGLISH) -> dict[str, Named]:
    """Return every text of a policy that is in the record, by id: revisions, proposals, texts read to the board."""
    texts: list[Named] = [Named(text, text.id, words(text, say)) for text in policy.texts_of()]
    texts += [Named(text, f"{text.revision_id}.r{text.number}", words(text, say)) for text in policy.presented]
    return {named.id: named for named in texts if named.text.holds_text}


def words(text: Text, say: Say = ENGLISH) -> str:
    """Return what a text is called in a sentence."""
    if isinstance(text, PresentedText):
        return say("the text of reading {n} of proposal {id}", n=text.number, id=text.revision_id)
    if isinstance(text, Revision) and not text.done:
        return say("proposal {id}", id=text.id)
    if isinstance(text, Revision) and text.acted is not None:
        return say("the text of {date}", date=say.date(text.acted))
    return say("the text ‘{id}’", id=text.id) if isinstance(text, Revision) else say("the text")


def named(policy: Policy, name: str) -> Named:
    """Return the text that `name` stands for: its id, or a day on which it was in force.

    Raises PolicybookError where there is none, or where its text isn't held.
    """
    texts = held(policy)
    if name in texts:
        return texts[name]
    if name in policy.by_id:
        return _kept(policy, policy.by_id[name])
    if _DAY.fullmatch(name) and (stood := _on(policy, name)):
        return stood
    hint = did_you_mean(name, list(texts)) or ("It has " + ", ".join(texts) + "." if texts else "It holds no text.")
    raise PolicybookError(f"Policy {policy.code} has no text {name}. {hint}")


def act(policy: Policy, text: Text) -> Revision:
    """Return the act or proposal that a text belongs to."""
    found = policy.by_id.get(text.revision_id) if isinstance(text, PresentedText) else text
    if not isinstance(found, Revision):
        raise PolicybookError(f"Policy {policy.code} has no revision that {words(text)} belongs to.")
    return found


def before(policy: Policy, text: Text) -> Named | None:
    """Return the text that one is to be compared with: the base of a proposal, or the adopted text before it."""
    earlier = [act for act in policy.acts if act.holds_text]
    if isinstance(text, Revision) and text in earlier:
        earlier = earlier[: earlier.index(text)]
    elif isinstance(text, Revision):
        base = policy.text_with(text.text("based_on"))
        earlier = [base] if base is not None else earlier
    return Named(earlier[-1], earlier[-1].id, words(earlier[-1])) if earlier else None


def pair(policy: Policy, day: date, old: str | None, new: str | None) -> tuple[Named | None, Named]:
    """Return the two texts to compare: those named, else the open proposal and the text in force, or the last two."""
    if new is not None:
        return named(policy, old) if old else None, named(policy, new)
    in_force = policy.standing(day).text
    newest = Named(in_force, in_force.id, words(in_force)) if in_force is not None and in_force.holds_text else None
    if old is not None:
        first = named(policy, old)
        if newest is None or newest.id == first.id:
            return before(policy, first.text), first
        if isinstance(first.text, Revision) and not first.text.done:
            return newest, first
        return first, newest
    open_ = [one for one in held(policy).values() if isinstance(one.text, Revision) and one.text in _open(policy)]
    if len(open_) == 1:
        return newest or before(policy, open_[0].text), open_[0]
    if len(open_) > 1:
        names = " or ".join(f"{policy.code}@{one.id}" for one in open_)
        raise PolicybookError(f"Policy {policy.code} has {len(open_)} open proposals. Name one: {names}.")
    if newest is None:
        every = ", ".join(held(policy))
        raise PolicybookError(
            f"Policy {policy.code} has no text in force to compare."
            + (f" Name two of its texts: {every}." if every else " None of its texts is held.")
        )
    return before(policy, newest.text), newest


def without_text(policy: Policy, name: str) -> Revision | None:
    """Return the proposal named, or the only open one, where it leaves the text as it is: a rescission, a suspension."""
    named = [policy.by_id[name]] if name in policy.by_id else [] if name else _open(policy)
    found = named[0] if len(named) == 1 else None
    return found if found is not None and not found.done and not found.makes_text else None


def _open(policy: Policy) -> list[Revision]:
    return [proposal for proposal in policy.proposals if not proposal.outcome]


def _kept(policy: Policy, act: Revision) -> Named:
    """Return the text that an act without one leaves as it is."""
    if act.makes_text:
        raise PolicybookError(f"The text of revision {act.id} of policy {policy.code} isn't held.")
    found = before(policy, act)
    if found is None:
        raise PolicybookError(f"Revision {act.id} of policy {policy.code} has no text, nor is one held before it.")
    return found


def _on(policy: Policy, day: str) -> Named | None:
    try:
        text = policy.standing(date.fromisoformat(day)).text
    except ValueError:
        return None
    return Named(text, text.id, words(text)) if text is not None and text.holds_text else None
