"""A translation has the provisions of the text that it translates, in the same order.

How to mend: add what is missing, with the same ids; labels carry over from the text.

Example:

    -- 0100-mission/revisions/2026-03-10.es.yml diff --
     text:
    -  - id: mission
    +  - id: other
    @@
         text: >-
    -      Todos los niños de Heron Bend aprenden a leer, a razonar y a convivir.
    +      Todos los niños aprenden.
"""

from policybook.check import Hit, Hits, Manual, Provision

FAMILY = "text"


def check(manual: Manual) -> Hits:
    for policy in manual:
        for translation in policy.translations:
            text = policy.text_with(translation.of)
            if text is None or not text.holds_text:
                continue
            for original, own in zip(text.provisions, translation.provisions, strict=False):
                if _shape(original) != _shape(own):
                    yield Hit(
                        own.at(),
                        f"The translation into {translation.language} differs in its form from the provision ‘{original.id}’.",
                        "Give it the same ids, items and table rows.",
                        ((original.at(), "The text."),),
                    )
            if len(text.provisions) != len(translation.provisions):
                yield Hit(
                    translation.at("text").key(),
                    f"The translation into {translation.language} has {len(translation.provisions)} provisions, "
                    f"and the text has {len(text.provisions)}.",
                    "Translate each of them.",
                )


def _shape(provision: Provision) -> tuple[object, ...]:
    own = (provision.id, bool(provision.heading), bool(provision.prose), [len(row) for row in provision.rows])
    return (*own, [_shape(item) for item in provision.items])
