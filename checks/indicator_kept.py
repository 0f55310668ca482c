"""What a strategy is measured by stays, or the change is seen.

A target that is lowered, put off or dropped, a baseline that is moved, an indicator that is taken away: each makes the
same work look better. It may be right, and somebody other than its author should see it.

How to mend: put it back, or say in the pull request why it changes; what became of the old target belongs in a review.

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
            baseline: {date: 2025-06, value: 61 %}
            target: {date: 2028-06, value: 80 %}
      - id: data
        title: Publish the figures
        owner: superintendent
        cadence: every year in October
"""

from collections.abc import Iterator

from policybook.check import Hit, Hits, Manual, Place, Strategy, View, compare, dates

FAMILY = "change"
SEVERITY = "warning"

_HELP = "Put it back, or say in the pull request why it changes."


def check(manual: Manual) -> Hits:
    for before, policy in compare.kept(manual):
        if not policy.knows("strategies.yml") or not policy.texts_to_come(manual.as_of):
            continue
        for was in before.strategies:
            now = policy.strategies_by_id.get(was.id)
            if now is not None and now.ended is None and was.ended is None:
                for place, said in _lost(was, now):
                    yield Hit(place, said, _HELP)


def _lost(was: Strategy, now: Strategy) -> Iterator[tuple[Place, str]]:
    there = {indicator.id: indicator for indicator in now.indicators}
    for old in was.indicators:
        name = f"‘{old.text('description')}’ of strategy ‘{now.title}’ of policy {now.code}"
        new = there.get(old.id)
        if new is None:
            aim = f"; its target was ‘{_figure(old, 'target')}’" if old.has("target") else ""
            yield now.at("indicators").key(), f"The indicator {name} was removed{aim}."
            continue
        for key in ("target", "baseline"):
            if not old.has(key) or _written(old, key) == _written(new, key):
                continue
            if new.has(key):
                said = f"was ‘{_figure(old, key)}’ and is now ‘{_figure(new, key)}’"
                yield new.at(key, "value"), f"The {key} of the indicator {name} {said}."
            else:
                yield new.at(), f"The {key} of the indicator {name}, ‘{_figure(old, key)}’, was removed."
        until, later = old.not_measured_until, new.not_measured_until
        if until is not None and later is not None and later.latest > until.latest:
            said = f"was to be measured from {until.words()}, and is now from {later.words()}"
            yield new.at("not_measured_until"), f"The indicator {name} {said}."


def _written(indicator: View, key: str) -> tuple[str, str]:
    figure = indicator.get(key) or {}
    return str(figure.get("value") or ""), str(figure.get("date") or "")


def _figure(indicator: View, key: str) -> str:
    value, day = _written(indicator, key)
    return f"{value}, {dates.parse(day).words()}" if day else value
