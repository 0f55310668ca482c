"""A source whose text is kept says under which licence.

The parts of an import have the licence of the whole.

How to mend: add `licence:`, an SPDX id such as CC-BY-4.0.

Example:

    -- sources/district-history.yml diff --
     url: https://history.heronbend.example/policies
    -licence: CC-BY-4.0
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "provenance"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for source in manual.sources.values():
        if source.raw is not None and not source.part_of and not source.text("licence"):
            yield Hit(
                source.at(), f"The source ‘{source.title}’ states no licence.", "Add `licence:`, such as CC-BY-4.0."
            )
