"""List what the board's rules still ask of a proposal before it can be adopted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from policybook.model import Manual, Policy, Revision, Rules
from policybook.rules import comment_period, readings
from policybook.text.i18n import ENGLISH, Say, mark

_ORDINALS = ("", "First", "Second", "Third", "Fourth", "Fifth", "Sixth")

_WORDS = (mark("none"), mark("one"), mark("two"), mark("three"), mark("four"), mark("several"))


@dataclass(frozen=True, slots=True)
class Next:
    """The reading that comes next."""

    number: int
    last: bool
    """Whether the rules ask for no further one."""

    @property
    def name(self) -> str:
        """Return its number in words."""
        return ordinal(self.number)


def ordinal(number: int) -> str:
    """Return an ordinal number in words, such as "Second"."""
    return _ORDINALS[number] if 0 < number < len(_ORDINALS) else f"{number}th"


def rule(manual: Manual, revision: Revision, key: str) -> str:
    """Return a rule of the board as it holds for a revision, empty where none is set."""
    rules = _rules(manual, revision)
    return rules.text(key) if rules is not None else ""


def this_reading(manual: Manual, revision: Revision) -> Next | None:
    """Return the reading that comes next, or None where the rules ask for no further one."""
    rules = _rules(manual, revision)
    if rules is None:
        return None
    needed, counted = readings.needed(rules, revision.action), readings.count(revision.readings, rules)
    held = max((reading.number for reading in revision.readings), default=0)
    return Next(held + 1, counted + 1 >= needed) if counted < needed else None


def still(
    manual: Manual, policy: Policy, revision: Revision, meeting: date | None, say: Say = ENGLISH
) -> tuple[str, ...]:
    """Return what must still happen, a sentence each; nothing where no rules are on record or the act is done."""
    rules = _rules(manual, revision)
    if rules is None or revision.done or revision.outcome or policy.kind == "procedure":
        return ()
    found = (*_readings(revision, rules, meeting, say), *_others(manual, policy, revision, rules, say))
    return found or (say("Nothing more."),)


def _readings(revision: Revision, rules: Rules, meeting: date | None, say: Say) -> Iterator[str]:
    counted = readings.count(revision.readings, rules)
    needed = readings.needed(rules, revision.action)
    left = needed - counted
    if left <= 0:
        return
    asked = say(_WORDS[min(needed, 5)])
    if left > 1:
        yield say("{n} more readings: the rules ask for {number}.", n=left, number=asked)
    else:
        yield say("One more reading: the rules ask for {number}.", number=asked)
    last = revision.readings[-1] if revision.readings else None
    first = readings.earliest_next(last, rules) if last is not None else None
    if first is not None:
        apart = rules.number("days_between_readings")
        yield say("The next one {date} at the earliest: {n} days after the last.", date=say.day(first), n=apart)
        if meeting is not None and meeting < first:
            yield say("The meeting of {date} comes too soon for it.", date=say.day(meeting))


def _others(manual: Manual, policy: Policy, revision: Revision, rules: Rules, say: Say) -> Iterator[str]:
    if revision.makes_text:
        yield from _of_text(manual, revision, rules, say)
    notice = rules.number("notice_days")
    if notice:
        yield say("Notice at least {n} days before the meeting.", n=notice)
    standing = policy.standing(manual.as_of).text
    based = revision.text("based_on")
    if based and standing is not None and standing.holds_text and standing.computed_digest != based:
        yield say("A look at the text in force: it has changed since this was proposed.")


def _of_text(manual: Manual, revision: Revision, rules: Rules, say: Say) -> Iterator[str]:
    """Yield what the rules ask only of a text: the equity analysis and the comment period."""
    if rules.text("equity") == "required" and not revision.get("equity"):
        yield say("An equity analysis: who is affected, on what evidence, and what was changed because of it.")
    change, end = revision.text("change"), comment_period.open_on(revision, manual.as_of, rules)
    days = comment_period.required_days(rules, change, revision)
    if comment_period.unrecorded(revision, change, rules) is not None:
        yield say("A time for comment of {n} days.", n=days)
    elif comment_period.days_short(revision, change, rules) is not None:
        yield say("A longer time for comment: the rules ask for {n} days.", n=days)
    elif end is not None:
        yield say("The time for comment to end, on {date}.", date=say.date(end))


def _rules(manual: Manual, revision: Revision) -> Rules | None:
    day = revision.acted.latest if revision.acted else manual.as_of
    return manual.agency.rules_on(day)
