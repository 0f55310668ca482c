"""Every source that a fact names is in sources/.

A fact whose source can't be looked up can't be checked by anybody.

How to mend: correct the id, or add the source, with `text: not-held` where its text isn't kept.

Example:

    -- 3210-fair-discipline/policy.yml diff --
         claims:
    -      - {is: twice, source: district-history, quote: reported twice a year}
    +      - {is: twice, source: district-histories, quote: reported twice a year}
"""

from policybook.check import Hit, Hits, Manual, Names

FAMILY = "reference"


def check(manual: Manual) -> Hits:
    sources = Names(manual.sources)
    for source in manual.sources.values():
        if source.part_of and not manual.has_source(source.part_of):
            yield Hit(
                source.at("part_of"),
                f"The source ‘{source.title}’ is a part of ‘{source.part_of}’, which is not in sources/.",
                sources.hint(source.part_of) or "Add it to sources/, or correct the id.",
            )
    for fact in manual.facts:
        if fact.source and not manual.has_source(fact.source):
            yield Hit(
                fact.at("source"),
                f"This names the source ‘{fact.source}’, which is not in sources/.",
                sources.hint(fact.source) or "Add it to sources/, or correct the id.",
            )
