"""Readings are numbered upwards, on ascending days, and none is later than the act.

How to mend: correct the day or the number. What was found so in an old manual is kept as found, and is a warning.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
     readings:
    +  - date: 2026-03-10
    @@
       - date: 2026-02-10
    -  - date: 2026-03-10
"""

from collections.abc import Iterator
from itertools import pairwise

from policybook.check import Hit, Hits, Manual, Policy, Revision, Severity, readings

FAMILY = "history"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for revision in policy.revisions:
            if revision.readings:
                yield from _of(policy, revision)


def _of(policy: Policy, revision: Revision) -> Iterator[Hit]:
    severity: Severity | None = "warning" if revision.recorded else None
    said = f"revision {revision.id} of policy {policy.code}"
    for earlier, later in pairwise(revision.readings):
        if later.number <= earlier.number:
            message = f"Reading {later.number} of {said} comes after reading {earlier.number}."
            yield Hit(later.at("number"), message, "Number the readings upwards.", severity=severity)
        if readings.on_the_floor(earlier, later):
            continue
        if earlier.when and later.when and later.when.latest <= earlier.when.earliest:
            message = f"Reading {later.number} of {said}, {later.when.words()}, isn't after the one before, {earlier.when.words()}."
            yield Hit(later.at("date"), message, "Correct one of the two days.", severity=severity)
    for reading in revision.readings:
        if revision.acted and reading.when and reading.when.earliest > revision.acted.latest:
            message = f"Reading {reading.number} of {said}, {reading.when.words()}, is after the act of {revision.acted.words()}."
            yield Hit(reading.at("date"), message, "Correct one of the two days.", severity=severity)
