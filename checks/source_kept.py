"""The words of a source stay as they were taken down.

Quotes are held against a source's text. Whoever changes that text can make it say anything, and every quote agrees.

How to mend: put the text back; a newer edition of the document is a source of its own.

Example:

    -- sources/district-history.txt diff --
     An early draft asked that suspensions be reported twice a year.
    +The board never agreed.
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "change"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    if manual.base is None:
        return
    for id, was in manual.base.sources.items():
        now = manual.sources.get(id)
        path = f"sources/{id}.txt"
        if was.raw is None or not manual.knows(f"sources/{id}.yml") or (now is not None and now.raw == was.raw):
            continue
        verb = "removed" if now is None or now.raw is None else "changed"
        yield Hit(
            manual.at(path) if manual.exists(path) else manual.at(f"sources/{id}.yml"),
            f"The text kept of the source ‘{was.title}’ was {verb}.",
            "Put it back; a newer edition of the document is a source of its own.",
        )
