"""The text of a source is kept as it was found.

Its SHA-256 shows that nobody has touched it since.

How to mend: put the text back; or, if it was kept wrongly, write the SHA-256 that the message gives.

Example:

    -- sources/district-history.yml diff --
     licence: CC-BY-4.0
    -sha256: $sha256
    +sha256: 1111111111111111111111111111111111111111111111111111111111111111
"""

from policybook.check import Hit, Hits, Manual, digest

FAMILY = "provenance"


def check(manual: Manual) -> Hits:
    for source in manual.sources.values():
        recorded = source.text("sha256")
        if source.raw is None:
            if recorded:
                yield Hit(
                    source.at("sha256"),
                    f"The text of the source ‘{source.title}’ is missing.",
                    f"Add sources/{source.id}.txt.",
                )
            continue
        right = digest.of_bytes(source.raw)
        if recorded != right:
            place = source.at("sha256") if recorded else source.at()
            what = "has changed since it was recorded" if recorded else "has no SHA-256"
            yield Hit(
                place,
                f"The text of the source ‘{source.title}’ {what}.",
                f"Put the text back as it was recorded. If it was kept wrongly, write `sha256: {right}`.",
            )
