"""No two policies in force hold the same text.

One text under two codes is changed under one of them, and then two rules contradict each other.

How to mend: rescind one of the two; or, where one policy has two codes, keep one and add the other under `also_codes`.

Example:

    -- 0150-mission/policy.yml --
    code: 0150
    kind: operating-policy
    steward: superintendent
    cadence: every year
    -- 0150-mission/revisions/2026-03-10.yml --
    action: adopt
    date: 2026-03-10
    title: Our mission
    vote: unanimous
    digest: $digest
    chain: $chain
    text:
      - id: mission
        text: >-
          Every child in Heron Bend learns to read, to reason and to get along.
"""

from collections import defaultdict

from policybook.check import Hit, Hits, Manual, Policy, Revision

FAMILY = "text"
SEVERITY = "warning"


def check(manual: Manual, *, words: int = 10) -> Hits:
    alike: dict[tuple[int, str], list[tuple[Policy, Revision]]] = defaultdict(list)
    for policy in manual:
        text = policy.standing(manual.as_of).text
        if text is not None and text.index.prose:
            prose = text.index.prose
            alike[len(prose), prose[-1]].append((policy, text))
    for texts in alike.values():
        if len(texts) > 1:
            yield from _same(texts, words)


def _same(texts: list[tuple[Policy, Revision]], least: int) -> Hits:
    """Yield each text that equals an earlier one and has at least so many words."""
    first: dict[tuple[str, ...], tuple[str, str]] = {}
    for policy, text in texts:
        prose = text.index.prose
        code, title = first.setdefault(prose, (policy.code, text.title))
        if code != policy.code and sum(len(piece.split()) for piece in prose) >= least:
            yield Hit(
                text.at("text").key(),
                f"Policy {policy.code} holds the same text as policy {code}, ‘{title}’.",
                "Rescind one of the two; or keep one, and add the other's code under `also_codes`.",
            )
