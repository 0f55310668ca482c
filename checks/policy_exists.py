"""Every policy that the record names exists.

A reference that leads nowhere sends the reader nowhere; in real manuals most of them have lost a leading zero.

How to mend: correct the code, or add the policy, with `text: not-held` where only its number and title are known.

Example:

    -- 3210-fair-discipline/revisions/2026-03-10.yml diff --
     references:
    -  - 0100
    +  - 100
"""

from collections.abc import Callable, Iterator
from functools import partial

from policybook.check import Hit, Hits, Manual, Names, Place, Policy, Provision, markup

FAMILY = "reference"


def check(manual: Manual) -> Hits:
    codes = Names(code for policy in manual for code in policy.names)
    for policy in manual:
        for code, where, said in _named(policy):
            if manual.can_find(code):
                continue
            moved = manual.find_former(code)
            if moved is not None:
                yield Hit(
                    where(),
                    f"{said} ‘{code}’, which is now ‘{moved.code}’.",
                    f"Write {moved.code}.",
                    severity="warning",
                )
            else:
                help = codes.hint(code) or "Correct the code, or add the policy with `text: not-held`."
                yield Hit(where(), f"{said} ‘{code}’, and there is no such policy.", help)


def _named(policy: Policy) -> Iterator[tuple[str, Callable[[], Place], str]]:
    """Yield each code that the policy names, where, and the beginning of a sentence about it."""
    for at, parent in enumerate(policy.parents):
        route = ("parent",) if isinstance(policy.get("parent"), str) else ("parent", at)
        yield parent, partial(policy.at, *route), f"Policy {policy.code} serves"
    for reference in policy.references:
        if reference.code:
            yield reference.code, reference.code_at, f"Policy {policy.code} refers to"
    for revision in policy.revisions:
        said = f"Revision {revision.id} of policy {policy.code}"
        for reference in revision.references:
            if reference.code:
                yield reference.code, reference.code_at, f"{said} refers to"
        for code in revision.texts("replaced_by"):
            yield code, partial(revision.at, "replaced_by"), f"{said} is replaced by"
        index = revision.index
        for provision in revision.all_provisions if "was" in index.keys or index.brackets else ():
            for target in markup.links(provision.prose):
                if target.startswith("policy:"):
                    code = target.removeprefix("policy:").partition("#")[0]
                    yield code, partial(_words, provision, target), f"{said} links to"
            if "#" in provision.was:
                yield provision.was.partition("#")[0], partial(provision.at, "was"), f"{said} has text that was in"


def _words(provision: Provision, phrase: str) -> Place:
    place: Place = provision.prose_at().words(phrase)
    return place
