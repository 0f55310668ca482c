"""Say of an indicator whether its target was met by the target's day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from policybook.model import Indicator, Manual, Policy, Strategy, View
from policybook.text import catalogs
from policybook.values import dates
from policybook.values.dates import PartialDate

State = Literal["met", "missed", "unmeasured"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an indicator stood on the day of its target."""

    state: State
    target: str
    by: PartialDate
    value: str = ""
    """The last value measured by that day, as written in the record."""
    when: PartialDate | None = None


def verdict(manual: Manual, policy: Policy, strategy: Strategy, indicator: Indicator) -> Verdict | None:
    """Return how an indicator stood on its target's day; None until that day has passed, or where it can't be told.

    The baseline says whether more or less is better. Without one, or where a value isn't a number, nothing is judged.
    """
    target, baseline = indicator.get("target") or {}, indicator.get("baseline") or {}
    if not target.get("date") or not target.get("value") or not policy.knows("reviews"):
        return None
    by = dates.parse(target["date"])
    if by.latest >= manual.as_of:
        return None
    read = [one for one in _readings(policy, strategy, indicator) if one[0].latest <= by.latest]
    if not read:
        return Verdict("unmeasured", target["value"], by)
    when, value = max(read, key=lambda one: one[0].latest)
    wanted, began, reached = (_number(manual, words) for words in (target["value"], baseline.get("value"), value))
    if wanted is None or began is None or reached is None or wanted == began:
        return None
    met = reached >= wanted if wanted > began else reached <= wanted
    return Verdict("met" if met else "missed", target["value"], by, value, when)


def _readings(policy: Policy, strategy: Strategy, indicator: Indicator) -> list[tuple[PartialDate, str]]:
    read: list[tuple[PartialDate, View]] = [
        (entry.date("date") or review.when, entry)
        for review in policy.reviews_of.get(strategy.id, ())
        for entry in review.parts("measured")
        if entry.text("indicator") == indicator.id
    ]
    return [(when, entry.text("value")) for when, entry in read]


def _number(manual: Manual, words: str | None) -> float | None:
    return catalogs.number(words, manual.agency.language) if words else None
