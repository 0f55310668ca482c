"""A review that calls a strategy on track doesn't measure the opposite.

A figure that moves away from its target, or misses a target whose day has come, isn't on track; a review may say why all the
same, and then concludes `needs-attention`.

How to mend: correct the figure or the outcome.

Example:

    -- 3210-fair-discipline/reviews/2026-09-15-restorative.yml diff --
    -outcome: needs-attention
    +outcome: on-track
    @@
    -  - {indicator: meetings-in-time, value: 78 %}
    +  - {indicator: meetings-in-time, value: 58 %}
"""

from policybook.check import Hit, Hits, Indicator, Manual, Policy, Review, View, dates, figure

FAMILY = "history"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        yield from _of_policy(policy, manual)


def _of_policy(policy: Policy, manual: Manual) -> Hits:
    for review in policy.reviews:
        strategy = policy.strategies_by_id.get(review.of)
        if strategy is None or review.outcome != "on-track":
            continue
        known = {one.id: one for one in strategy.indicators}
        for reading in review.parts("measured"):
            indicator = known.get(reading.text("indicator"))
            why = _contradiction(reading, review, indicator) if indicator is not None else ""
            if why:
                yield Hit(
                    review.at("outcome"),
                    f"The review ‘{review.id}’ of policy {policy.code} says on-track, and ‘{reading.text('indicator')}’ "
                    f"measures {reading.get('value')}: {why}.",
                    "Correct the outcome, or the figure.",
                )


def _contradiction(reading: View, review: Review, indicator: Indicator) -> str:
    rises, found = indicator.rises, figure(str(reading.get("value")))
    if rises is None or found is None:
        return ""
    target, baseline = indicator.get("target") or {}, indicator.get("baseline") or {}
    begin, end = figure(str(baseline.get("value"))), figure(str(target.get("value")))
    if begin is not None and begin.unit == found.unit and _worse(found.number, begin.number, rises):
        return f"worse than the baseline of {baseline['value']}"
    due = dates.parse(target["date"]) if target.get("date") else None
    if end is not None and end.unit == found.unit and due is not None and due.latest <= review.when.earliest:
        return f"the target was {target['value']} by {due.words()}" if _worse(found.number, end.number, rises) else ""
    return ""


def _worse(number: float, than: float, rises: bool) -> bool:
    return number < than if rises else number > than
