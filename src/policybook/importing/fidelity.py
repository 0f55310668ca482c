"""Account for every word of a document: it stands in the record, in order, or is left out for a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policybook.importing.document import Document, tokens
from policybook.model import Provision, Text
from policybook.text import rich_text

_WINDOW = 4000
"""How many words ahead a word of the record is looked for in the document."""


@dataclass(frozen=True, slots=True)
class Account:
    """What became of the words of a document."""

    in_document: int
    in_record: int
    left_out: int
    lost: tuple[str, ...]
    """Stretches of words that stand in the document and nowhere else."""
    added: tuple[str, ...]
    """Stretches of words that stand in the record and not in the document at that place."""

    @property
    def complete(self) -> bool:
        """Return whether no word was lost or added."""
        return not self.lost and not self.added


def account(document: Document, text: Text, facts: Sequence[str] = ()) -> Account:
    """Return what became of the words of a document whose text became `text`.

    `facts` are the words that were taken out of the document as facts. The same words may stand in the text and in a part
    that is left out: where one way to tell them apart doesn't account for all, the other may.
    """
    found = _account(document, text, facts, False)
    return (
        found
        if found.complete
        else next((one for one in (_account(document, text, facts, True),) if one.complete), found)
    )


def _account(document: Document, text: Text, facts: Sequence[str], parts_first: bool) -> Account:
    """Return the account; `parts_first` says that words are of a part that is left out where they may be either."""
    source = document.words
    expected = Counter(token for part in document.left_out for token in tokens(part.words))
    expected += Counter(token for fact in facts for token in tokens(fact))
    at, missing, added, matched = 0, [], [], 0
    skipped: list[tuple[int, int]] = []
    label: list[str] = []
    parts = [tokens(part.words) for part in document.left_out] if parts_first else []
    for words, optional in _pieces(text):
        found = tokens(words)
        while (passed := _left_out(source, at, parts)) > 0:
            skipped.append((at, at + passed))
            at += passed
        if optional and list(source[at : at + len(found)]) != found:
            label = [*label, *found][-12:]
            continue
        for token in found:
            ahead = _find(source, token, at)
            if ahead < 0:
                added.append(token)
                continue
            if ahead > at:
                printed = _printed(source[at:ahead], label)
                skipped.append((at, ahead - printed))
                matched += printed
            at, matched, label = ahead + 1, matched + 1, []
    skipped.append((at, len(source)))
    out = 0
    for start, end in skipped:
        run: list[str] = []
        for token in source[start:end]:
            if expected[token] > 0:
                expected[token] -= 1
                out += 1
                if run:
                    missing.append(" ".join(run))
                    run = []
            else:
                run.append(token)
        if run:
            missing.append(" ".join(run))
    return Account(len(source), matched, out, tuple(missing), tuple(added))


def _left_out(source: Sequence[str], at: int, parts: list[list[str]]) -> int:
    """Return how many words at a place are a part that is left out, and take it off the list; 0 where none stands there."""
    for number, part in enumerate(parts):
        if part and at < len(source) and part[0] == source[at] and list(source[at : at + len(part)]) == part:
            del parts[number]
            return len(part)
    return 0


def _find(source: Sequence[str], token: str, at: int) -> int:
    try:
        return source.index(token, at, at + _WINDOW)
    except ValueError:
        return -1


def _printed(passed: Sequence[str], label: Sequence[str]) -> int:
    """Return how many of the words that were passed over, the last ones, are those of labels."""
    most = min(len(passed), len(label))
    return next((count for count in range(most, 0, -1) if list(passed[-count:]) == list(label[-count:])), 0)


def _pieces(text: Text) -> Iterator[tuple[str, bool]]:
    """Yield the words of a text in printed order, and whether they may be missing in the document.

    A label may be counted by the word processor, and a title may stand in a file's name alone.
    """
    notes = text.footnotes
    for provision in text.provisions:
        yield from _of_provision(provision, notes)
    for words in notes.values():
        yield plain(words, {}), False


def _of_provision(provision: Provision, notes: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    if provision.label or provision.mark:
        yield provision.label or provision.mark, True
    if provision.heading:
        yield provision.heading, False
    for line in rich_text.lines(provision.prose, notes):
        yield _words(line), False
    for row in provision.rows:
        for cell in row:
            yield plain(cell, notes), False
    for item in provision.items:
        yield from _of_provision(item, notes)


def plain(words: str, notes: Mapping[str, Any]) -> str:
    """Return what is printed of prose with marks."""
    return _words(rich_text.read(" ".join(words.split()), notes))


def _words(line: rich_text.Line) -> str:
    return "".join(span.text for span in line if not span.note)
