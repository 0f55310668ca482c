"""No line of a `>-` block is indented more than the rest.

YAML joins the lines of a `>-` block with spaces, except those that are indented more: they stay apart, and the text
is not what was meant.

How to mend: line the line up with the others; for line ends that matter write `|-` and `kind: lines` or `form`.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
         text: >-
    -      Every child in Heron Bend learns to read, to reason and to get along.
    +      Every child
    +        in Heron Bend learns to read, to reason and to get along.
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "shape"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for revision in policy.texts_of():
            if not revision.index.contains("\n "):
                continue
            for provision in revision.all_provisions:
                if "\n " in provision.prose and provision.kind not in ("lines", "form"):
                    words = provision.prose.partition("\n ")[2].strip().split("\n")[0]
                    yield Hit(
                        provision.prose_at().words(words[:40]),
                        f"A line of the text ‘{words[:40]}’ is indented more than the rest and isn't joined to it.",
                        "Line it up with the other lines.",
                    )
