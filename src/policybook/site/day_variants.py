"""What depends on today, said so that it stays true: once for each stretch of days, the right one shown.

Without script the reader sees what held on the day of the build, written with dates. With script the reader's own
clock, in the agency's time zone, chooses. No words are made by script.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from policybook.text.html import Html, tag

Variant = tuple[date, Html]
"""From which day on something is true, and what."""


def by_day(variants: Sequence[Variant], block: bool = False) -> Html:
    """Return what holds on each stretch of days; the first variant is that of the build, shown without script.

    `block` makes boxes of them rather than a run of words.
    """
    kept: list[Variant] = []
    for day, words in variants:
        if not kept or kept[-1][1] != words:
            kept.append((day, words))
    if len(kept) == 1:
        return kept[0][1]
    name = "div" if block else "span"
    (first, shown), *later = kept
    return tag(
        name,
        tag(name, shown, data_from=first.isoformat()),
        *(tag(name, words, data_from=day.isoformat(), hidden=True) for day, words in later),
        class_="pb-clock",
    )
