"""A number in the words before a list is the number of its items.

“The following five reasons” before six items was right once. “One of these”, “within five days” and “Title 1 schools” count
nothing.

How to mend: in a proposal, correct the number; in an adopted text, add an editorial note.

Example:

    -- 0100-mission/revisions/2026-03-10.yml diff --
         text: >-
    -      Every child in Heron Bend learns to read, to reason and to get along.
    +      We have three aims:
    +    items:
    +      - to read;
    +      - to reason.
"""

import re

from policybook.check import Hit, Hits, Manual

FAMILY = "text"
SEVERITY = "warning"


_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = re.compile(
    r"\b(" + "|".join(_WORDS) + r"|[1-9][0-9]?) (?:[a-z]+ )?(?:[a-z]+s|people|children|criteria):$", re.IGNORECASE
)
_UNITS = re.compile(
    r"(?:minutes|hours|days|weeks|months|years|times|percents|dollars|points|credits|miles|will|has|is):$"
)
"""What is measured, not listed; and verbs."""
_NO_COUNT = re.compile(
    r"\b(?:title|item|items|section|part|grade|grades|chapter|article|policy|level|tier|phase|step|form|room|number|no\.|"
    r"least|most|than|additional|another|within|every|up to|or|last|next|of) $",
    re.IGNORECASE,
)
"""Before a number: a name such as “Title 1”, a measure, or a choice such as “two of five areas”."""


def check(manual: Manual) -> Hits:
    for policy in manual:
        for revision in (*policy.texts_to_come(manual.as_of), *policy.proposals):
            announces = any(piece.endswith(":") and _counted(piece) for piece in revision.index.prose)
            for provision in revision.all_provisions if announces else ():
                found = _counted(provision.prose) if provision.items and provision.prose else None
                if found is None:
                    continue
                word = found[1].lower()
                claimed = _WORDS.index(word) + 2 if word in _WORDS else int(word)
                if claimed != len(provision.items):
                    yield Hit(
                        provision.prose_at().words(found[1]),
                        f"The words before this list speak of {found[1]}, and it has {len(provision.items)} items.",
                        "Correct the number in a proposal, or add an editorial note.",
                    )


def _counted(prose: str) -> re.Match[str] | None:
    """Return the number of things that the end of `prose` announces, if it announces any."""
    end = prose[-80:]
    if not any(word.isdigit() or word.lower() in _WORDS for word in end.split()[-3:]):
        return None
    found = _NUMBER.search(end)
    return found if found and not _UNITS.search(end) and not _NO_COUNT.search(end[: found.start()]) else None
