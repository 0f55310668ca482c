"""An id that was dropped is not given to another text.

A link to a provision must go on meaning what it meant.

How to mend: give the new text an id of its own.

Example:

    -- 0100-mission/revisions/2026-05-12.yml --
    action: revise
    date: 2026-05-12
    title: Mission
    follows: 2026-03-10
    digest: $digest
    chain: $chain
    text:
      - id: aims
        text: >-
          Every child learns.
    -- 0100-mission/revisions/2026-09-08.yml --
    action: revise
    date: 2026-09-08
    title: Mission
    follows: 2026-05-12
    digest: $digest
    chain: $chain
    text:
      - id: mission
        text: >-
          Buses leave at four.
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "shape"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        texts = [act for act in policy.acts if act.holds_text]
        if len(texts) < 3:
            continue
        for before, between, after in zip(texts, texts[1:], texts[2:], strict=False):
            for id in (set(before.index.ids) & set(after.index.ids)) - set(between.index.ids):
                again = after.by_id[id]
                if not _alike(before.by_id[id].prose, again.prose):
                    yield Hit(
                        again.at("id"),
                        f"The id ‘{id}’ of policy {policy.code} was dropped, and is given to another text now.",
                        "Give the new text an id of its own.",
                        ((before.by_id[id].at(), "What it meant."),),
                    )


def _alike(old: str, new: str) -> bool:
    """Say whether two texts share a third of their words."""
    one, other = set(old.lower().split()), set(new.lower().split())
    return 3 * len(one & other) >= len(one | other)
