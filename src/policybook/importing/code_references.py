"""Find the policies that a text or an entry of cross references names by their codes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from policybook.documents.drafts.draft import Draft
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
