"""Where two sources disagree, both are kept, and this says so.

How to mend: nothing, until one of them is shown to be wrong.

Example:

    -- 3210-fair-discipline/revisions/2020-05-12.yml diff --
     action: adopt
    -date: {is: 2020-05-12, source: district-history, quote: first adopted in May 2020}
    +date: {is: 2020-05-12, source: district-history, quote: first adopted in May 2020, otherwise: [{is: 2020-04, source: district-history}]}
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "provenance"
SEVERITY = "notice"


def check(manual: Manual) -> Hits:
    for fact in manual.facts:
        for other in fact.otherwise:
            said = other.when.words() if other.value and other.value[:1].isdigit() and other.when else other.value
            yield Hit(
                other.place(),
                f"Another source says {said or other.as_written}.",
                "Both are kept, until one is shown to be wrong.",
            )
    for policy in manual:
        for note in policy.parts("notes"):
            claims = list(dict.fromkeys(claim["is"] for claim in note.get("claims") or ()))
            if len(claims) > 1:
                yield Hit(
                    note.at("claims").key(),
                    f"Sources disagree about {note.text('about') or 'this'}: {', '.join(claims)}.",
                    "All are kept, until one is shown to be right.",
                )
