"""Each policy with a text in force, or soon to be, names the body that keeps its text.

Without a steward nobody is asked when the review falls due.

How to mend: add `steward:` to policy.yml, or to the series in agency.yml, with the id of a body from bodies.yml.

Example:

    -- 0100-mission/policy.yml diff --
     kind: operating-policy
    -steward: superintendent
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "ownership"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        if manual.steward_of(policy) is None and policy.knows("policy.yml") and policy.texts_to_come(manual.as_of):
            yield Hit(
                policy.at(),
                f"Policy {policy.code} has no steward.",
                "Add `steward:` here, or to the series in agency.yml, with the id of a body from bodies.yml.",
            )
