"""Prove an import again: the files are those that were imported, and every word of them is still in the record."""

from __future__ import annotations

import re
from pathlib import Path

from policybook.importing import fidelity
from policybook.importing.document import Document
from policybook.importing.readers import files
from policybook.model import Manual, Revision
from policybook.model.agency import Source
from policybook.verify.result import Discrepancy, ProofResult, counted, listed

_MANIFEST = re.compile(r"import-[0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[0-9]+)?")
_LINE = re.compile(r"(?P<sha256>[0-9a-f]{64})  (?P<path>.+)")


def verify(manual: Manual, folder: Path) -> ProofResult:
    """Return what comparing the record with the files in `folder` shows."""
    found, _ = files.documents(folder)
    documents = {one.path: one for one in found if isinstance(one, Document)}
    digests = {one.path.partition("#")[0]: one.sha256 for one in found}
    source = _manifest(manual, digests)
    if source is None:
        return ProofResult(problems=(Discrepancy("sources", "The record holds no source of an import."),))
    imported = _files(source)
    problems = [
        Discrepancy(path, f"{path} was imported and isn't in {folder.name}.")
        for path in imported
        if path not in digests
    ]
    problems += [
        Discrepancy(path, f"{path} is another file than the one that was imported: its SHA-256 differs.")
        for path, sha256 in imported.items()
        if path in digests and digests[path] != sha256
    ]
    same = {path for path, sha256 in imported.items() if digests.get(path) == sha256}
    words, texts = 0, 0
    for revision, document in _texts(manual, source.id, documents):
        if document.path.partition("#")[0] not in same:
            continue
        account = fidelity.account(document, revision)
        if not account.complete:
            account = fidelity.account(document.plain(), revision)
        texts, words = texts + 1, words + account.in_document
        if not account.complete:
            problems.append(Discrepancy(f"{revision.code}@{revision.id}", _lost(revision, document, account)))
    other = sorted(set(digests) - set(imported))
    return ProofResult(
        anchors=(f"the files in {folder.name}, listed in source {source.id}",),
        shown=(
            f"{counted(len(same), 'file is', 'files are')} byte for byte what was imported.",
            f"{counted(texts, 'text', 'texts')} of {words:,} words were compared with them.",
        ),
        problems=tuple(problems),
        unknown=(f"What {listed(other)} says: no import read it.",) if other else (),
    )


def _manifest(manual: Manual, digests: dict[str, str]) -> Source | None:
    """Return the source of the import that read most of these files, the last one of several."""
    known = [source for id, source in sorted(manual.sources.items()) if _MANIFEST.fullmatch(id)]
    return max(
        reversed(known),
        key=lambda one: sum(digests.get(path) == sha256 for path, sha256 in _files(one).items()),
        default=None,
    )


def _files(source: Source) -> dict[str, str]:
    lines = map(_LINE.fullmatch, (source.words or "").splitlines())
    return {match["path"]: match["sha256"] for match in lines if match}


def _texts(manual: Manual, source: str, documents: dict[str, Document]) -> list[tuple[Revision, Document]]:
    """Return each text that was recorded from one of the documents in an import, with that document."""
    found = []
    for policy in manual:
        for revision in policy.acts:
            own = manual.sources.get(str(revision.recorded.get("source", "")))
            if own is None or not revision.holds_text or not own.id.startswith(f"{source}-"):
                continue
            if own.title in documents:
                found.append((revision, documents[own.title]))
    return found


def _lost(revision: Revision, document: Document, account: fidelity.Account) -> str:
    said = [f"lost “{part}”" for part in account.lost[:3]] + [f"added “{part}”" for part in account.added[:3]]
    return f"Revision {revision.id} of policy {revision.code} doesn't have the words of {document.path}: {'; '.join(said)}."
