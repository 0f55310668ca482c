"""A text that is used under a licence names whom the licence asks to be named.

How to mend: add `attribution:` to agency.yml.

Example:

    -- agency.yml diff --
     short_name: Heron Bend
    -fiction: true
    +official: false
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "provenance"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    agency = manual.agency
    if agency.text("text_licence").startswith("CC-BY") and not agency.official and not agency.text("attribution"):
        yield Hit(
            agency.at("text_licence"),
            f"The texts are licensed {agency.text('text_licence')}, and nobody is named.",
            "Add `attribution:` with whom the licence asks to be named.",
            subject="agency.yml",
        )
