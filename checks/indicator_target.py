"""The target of an indicator differs from its baseline and comes after it.

A target that equals the baseline is met before anything is done.

How to mend: write the target that was agreed on, with its day.

Example:

    -- 3210-fair-discipline/strategies.yml --
    strategies:
      - id: restorative
        title: A restorative meeting first
        owner: restorative-team
        cadence: every 6 months
        indicators:
          - id: meetings-in-time
            description: Meetings held within five school days
            from: Discipline log, district totals
            baseline: {date: 2025-06, value: 61 %}
            target: {date: 2027-06, value: 61%}
      - id: data
        title: Publish the figures
        owner: {is: superintendent, basis: inferred, note: The provision names the office.}
        cadence: every year in October
"""

from policybook.check import Hit, Hits, Manual, View

FAMILY = "ownership"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for strategy in policy.strategies:
            for indicator in strategy.indicators:
                if not indicator.has("baseline") or not indicator.has("target"):
                    continue
                baseline, target = _part(indicator, "baseline"), _part(indicator, "target")
                said = f"The target of the indicator ‘{indicator.id}’ of policy {policy.code}"
                if _value(baseline) == _value(target):
                    yield Hit(
                        target.at(),
                        f"{said} equals its baseline, {baseline.text('value')}.",
                        "Write the target that was agreed on.",
                    )
                began, until = baseline.date("date"), target.date("date")
                if began is not None and until is not None and until.latest < began.earliest:
                    yield Hit(
                        target.at(),
                        f"{said} is for {until.words()}, before its baseline of {began.words()}.",
                        "Correct the day.",
                    )


def _part(indicator: View, key: str) -> View:
    return View(indicator.get(key), *indicator.under(key))


def _value(part: View) -> str:
    return "".join(part.text("value").split()).casefold()
