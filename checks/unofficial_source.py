"""An unofficial copy says where its source is.

How to mend: add the source to sources/, with its `url`.

Example:

    -- agency.yml diff --
         longest_cadence: every 5 years
    +official: false
    -- sources/district-history.yml --
    title: A history of our policies
    sha256: $sha256
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "provenance"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    lost = any(path.startswith("sources/") for path in manual.unread)
    if not manual.agency.official and not lost and not any(one.text("url") for one in manual.sources.values()):
        yield Hit(
            manual.agency.at("official"),
            "This is an unofficial copy, and it doesn't say where its source is.",
            "Add the source to sources/, with its `url`.",
            subject="agency.yml",
        )
