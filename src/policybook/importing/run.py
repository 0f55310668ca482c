"""An import from end to end: read, map, build, account for each word, look for what is suspicious."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from policybook.errors import PolicybookError
from policybook.importing import build, dates, fidelity, labels, suspicions
from policybook.importing import facts as document_facts
from policybook.importing.built import Built
from policybook.importing.document import Document, Unreadable
from policybook.importing.fidelity import Account
from policybook.importing.mapping import Entry, ImportMapping, carried
from policybook.importing.mapping import read as read_mapping
from policybook.importing.readers import files, sheets
from policybook.importing.suspicions import Suspicion
from policybook.importing.update import Update
from policybook.values import codes


@dataclass
class Import:
    """What an import would do."""

    documents: dict[str, Document]
    unreadable: list[Unreadable]
    mapping: ImportMapping
    built: Built
    accounts: dict[str, Account] = field(default_factory=dict)
    suspicions: list[Suspicion] = field(default_factory=list)
    update: Update | None = None
    """What changes in the manual that is there, where it is an update."""

    @property
    def incomplete(self) -> list[str]:
        """Return the documents of which a word was lost or added."""
        return [path for path, account in self.accounts.items() if not account.complete]


def prepare(
    folder: Path,
    day: date,
    mapping: bytes | None,
    existing: Mapping[str, bytes],
    seen: Callable[[int, int], None] = lambda done, of: None,
    update: Callable[[], Update] | None = None,
) -> Import:
    """Return what an import of `folder` would do; `mapping` is the corrected import.yml, if there is one.

    `update` gives the manual that is there, where a newer state of it is brought in.

    Raises PolicybookError where the folder holds no document, or the mapping can't be used.
    """
    found, index = files.documents(folder, seen)
    unreadable = [one for one in found if isinstance(one, Unreadable)]
    documents = _joined({one.path: one for one in found if isinstance(one, Document)}, index)
    if not documents:
        why = f" {unreadable[0].path}: {unreadable[0].why}" if unreadable else ""
        raise PolicybookError(f"There is no document in {folder} that can be read.{why}")
    if mapping is not None and update is None:
        chosen = read_mapping(mapping, documents)
    else:
        chosen = _guess(documents, day, folder)
        if mapping is not None:
            chosen = carried(read_mapping(mapping, documents, lenient=True), chosen)
    _complete(chosen, documents)
    result = _built(chosen, documents, unreadable, existing, update() if update else None)
    if result.incomplete:
        documents |= {path: documents[path].plain() for path in result.incomplete}
        result = _built(chosen, documents, unreadable, existing, update() if update else None)
    result.suspicions = list(suspicions.find(chosen, result.built))
    return result


def _built(
    chosen: ImportMapping,
    documents: dict[str, Document],
    unreadable: list[Unreadable],
    existing: Mapping[str, bytes],
    update: Update | None,
) -> Import:
    """Return the records, and what became of the words of each document."""
    result = Import(documents, unreadable, chosen, build.build(chosen, documents, existing, update), update=update)
    for path, draft in result.built.drafts.items():
        result.accounts[path] = fidelity.account(documents[path], draft.text())
    return result


def _joined(documents: dict[str, Document], index: files.Index) -> dict[str, Document]:
    """Return documents with what an index says of them, by file name or by code."""
    from dataclasses import replace

    by_name: dict[str, str] = {}
    for path in documents:
        plain = path.partition("#")[0].lower()
        by_name.setdefault(PurePosixPath(plain).name, path)
        by_name.setdefault(PurePosixPath(plain).stem, path)
        by_name[plain] = path
    by_code: dict[str, str] = {}
    for path, document in documents.items():
        code = document_facts.of(document).code
        if code:
            by_code.setdefault(codes.key(code), path)
    for row in index:
        named = sheets.file_of(row).lower()
        code = next((label.value for label in row if labels.field_of(label.name) == "code"), "")
        place = by_name.get(named) or by_name.get(PurePosixPath(named).name) if named else None
        place = place or by_code.get(codes.key(code)) or by_name.get(code.lower())
        if place:
            known = documents[place]
            said = tuple(
                label
                for label in row
                if label.name.lower() not in ("file", "file name", "filename", "document", "path")
            )
            documents[place] = replace(known, labels=(*said, *known.labels))
    return documents


def _guess(documents: Mapping[str, Document], day: date, folder: Path) -> ImportMapping:
    """Return what the documents are taken for where nobody has said it yet."""
    names = [
        label.value for one in documents.values() for label in one.labels if labels.field_of(label.name) == "agency"
    ]
    agency = (
        max(set(names), key=lambda name: (names.count(name), name)) if names else folder.name.replace("-", " ").title()
    )
    day_first = dates.is_day_first(label.value for one in documents.values() for label in one.labels)
    entries = [
        Entry(path, document_facts.of(one, day_first, day.year), sha256=one.sha256[:16])
        for path, one in documents.items()
    ]
    return ImportMapping(day, agency, day_first, entries=entries)


def _complete(mapping: ImportMapping, documents: Mapping[str, Document]) -> None:
    """Offer a code where no document says one: a policy can't be without."""
    taken = {codes.key(entry.facts.code) for entry in mapping.entries if entry.facts.code}
    number = 0
    for entry in sorted(mapping.entries, key=lambda one: (one.facts.title.casefold(), one.file)):
        if entry.facts.code or entry.facts.status == "skip":
            continue
        number += 1
        while codes.key(f"P{number:03}") in taken:
            number += 1
        entry.facts.code, entry.facts.why["code"] = f"P{number:03}", "offered: no document says a code"
    for entry in mapping.entries:
        if not entry.facts.title:
            entry.facts.title = documents[entry.file].manuscript.title or entry.facts.code
