"""An id is given once: to one body, one provision of a text, one strategy, one indicator, one series.

How to mend: give one of the two another id.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
         text: >-
    -      Every child in Heron Bend learns to read, to reason and to get along.
    +      Every child learns.
    +  - id: mission
    +    text: >-
    +      Every adult helps.
"""

from collections.abc import Iterator

from policybook.check import Hit, Hits, Manual, View

FAMILY = "shape"


def check(manual: Manual) -> Hits:
    yield from _twice(((body.id, body) for body in manual.body_list), "body")
    yield from _twice(((series.starts, series) for series in manual.agency.series), "series", "starts")
    for policy in manual:
        yield from _twice(((one.id, one) for one in policy.strategies), "strategy")
        indicators = (indicator for strategy in policy.strategies for indicator in strategy.indicators)
        yield from _twice(((one.id, one) for one in indicators), "indicator")
        for revision in policy.texts_of():
            if len(set(revision.index.ids)) < len(revision.index.ids):
                yield from _twice(((one.id, one) for one in revision.all_provisions if one.id), "provision")


def _twice(named: Iterator[tuple[str, View]], what: str, key: str = "id") -> Hits:
    first: dict[str, View] = {}
    for id, one in named:
        if id in first:
            message = f"‘{id}’ is the id of two entries: each {what} has its own."
            yield Hit(one.at(key), message, "Give one of the two another id.", ((first[id].at(key), "The other one."),))
        first.setdefault(id, one)
