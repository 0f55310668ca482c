"""Each policy with a text in force, or soon to be, says how often it is reviewed, itself or by its series.

How to mend: add `cadence:` to policy.yml, or to the series in agency.yml.

Example:

    -- agency.yml diff --
     series:
    -  - {starts: "0", title: Foundations, cadence: every 5 years}
    +  - {starts: "0", title: Foundations}
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "cadence"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    if not manual.knows("agency.yml"):
        return
    for policy in manual:
        if not policy.knows("policy.yml") or not policy.texts_to_come(manual.as_of):
            continue
        held = manual.cadence_of(policy)
        if held is None or held.value == "by series":
            yield Hit(
                policy.at("cadence") if policy.cadence else policy.at(),
                f"Policy {policy.code} has no cadence, and neither has its series.",
                "Add `cadence:` here, or to the series in agency.yml.",
            )
