"""A reading of an indicator can be compared with its baseline, and names no small group.

A reading in another unit, or from before the baseline, shows nothing. A number of people below `suppress_below` in agency.yml
may tell who they are.

How to mend: write the figure in the unit of the baseline, correct the day, or write a small number as `<10`.

Example:

    -- 3210-fair-discipline/reviews/2026-09-15-restorative.yml diff --
     measured:
    -  - {indicator: meetings-in-time, value: 78 %}
    +  - {indicator: meetings-in-time, value: 78 meetings}
"""

from policybook.check import Hit, Hits, Indicator, Manual, Policy, Review, View, dates, figure

FAMILY = "ownership"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        yield from _of_policy(policy, manual)


def _of_policy(policy: Policy, manual: Manual) -> Hits:
    least = manual.agency.get("suppress_below")
    for review in policy.reviews:
        strategy = policy.strategies_by_id.get(review.of)
        known = {one.id: one for one in strategy.indicators} if strategy is not None else {}
        for reading in review.parts("measured"):
            found = figure(str(reading.get("value")))
            if found is None:
                continue
            if least is not None and not found.below and "%" not in found.unit and 0 < found.number < least:
                yield Hit(
                    reading.at("value"),
                    f"‘{reading.get('value')}’ is fewer than {least}, and may tell who they are.",
                    f"Write <{least}.",
                )
            indicator = known.get(reading.text("indicator"))
            if indicator is not None and indicator.has("baseline"):
                yield from _compared(reading, review, indicator, found.unit)


def _compared(reading: View, review: Review, indicator: Indicator, unit: str) -> Hits:
    baseline = indicator.get("baseline")
    begin = figure(str(baseline["value"]))
    if begin is not None and begin.unit != unit:
        yield Hit(
            reading.at("value"),
            f"The indicator ‘{indicator.id}’ began at {baseline['value']}, and this reading is ‘{reading.get('value')}’.",
            "Write it in the unit of the baseline.",
        )
    day = reading.date("date") or review.when
    if baseline.get("date") and day.latest < dates.parse(baseline["date"]).earliest:
        yield Hit(
            reading.at("value"),
            f"This reading of ‘{indicator.id}’ is of {day.words()}, before the baseline of "
            f"{dates.parse(baseline['date']).words()}.",
            "Correct the day.",
        )
