"""A text holds no HTML, no bare web address, no placeholder and no hidden character.

HTML is printed as it is typed. A character that can't be seen can hide words or turn them around. An address without `https://` is no link. A placeholder is no policy.

How to mend: in a proposal, use `**strong**`, `*emphasis*` and `[words](https://…)`, and write the text itself. What the board has
adopted stays, and is corrected by a proposal.

Example:

    -- 3210-fair-discipline/revisions/2026-shorter.yml --
    action: revise
    title: Fair Discipline
    based_on: $digest(2026-03-10)
    proposed_by: equity-council
    follows: 2026-03-10
    readings:
      - {date: 2026-11-10}
    text:
      - id: purpose
        text: >-
          Discipline <b>teaches</b>.
"""

import re

from policybook.check import Hit, Hits, Manual, markup

FAMILY = "text"
SEVERITY = "warning"

_HTML = re.compile(r"</?[a-z][a-z0-9]{0,10}(?:\s[^<>]{0,200})?/?>")
_ADDRESS = re.compile(r"(?<![\w/.@])www\.[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"Write the text here\.|\bTBD\b|\bTODO\b|Lorem ipsum")
_HIDDEN = re.compile("[\u061c\u200b\u202a-\u202e\u2060-\u206f\ufeff]")
_SIGNS = (
    "<",
    "www.",
    "WWW.",
    "Write the text here.",
    "TBD",
    "TODO",
    "Lorem ipsum",
)
"""One of these stands in every text that has such a mark: looked for first, for it costs a hundredth."""
_KINDS = (
    (
        _HTML,
        "holds HTML, ‘{words}’, which is printed as it is typed",
        "Use `**strong**`, `*emphasis*` or a link instead.",
    ),
    (_ADDRESS, "names an address without `https://`, ‘{words}’, which is no link", "Write `[words](https://…)`."),
    (_HIDDEN, "holds a character that can't be seen, {words}", "Remove it, or type the words anew."),
    (_PLACEHOLDER, "still holds the placeholder ‘{words}’", "Write the text, or withdraw the proposal."),
)


def check(manual: Manual) -> Hits:
    for policy in manual:
        for revision in (*policy.acts, *(one for one in policy.proposals if not one.outcome)):
            if not revision.holds_text:
                continue
            prose = "\0".join(revision.index.prose)
            if not any(sign in prose for sign in _SIGNS) and (prose.isascii() or not _HIDDEN.search(prose)):
                continue
            for provision in revision.all_provisions:
                if not any(sign in provision.prose for sign in _SIGNS) and not _HIDDEN.search(provision.prose):
                    continue
                prose = markup.plain(provision.prose)
                for pattern, what, help in _KINDS:
                    match = pattern.search(prose)
                    if match is not None:
                        words = f"U+{ord(match[0]):04X}" if pattern is _HIDDEN else match[0][:40]
                        said = what.format(words=words)
                        yield Hit(
                            provision.prose_at().words(match[0]),
                            f"The text of revision {revision.id} of policy {policy.code} {said}.",
                            help,
                            severity="notice" if revision.done else None,
                        )
