"""Every footnote mark has its note, and every note its mark.

How to mend: add the note under `footnotes`, or remove the mark.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
         text: >-
    -      Every child in Heron Bend learns to read, to reason and to get along.
    +      Every child learns.[^1]
"""

from policybook.check import Hit, Hits, Manual, Text, markup

FAMILY = "text"
AS_ADOPTED = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for text in (*policy.texts_of(), *policy.translations):
            if text.footnotes or text.index.brackets:
                yield from _of(text)


def _of(text: Text) -> Hits:
    marked: set[str] = set()
    for provision in text.all_provisions:
        for name in (*markup.notes(provision.prose), *markup.notes(provision.text("table"))):
            marked.add(name)
            if name not in text.footnotes:
                place = provision.prose_at().words(f"[^{name}]")
                yield Hit(
                    place, f"The mark [^{name}] has no note.", f'Add `"{name}":` under `footnotes`, or remove the mark.'
                )
    for name in text.footnotes:
        if name not in marked:
            yield Hit(
                text.at("footnotes", name).key(),
                f"No mark leads to the note ‘{name}’.",
                f"Write [^{name}] in the text.",
            )
