"""Links lead only to web pages, e-mail addresses, policies, or within the site.

A link to `javascript:` or to a file runs or shows what nobody asked for.

How to mend: write a link that begins with https://, http://, mailto: or policy:.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
         text: >-
    -      Every child in Heron Bend learns to read, to reason and to get along.
    +      [Every child](javascript:alert) in Heron Bend learns to read, to reason and to get along.
"""

from policybook.check import Hit, Hits, Manual, markup

FAMILY = "text"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for text in (*policy.texts_of(), *policy.translations, *policy.presented):
            if not text.index.brackets and not text.footnotes:
                continue
            written = [(provision.prose, provision.prose_at()) for provision in text.all_provisions]
            written += [(note, text.at("footnotes", name)) for name, note in text.footnotes.items()]
            for prose, place in written:
                for target in markup.links(prose):
                    if not markup.safe(target):
                        yield Hit(
                            place.words(target),
                            f"A link may not lead to ‘{target[:60]}’.",
                            "Begin it with https:// or policy:.",
                        )
