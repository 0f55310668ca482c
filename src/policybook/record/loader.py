"""Load the records of a tree, and report the files that are malformed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from policybook.errors import UnreadableFile
from policybook.finding import Finding, Span
from policybook.record.paths import Home, Misplaced, home
from policybook.record.schema import files as schema_files
from policybook.record.schema import validate
from policybook.record.tree import UNREADABLE, Tree
from policybook.record.yaml import cut_text, reader
from policybook.record.yaml.positions import Spans
from policybook.record.yaml.reader import ParsedFile, Trouble

Record = tuple[str, Home, dict[str, Any]]
"""A sound record: its path, what the path makes it, and its data."""

LAYOUT, YAML, SCHEMA = "layout", "yaml", "schema"
"""The ids under which the shape of the record is judged, by the engine itself."""

_AT_A_TIME = 64
"""So many files are read, then parsed, then judged: turn by turn for each file would cost a sixth more, for a
processor keeps at hand what it has just used."""
_File = tuple[str, Home, bytes, ParsedFile]
_NOT_RECORDS = ("source-text", "attachment", "readme")
_ALLOW = "Allow whoever runs the check to read it."
_HELPS = {
    "agency.yml": "Add it with at least `name:`.",
    "bodies.yml": "Add it with `bodies:` and who acts.",
    "policy.yml": "Add it with at least `code:` and `kind:`.",
}


@dataclass(frozen=True, slots=True)
class LoadedRecords:
    """What a tree holds."""

    records: tuple[Record, ...]
    unread: frozenset[str]
    """Files that belong to the record but whose content can't be trusted."""
    findings: tuple[Finding, ...]
    files: int
    """How many files of the record were looked at."""


def read(
    tree: Tree,
    seen: Callable[[int, int], None] = lambda done, of: None,
    known: Mapping[str, dict[str, Any]] = MappingProxyType({}),
) -> LoadedRecords:
    """Return the records of `tree`; a file with anything wrong is left out, and the findings say why.

    `seen` is told, now and then, how many files of how many have been read. `known` is the data of sound records,
    by path, that need not be read again.
    """
    records: list[Record] = []
    unread: set[str] = set()
    findings: list[Finding] = []
    paths = tree.paths()
    folders: set[str] = set()
    refused: list[_File] = []
    for done in range(0, len(paths), _AT_A_TIME):
        seen(done, len(paths))
        places: list[tuple[str, Home]] = []
        for path in paths[done : done + _AT_A_TIME]:
            place = home(path)
            if isinstance(place, Misplaced):
                findings.append(_finding(tree, LAYOUT, path, Span(), place.message, place.help))
                continue
            folders.add(place.folder)
            if place.kind not in _NOT_RECORDS:
                places.append((path, place))
        for path, place, raw, document in _documents(tree, places, known):
            if document.data is not None and (path in known or validate.is_valid(place.kind, document.data)):
                records.append((path, place, document.data))
                if b" #" in raw and path not in known:
                    findings.extend(_cut(tree, path, raw))
            else:
                unread.add(path)
                refused.append((path, place, raw, document))
    for file in refused:
        findings.extend(_wrong(tree, *file))
    findings.extend(
        _finding(
            tree, LAYOUT, path, Span(), f"‘{path}’ {what}.",
            _ALLOW if what == UNREADABLE else "Put the file itself here, under a plain name, or remove it.",
        )
        for path, what in sorted(tree.odd().items())
    )  # fmt: skip
    missing = _missing(set(paths), folders - {""})
    unread.update(missing)  # what they would have said is unknown: nobody else is blamed for it
    findings.extend(
        _finding(
            tree, LAYOUT, path, Span(), f"{who} has no {path.rpartition('/')[2]}.", _HELPS[path.rpartition("/")[2]]
        )
        for path, who in missing.items()
    )
    return LoadedRecords(tuple(records), frozenset(unread), tuple(findings), len(records) + len(unread) - len(missing))


def _documents(tree: Tree, places: list[tuple[str, Home]], known: Mapping[str, dict[str, Any]]) -> Iterator[_File]:
    """Yield what each file holds."""
    numbers = schema_files.number_keys()
    raws = [b"" if path in known else _bytes(tree, path) for path, _ in places]
    documents = [
        ParsedFile(known[path]) if path in known else reader.read(raw, numbers) if isinstance(raw, bytes) else raw
        for (path, _), raw in zip(places, raws, strict=True)
    ]
    for (path, place), raw, document in zip(places, raws, documents, strict=True):
        yield path, place, raw if isinstance(raw, bytes) else b"", document


def _bytes(tree: Tree, path: str) -> bytes | ParsedFile:
    """Return a file's bytes; where it can't be read, an empty document that says why."""
    try:
        return tree.read(path)
    except UnreadableFile as error:
        return ParsedFile(None, (Trouble(Span(), f"This file can't be read: {error.why}.", _ALLOW),))


def _wrong(tree: Tree, path: str, place: Home, raw: bytes, document: ParsedFile) -> list[Finding]:
    """Return why a file can't be taken."""
    if document.data is None:
        return [
            _finding(tree, YAML, path, trouble.span, trouble.message, trouble.help) for trouble in document.troubles
        ]
    spans = Spans(raw)
    return [
        _finding(tree, SCHEMA, path, spans.of(problem.route, problem.on_key), problem.message, problem.help)
        for problem in validate.problems(place.kind, document.data)
    ]


def _cut(tree: Tree, path: str, raw: bytes) -> Iterator[Finding]:
    """Yield a warning for each value whose words go on behind a `#`, where YAML takes them for a comment."""
    cut = list(cut_text.found(raw))
    spans = Spans(raw) if cut else None
    for route, comment in cut:
        assert spans is not None
        found = _finding(
            tree, YAML, path, spans.of(route, False), f"The text ends before ‘{comment[:40]}’: what follows ` #` is a comment.",
            "Where it belongs to the text, put the whole value in quotation marks.",
        )  # fmt: skip
        yield replace(found, severity="warning")


def _missing(there: set[str], folders: set[str]) -> dict[str, str]:
    """Return the files that every manual and every policy has and this one lacks, and who lacks them."""
    wanted = {"agency.yml": "The manual", "bodies.yml": "The manual"}
    wanted.update({f"{folder}/policy.yml": f"The folder {folder}/" for folder in sorted(folders)})
    return {path: who for path, who in wanted.items() if path not in there}


def _finding(tree: Tree, check: str, path: str, span: Span, message: str, help: str) -> Finding:
    return Finding(check, "error", f"{tree.label}/{path}" if tree.label else path, span, path, message, help)
