"""Find the policies that a text or an entry of cross references names by their codes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from policybook.documents.drafts.draft import Draft
from policybook.documents.manuscript import Manuscript
from policybook.text.rich_text import Line, Span
from policybook.values import codes

_NAMED = re.compile(
    r"(?:polic(?:y|ies)|procedures?|regulations?|bylaws?|exhibits?|file|see)\s*(?:no\.?|nos\.?|number|code|#|:)*\s*"
    r"(?P<code>[A-Z]{0,4}[- ]?[0-9]{2,5}(?:\.[0-9]{1,3})*[A-Z]{0,2}\b|[A-Z]{2,5}(?:[-/][A-Z0-9]{1,4})*\b)",
    re.IGNORECASE,
)
_ANY_CODE = re.compile(r"[A-Z]{0,4}-?[0-9]{2,5}(?:\.[0-9]{1,3})*[A-Z]{0,2}\b|\b[A-Z]{2,5}(?:[-/][A-Z0-9]{1,4})*\b")


def in_words(words: str, known: Mapping[str, str]) -> list[str]:
    """Return the codes in an entry of cross references that are policies of the manual."""
    return [known[codes.key(code)] for code in _ANY_CODE.findall(words) if codes.key(code) in known]


def in_text(draft: Draft, known: Mapping[str, str]) -> list[str]:
    """Return the policies that a text names as such, in order."""
    found = []
    for provision in draft.text().all_provisions:
        for match_ in _NAMED.finditer(provision.prose):
            code = known.get(codes.key(match_["code"]))
            if code:
                found.append(code)
    return list(dict.fromkeys(found))


_SIMPLE = re.compile(r"[A-Za-z0-9_.:/-]+")


def linked(manuscript: Manuscript, known: Mapping[str, str], own: str) -> Manuscript:
    """Return a text in which each mention of another policy of the manual, such as "Policy 3210", leads to it.

    No word changes. Headings stay as they are, and so do words that lead somewhere already.
    """

    def followed(line: Line) -> Line:
        return tuple(part for span in line for part in _parts(span, known, own))

    blocks = tuple(
        block if block.kind == "heading" else replace(block, lines=tuple(map(followed, block.lines)))
        for block in manuscript.blocks
    )
    return Manuscript(manuscript.title, blocks, manuscript.notes)


def _parts(span: Span, known: Mapping[str, str], own: str) -> Iterator[Span]:
    """Yield a span cut where it names a policy."""
    done = 0
    for match in _NAMED.finditer(span.text) if not span.link and not span.note else ():
        code = known.get(codes.key(match["code"]), "")
        if code and codes.key(code) != codes.key(own) and _SIMPLE.fullmatch(code):
            yield span._replace(text=span.text[done : match.start()])
            yield span._replace(text=match[0], link=f"policy:{code}")
            done = match.end()
    if done < len(span.text) or not done:
        yield span._replace(text=span.text[done:])
