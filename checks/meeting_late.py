"""Each team meets as often as it says.

Counted from the last meeting on record and the interval under `meets`, with a week of grace; never from an assumed
interval, and never without a meeting on record.

How to mend: record the meeting that was held with `policybook meet BODY`; or hold one.

Example:

    as-of: 2026-11-24
    -- meetings/2026-09-14-restorative-team.yml --
    body: restorative-team
"""

from policybook.check import Hit, Hits, Manual, dates, meetings

FAMILY = "clock"
SEVERITY = "notice"


def check(manual: Manual) -> Hits:
    for clock in meetings.all_of(manual):
        if clock.last is not None and clock.on is not None and clock.is_late(manual.as_of):
            yield Hit(
                clock.body.at("meets"),
                f"‘{clock.body.name}’ should have met by {dates.in_words(clock.on)}; its last meeting on record is of "
                f"{clock.last.day.words()}.",
                f"Record the meeting: policybook meet {clock.body.id}",
            )
