"""Count the reviews that fell due: how many were held in time, how many were late or never held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from policybook.model import Manual, Policy, Strategy
from policybook.values import cadence
from policybook.values.cadence import Cadence


def by_year(manual: Manual) -> list[tuple[int, int, int]]:
    """Return, for each year, how many reviews of strategies fell due and were held in time, and how many weren't.

    Where the cadence is only assumed, or no review is on record, nothing was due.
    """
    counted: Counter[tuple[int, bool]] = Counter()
    for policy in manual:
        for strategy in policy.strategies:
            counted.update((day.year, in_time) for day, in_time in of_strategy(manual, policy, strategy))
    return [(year, counted[year, True], counted[year, False]) for year in sorted({year for year, _ in counted})]


def of_strategy(manual: Manual, policy: Policy, strategy: Strategy) -> Iterator[tuple[date, bool]]:
    """Yield each day by which a review of a strategy fell due up to the manual's day, and whether it was held by then."""
    held = {
        min(one.when.latest, one.when.earliest + timedelta(days=31))
        for one in policy.reviews_of.get(strategy.id, ())
        if one.when.earliest <= manual.as_of
    }
    until = min(manual.as_of, strategy.ended.earliest) if strategy.ended else manual.as_of

    def interval(day: date) -> Cadence | None:
        fact = strategy.cadence_on(day)
        return cadence.parse(fact.value) if fact and fact.value and fact.basis != "assumed" else None

    return of_days(held, interval, until)


def of_days(
    held: Iterable[date], interval: Callable[[date], Cadence | None], until: date
) -> Iterator[tuple[date, bool]]:
    """Yield each day by which a review fell due, and whether it was held by then.

    The first is counted from the first of the days `held`. A day that passes without a review is missed, and the next
    one is counted from it: two years without a yearly review are two missed ones. `interval` says how often a review
    was to be held as it stood on a day; `until` is the day on which we look.
    """
    days = sorted(set(held))
    for at, last in enumerate(days):
        after = days[at + 1] if at + 1 < len(days) else None
        due = _next(last, interval)
        if due is not None and after is not None and after <= due:
            yield due, True
            continue
        while due is not None and due < (after or until):
            yield due, False
            due = _next(due, interval)


def _next(day: date, interval: Callable[[date], Cadence | None]) -> date | None:
    often = interval(day)
    return often.next_after(day) if often else None
