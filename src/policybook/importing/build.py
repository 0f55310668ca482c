"""Make the records of a manual from documents and the mapping."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import PurePosixPath

from policybook.importing import manual_records
from policybook.importing.built import Built
from policybook.importing.document import Document
from policybook.importing.mapping import Entry, ImportMapping
from policybook.importing.offices import Offices
from policybook.importing.policy_records import PolicyRecords
from policybook.importing.update import Update, trace
from policybook.record import format
from policybook.record.yaml import formatter
from policybook.values import codes, slugs


def build(
    mapping: ImportMapping,
    documents: Mapping[str, Document],
    existing: Mapping[str, bytes],
    update: Update | None = None,
) -> Built:
    """Return the records of every document that isn't skipped.

    `existing` are the files of the manual, if there is one; with `update`, only what is new in it is made.
    """
    built = Built()
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in mapping.entries:
        if entry.facts.status != "skip":
            groups[codes.key(entry.facts.code)].append(entry)
    known = {key: entries[0].facts.code for key, entries in groups.items()}
    manual = update.manual if update is not None else None
    source = slugs.free(f"import-{mapping.day.isoformat()}", set(manual.sources) if manual is not None else set())
    bodies = Offices(source, manual)
    files = {
        name: entry.facts.code
        for entry in mapping.entries
        for path in [PurePosixPath(entry.file.lower())]
        for name in (path.stem, path.name)
        if "#" not in entry.file and entry.facts.status != "skip"
    }
    series = manual_records.series(mapping.entries)
    for entries in groups.values():
        PolicyRecords(built, entries, documents, known, mapping, source, bodies, series, update, files).build()
    if update is not None:
        update.end(set(groups))
        trace(update, {built.places[file][0]: draft for file, draft in built.drafts.items()})
    record, manifest = manual_records.source(mapping, documents)
    built.records[f"sources/{source}.yml"], built.files[f"sources/{source}.txt"] = record, manifest
    built.records |= manual_records.manual(mapping, existing, bodies, series)
    first = existing.get("agency.yml", b"")
    for path, data in built.records.items():
        kind = _kind(path)
        built.files[path] = formatter.record(kind, data, format.modeline(first, path, kind))
    return built


def _kind(path: str) -> str:
    parts = path.split("/")
    if len(parts) == 1:
        return parts[0].removesuffix(".yml")
    return {"sources": "source", "revisions": "revision"}.get(parts[-2], "policy")
