"""An id is given once: to one body, one provision of a text, one strategy, one indicator, one series.

How to mend: give one of the two another id.

Pass:

    -- 0100-mission/revisions/2026-03-10.yml changed --
    text:
      - id: mission
        text: >-
          Every child learns.
      - id: helpers
        text: >-
          Every adult helps.

Fail:

    -- 0100-mission/revisions/2026-03-10.yml changed --
    text:
      - id: mission
        text: >-
          Every child learns.
      - id: mission
        text: >-
          Every adult helps.
"""

from collections.abc import Iterator

from policybook.check import Hit, Hits, Manual, Place

FAMILY = "shape"


def check(manual: Manual) -> Hits:
    yield from _twice((body.id, body.at("id"), "body") for body in manual.body_list)
    yield from _twice((series.starts, series.at("starts"), "series") for series in manual.agency.series)
    for policy in manual:
        yield from _twice((one.id, one.at("id"), "strategy") for one in policy.strategies)
        indicators = (indicator for strategy in policy.strategies for indicator in strategy.indicators)
        yield from _twice((one.id, one.at("id"), "indicator") for one in indicators)
        for revision in policy.texts_of():
            if len(set(revision.glance.ids)) < len(revision.glance.ids):
                yield from _twice((one.id, one.at("id"), "provision") for one in revision.all_provisions if one.id)


def _twice(named: Iterator[tuple[str, Place, str]]) -> Hits:
    first: dict[str, Place] = {}
    for id, place, what in named:
        if id in first:
            message = f"‘{id}’ is the id of two entries: each {what} has its own."
            yield Hit(place, message, "Give one of the two another id.", ((first[id], "The other one."),))
        first.setdefault(id, place)
