"""A translation is of the text that is in force.

Families who read it must not be told what the policy no longer says.

How to mend: translate the text in force; until then the site says that the translation is of an earlier text.

Example:

    -- 3210-fair-discipline/revisions/2026-03-10.es.yml diff --
    -of: $digest(2026-03-10)
    +of: sha256:1111111111111111111111111111111111111111111111111111111111111111
     title: Disciplina justa
"""

from policybook.check import Hit, Hits, Manual

FAMILY = "text"
SEVERITY = "warning"


def check(manual: Manual) -> Hits:
    for policy in manual:
        text = policy.standing(manual.as_of).text if policy.translations and policy.knows("revisions") else None
        if text is None or not text.holds_text:
            continue
        newest = {one.language: one for one in policy.translations}
        fresh = {one.language for one in policy.translations if one.of in (text.digest, text.computed_digest)}
        for language, translation in newest.items():
            if language not in fresh:
                yield Hit(
                    translation.at("of"),
                    f"The newest translation of policy {policy.code} into {language} is not of the text in force.",
                    "Translate the text in force.",
                    ((text.at("text").key(), "The text in force."),),
                )
