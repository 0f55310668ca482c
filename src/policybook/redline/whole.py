"""Compare all policies of a manual between two days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from policybook.model import Manual, Policy, Text
from policybook.redline.build import between
from policybook.redline.operations import End, Ends, Redline
from policybook.redline.origins import elsewhere
from policybook.redline.select import Named, words
from policybook.text.i18n import ENGLISH, Say


@dataclass(frozen=True, slots=True)
class Changed:
    """One policy whose text in force differs between the two days."""

    policy: Policy
    redline: Redline
    ends: Ends


def changed(manual: Manual, start: date, end: date, say: Say = ENGLISH) -> Iterator[Changed]:
    """Yield each policy whose text in force on `end` isn't that on `start`, in the manual's order.

    What moved from one policy to another is named at both places. A policy whose text on one of the days isn't
    certain is compared with what it certainly had: nothing.
    """
    for policy in manual.policies:
        old, new = (_text(policy, day) for day in (start, end))
        if old is new or (old is not None and new is not None and old.computed_digest == new.computed_digest):
            continue
        marked = between(old, new, elsewhere(manual, new, old))
        yield Changed(
            policy, marked, Ends(policy.code, _end(old, say) if old is not None else None, _new(policy, new, end, say))
        )


def uncertain(manual: Manual, day: date) -> tuple[str, ...]:
    """Return the codes of the policies of which nobody can say which text was in force on a day."""
    return tuple(policy.code for policy in manual.policies if policy.acts and not policy.standing(day).certain)


def _text(policy: Policy, day: date) -> Text | None:
    found = policy.standing(day).text
    return found if found is not None and found.holds_text else None


def _new(policy: Policy, text: Text | None, day: date, say: Say) -> End:
    if text is None:
        return End(day.isoformat(), say("nothing in force on {date}", date=say.day(day)), policy.title)
    return _end(text, say)


def _end(text: Text, say: Say) -> End:
    return Named(text, getattr(text, "id", ""), words(text, say)).end
