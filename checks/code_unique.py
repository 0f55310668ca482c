"""No two policies go by one code, and a former code is never used again.

Two policies with one code overwrite each other's page, and a link to an old code must lead to what it meant.

How to mend: correct one of the codes. Case doesn't count.

Example:

    -- jk-other/policy.yml --
    code: jk
    kind: operating-policy
    steward: board
"""

from policybook.check import Hit, Hits, Manual, Place, codes

FAMILY = "shape"


def check(manual: Manual) -> Hits:
    first: dict[str, tuple[str, Place]] = {}
    for policy in manual:
        if not policy.knows("policy.yml"):
            continue
        for at, code in enumerate(policy.names):
            place = policy.at("code") if at == 0 else policy.at("also_codes", at - 1)
            key = codes.key(code)
            if key in first:
                yield Hit(
                    place,
                    f"The code ‘{code}’ is used by another policy as well: {first[key][0]}.",
                    "Correct one of the two codes.",
                    ((first[key][1], "The other one."),),
                )
            first.setdefault(key, (policy.folder, place))
    for policy in manual:
        for at, (code, _) in enumerate(policy.former_codes):
            other = first.get(codes.key(code))
            if other is not None and other[0] != policy.folder:
                yield Hit(
                    policy.at("former_codes", at),
                    f"The former code ‘{code}’ of policy {policy.code} is used again, by {other[0]}.",
                    "Give the new policy another code.",
                    ((other[1], "Where it is used again."),),
                )
