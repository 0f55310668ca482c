"""A source whose text is kept says under which licence.

The parts of an import have the licence of the whole.

How to mend: add `licence:`, an SPDX id such as CC-BY-4.0.

Pass:

    -- sources/district-history.yml --
    title: A history of our policies
    publisher: Heron Bend School District
    url: https://history.heronbend.example/policies
    licence: CC-BY-4.0
    sha256: $sha256

Fail:

    -- sources/district-history.yml --
    title: A history of our policies
    publisher: Heron Bend School District
    url: https://history.heronbend.example/policies
    sha256: $sha256
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
