"""A policy's folder begins with its code.

The address of a policy is made from its code; a folder that says another one leads astray.

How to mend: rename the folder, or correct the code.

Example:

    -- 0200-other/policy.yml --
    code: 0201
    kind: operating-policy
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "shape"


def check(manual: Manual) -> Hits:
    for policy in manual:
        address = policy.address
        if policy.knows("policy.yml") and policy.folder != address and not policy.folder.startswith(address + "-"):
            yield Hit(
                policy.at("code"),
                f"The folder {policy.folder}/ doesn't begin with the code ‘{policy.code}’.",
                f"Name it {address}- and a few words, or correct the code.",
            )
