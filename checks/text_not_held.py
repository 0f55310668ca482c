"""The text of each revision is held.

Where it isn't, the record says so and why; the public can see that the act took place, but not what was decided.

How to mend: find the text, and add it with `recovered`.

Example:

    -- 3210-fair-discipline/revisions/2020-05-12.yml --
    action: adopt
    date: {is: 2020-05-12, source: district-history, quote: first adopted in May 2020}
    published: 2020-05-15
    title: Fair Discipline
    readings:
      - date: 2020-04-14
      - date: 2020-05-12
    vote: unanimous
    chain: $chain
    text: not-held
    not_held: The paper was lost.
    -- 3210-fair-discipline/policy.yml diff --
     notes:
    -  - about: data
    +  - about: longest-suspension
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "history"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for act in policy.acts:
            if act.makes_text and not act.holds_text:
                yield Hit(
                    act.at("text"),
                    f"The text of revision {act.id} of policy {policy.code} is not held.",
                    "If it is found, add it with `recovered`.",
                )
