"""A policy that the text names is among its references, and a reference is named in the text or says why it is there.

Readers follow the list at the foot; a policy named only in the middle of the text is missed, and one listed for no
reason that anybody can see is left over from an older text.

How to mend: add the code under `references`, or a `why` to the reference.

Example:

    -- 3210-fair-discipline/revisions/2026-03-10.yml diff --
       - 0100
    +  - 3210P
"""

import re

from policybook.check import Hit, Hits, Manual, Policy, Provision, Revision, codes, markup

FAMILY = "reference"
SEVERITY = "warning"


_NAMED = re.compile(r"\b[Pp]olic(?:y|ies)(?: (?:No\.|Number|number))?[ :#]+([0-9A-Z][0-9A-Za-z.-]{1,15})")


def check(manual: Manual) -> Hits:
    for policy in manual:
        texts = policy.texts_to_come(manual.as_of)
        for revision in (*texts, *(one for one in policy.proposals if not one.outcome)):
            yield from _of(manual, policy, revision)


def _of(manual: Manual, policy: Policy, revision: Revision) -> Hits:
    if not revision.index.contains("olic"):
        return
    listed = {codes.key(one.code) for one in (*revision.references, *policy.references) if one.code}
    own = {codes.key(code) for code in (*policy.names, *(code for code, _ in policy.former_codes), *policy.parents)}
    named: set[str] = set()
    for provision in revision.all_provisions:
        prose = provision.prose
        if "olic" not in prose:
            continue
        targets = (
            target.removeprefix("policy:").partition("#")[0]
            for target in markup.links(prose)
            if target[:7] == "policy:"
        )
        for code in (*targets, *_NAMED.findall(prose)):
            key = codes.key(code.rstrip(".-"))
            if key in named or key in own:
                continue
            named.add(key)
            if key not in listed and manual.find(key) is not None:
                yield Hit(
                    provision.prose_at().words(code),
                    f"The text of policy {policy.code} names policy {code.rstrip('.-')}, which is not among its references.",
                    f"Add {code.rstrip('.-')} under `references`.",
                )
            elif any(sign.isdigit() for sign in key) and manual.find(key) is None and manual.find_former(key) is None:
                yield _unknown(manual, policy, provision, code.rstrip(".-"))
    for reference in revision.references if revision.holds_text else ():
        if reference.code and codes.key(reference.code) not in named | own and not reference.has("why"):
            yield Hit(
                reference.code_at(),
                f"Policy {policy.code} refers to {reference.code}, which its text never names.",
                "Say `why`, as in `{code: …, why: …}`.",
                severity="notice",
            )


def _unknown(manual: Manual, policy: Policy, provision: Provision, code: str) -> Hit:
    """Return a hit for a code that no policy has: one that lost its zeros is most likely a slip."""
    near = next((one.code for one in manual if one.code.lstrip("0") == code.lstrip("0")), "")
    return Hit(
        provision.prose_at().words(code),
        f"The text of policy {policy.code} names policy {code}, which is not in this manual.",
        f"Did you mean ‘{near}’? Correct it by a proposal." if near else "Look whether it was renumbered or rescinded.",
        severity=None if near else "notice",
    )
