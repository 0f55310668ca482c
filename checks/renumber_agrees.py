"""Both ends of a renumbering agree, and nothing replaces itself.

The last renumbering leads to the code that the policy has now, and its old code is among `former_codes`, so that old
links still lead here.

How to mend: correct `from`, `to`, `code` or `former_codes`.

Example:

    -- 3210-fair-discipline/revisions/2026-10-13.yml --
    action: renumber
    date: 2026-10-13
    vote: unanimous
    follows: 2026-03-10
    chain: $chain
    from: JK
    to: 3211
"""

from policybook.check import Hit, Hits, Manual, codes

FAMILY = "reference"


def check(manual: Manual) -> Hits:
    for policy in manual:
        if not policy.knows("policy.yml") or not policy.knows("revisions"):
            continue
        renumberings = [act for act in policy.acts if act.action == "renumber"]
        former = {codes.key(code) for code, _ in policy.former_codes}
        for act in renumberings:
            if codes.key(act.text("from")) not in former:
                yield Hit(
                    act.at("from"),
                    f"The old code ‘{act.text('from')}’ is not among the former codes of policy {policy.code}.",
                    f"Add {act.text('from')} to `former_codes` in policy.yml.",
                )
        if renumberings and codes.key(renumberings[-1].text("to")) != codes.key(policy.code):
            yield Hit(
                renumberings[-1].at("to"),
                f"The last renumbering gives the code ‘{renumberings[-1].text('to')}’, and the policy has ‘{policy.code}’.",
                "Correct one of the two.",
                ((policy.at("code"), "The code that it has."),),
            )
        for act in policy.acts:
            if codes.key(policy.code) in [codes.key(code) for code in act.texts("replaced_by")]:
                yield Hit(
                    act.at("replaced_by"),
                    f"Policy {policy.code} can't be replaced by itself.",
                    "Name what took its place.",
                )
