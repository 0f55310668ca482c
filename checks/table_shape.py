"""Each row of a table stands between bars and has as many cells as the first.

How to mend: add or remove a bar; a bar that is part of the text is written with a backslash before it.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
       - id: mission
    -    text: >-
    -      Every child in Heron Bend learns to read, to reason and to get along.
    +    table: |
    +      | Grade | Days |
    +      | 6     |
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "text"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for revision in policy.texts_of():
            for provision in revision.all_provisions if "table" in revision.index.keys else ():
                table = provision.text("table")
                if not table:
                    continue
                rows = provision.rows
                lines = [line.strip() for line in table.splitlines() if line.strip()]
                for line, row in zip(lines, rows, strict=True):
                    if not line.startswith("|") or not line.endswith("|") or len(row) != len(rows[0]):
                        yield Hit(
                            provision.at("table").words(line),
                            f"The table's row ‘{line[:50]}’ hasn't as many cells between bars as the first row, which has {len(rows[0])}.",
                            "Begin and end each row with a bar, and give it as many cells as the first.",
                        )
