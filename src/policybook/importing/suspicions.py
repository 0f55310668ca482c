"""Look for what a person should look at: twins, lost zeros, damaged characters, drafts, dates out of order."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policybook.documents.drafts.draft import Draft
from policybook.importing.built import Built
from policybook.importing.document import tokens
from policybook.importing.mapping import Entry, ImportMapping
from policybook.values import codes, dates

_MOJIBAKE = re.compile("â€|Ã[©¨¡³±]|Â[ §©]|\ufffd")
_OCR = re.compile(r"\b(?:[A-Za-z]+[0-9][a-z]+|[a-z]+[|]{1}[a-z]+|tbe|tlie|witb|sball|wbich|scbool|Scbool)\b")
_MENTION = re.compile(
    r"\b[Pp]olic(?:y|ies)\s+(?:[Nn]umber\s+|[Nn]o\.?\s*|#\s*|code\s+)?:?\s*([0-9]{2,4}(?:\.[0-9]+)?[A-Z]{0,2}|[A-Z]{2,5}(?:-[A-Z][0-9]?)?)(?![\w.-]*\w)"
)
_ALIKE = 0.95
"""From which share of equal words on two texts are nearly equal."""
_LEAST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Something that a person should look at."""

    file: str
    message: str
    other: str = ""
    """A second document that it concerns."""


def find(mapping: ImportMapping, built: Built) -> Iterator[Suspicion]:
    """Yield everything suspicious, what concerns the codes first."""
    for file, other, message in built.suspicions:
        yield Suspicion(file, message, other)
    yield from _offered(mapping.entries)
    yield from _twins(built)
    for entry in mapping.entries:
        yield from _of_entry(entry)
    known = {codes.key(entry.facts.code): entry.facts.code for entry in mapping.entries}
    for path, draft in built.drafts.items():
        words = " ".join(f"{provision.heading} {provision.prose}" for provision in draft.text().all_provisions)
        yield from _characters(path, words)
        yield from _mentions(path, words, known)


def _offered(entries: list[Entry]) -> Iterator[Suspicion]:
    files = [entry.file for entry in entries if entry.facts.why.get("code", "").startswith("offered")]
    if files:
        count = f"{len(files)} documents say" if len(files) > 1 else "One document says"
        yield Suspicion(
            files[0], f"{count} no code. The codes P001 and so on are offers: write your own into import.yml."
        )


def _of_entry(entry: Entry) -> Iterator[Suspicion]:
    first, second = (sorted(one.is_ for one in entry.facts.readings if one.number == number) for number in (1, 2))
    if any(later < earlier for earlier, later in zip(first, second, strict=False)):
        yield Suspicion(entry.file, "A second reading is dated before the first.")
    adopted = entry.facts.adopted
    early = [
        one.is_
        for one in entry.facts.revised
        if adopted and dates.parse(one.is_).latest < dates.parse(adopted.is_).earliest
    ]
    if adopted and early:
        yield Suspicion(
            entry.file,
            f"It says that it was revised in {early[0]}, before its adoption on {adopted.is_}: kept as a note.",
        )
    if entry.facts.status == "proposal":
        yield Suspicion(
            entry.file,
            f"It looks like a draft ({entry.facts.why.get('status', 'stated in import.yml')}) and becomes a proposal.",
        )


def _twins(built: Built) -> Iterator[Suspicion]:
    """Yield texts of two policies that are equal or nearly so."""
    counted = {path: Counter(_words(draft)) for path, draft in built.drafts.items() if draft.provisions}
    used = Counter(word for words in counted.values() for word in words)
    holding: dict[str, list[str]] = defaultdict(list)
    for path, words in counted.items():
        size, rare = words.total(), _rarest(words, used)
        for other in sorted({one for word in rare for one in holding[word]}):
            if built.places[path][0] == built.places[other][0]:
                continue
            both = (words & counted[other]).total()
            if words == counted[other]:
                said = "Its text equals that of another document. If it is one policy with two codes, skip one and add `also_codes`."
                yield Suspicion(other, said, path)
            elif size >= _LEAST_WORDS and both >= _ALIKE * max(size, counted[other].total()):
                yield Suspicion(
                    other, "Its text is nearly that of another document: is one of them an older state?", path
                )
        for word in rare:
            holding[word].append(path)


def _rarest(words: Counter[str], used: Counter[str]) -> list[str]:
    """Return the words of a text that fewest texts use, one more than a nearly equal text may lack.

    Two texts that are nearly equal share one of these, so that only such pairs have to be compared: among 1,000 texts
    of one size it would be half a million.
    """
    found, left = [], int((1 - _ALIKE) * words.total()) + 1
    for word in sorted(words, key=lambda word: (used[word], word)):
        found.append(word)
        left -= words[word]
        if left <= 0:
            break
    return found


def _words(draft: Draft) -> list[str]:
    return [
        token
        for provision in draft.text().all_provisions
        for token in tokens(f"{provision.heading} {provision.prose} {provision.text('table')}".casefold())
    ]


def _characters(path: str, words: str) -> Iterator[Suspicion]:
    if _MOJIBAKE.search(words):
        yield Suspicion(
            path, "Its characters look damaged, such as ‘â€™’: it was saved in another encoding than it says."
        )
    damaged = list(dict.fromkeys(_OCR.findall(words)))
    if len(damaged) >= 3:
        yield Suspicion(path, f"Text recognition seems to have misread words, such as ‘{'’, ‘'.join(damaged[:3])}’.")


def _mentions(path: str, words: str, known: Mapping[str, str]) -> Iterator[Suspicion]:
    for code in dict.fromkeys(_MENTION.findall(words)):
        if codes.key(code) in known:
            continue
        near = sorted(other for key, other in known.items() if key.lstrip("0") == codes.key(code).lstrip("0"))
        if near or any(sign.isdigit() for sign in code):
            said = f" Did you mean ‘{near[0]}’?" if near else ""
            yield Suspicion(path, f"It names Policy {code}, which isn't among the documents.{said}")
