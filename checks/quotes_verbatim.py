"""Every quote stands, word for word, in its source.

How to mend: copy the words from the source's text; white space doesn't count.

Example:

    -- 3210-fair-discipline/policy.yml diff --
         claims:
    -      - {is: twice, source: district-history, quote: reported twice a year}
    +      - {is: twice, source: district-history, quote: reported three times a year}
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "text"


def check(manual: Manual) -> Hits:
    for fact in manual.facts:
        if not fact.quote or not fact.source:
            continue
        source = manual.sources.get(fact.source)
        if source is None:
            continue
        if source.words is None:
            yield Hit(
                fact.at("quote"),
                f"This quote can't be verified: the text of the source ‘{source.title}’ is not held.",
                "Keep the source's text in sources/, or leave the quote out.",
                severity="warning",
            )
        elif " ".join(fact.quote.split()) not in source.squeezed:
            yield Hit(
                fact.at("quote"),
                f"The quote “{fact.quote[:60]}” doesn't stand in the source ‘{source.title}’.",
                "Copy the words from the source.",
            )
