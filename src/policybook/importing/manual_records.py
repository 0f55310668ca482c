"""The records of the whole manual: agency, bodies, series, and the source that names each file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from policybook.importing.document import Document
from policybook.importing.mapping import Entry, ImportMapping
from policybook.importing.offices import Offices
from policybook.values import digest


def series(entries: Sequence[Entry]) -> dict[str, str]:
    """Return the series that documents name, each with what all its codes, and no others, begin with."""
    by_title: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        if entry.facts.series:
            by_title[entry.facts.series].append(entry.facts.code)
    found = {}
    for title, listed in by_title.items():
        start = _common(listed)
        others = [entry.facts.code for entry in entries if entry.facts.series != title]
        if start and not any(other.startswith(start) for other in others):
            found[title] = start
    return found


def _common(listed: Sequence[str]) -> str:
    first, last = min(listed), max(listed)
    end = next((at for at, sign in enumerate(first) if last[at : at + 1] != sign), len(first))
    return first[:end] if len(listed) > 1 else first[:1]


def source(mapping: ImportMapping, documents: Mapping[str, Document]) -> tuple[dict[str, Any], bytes]:
    """Return the source record of the import and its text: which files, with their digests."""
    from policybook import __version__

    lines = [f"Imported on {mapping.day.isoformat()} by Policybook {__version__}.", "SHA-256 and path of each file:"]
    files = {path.partition("#")[0]: document.sha256 for path, document in documents.items()}
    lines += [f"{sha256}  {path}" for path, sha256 in sorted(files.items())]
    text = ("\n".join(lines) + "\n").encode()
    data = {
        "title": f"Import of {len(files)} document{'' if len(files) == 1 else 's'}",
        **({"licence": mapping.licence} if mapping.licence else {}),
        "retrieved": mapping.day.isoformat(),
        "sha256": digest.of_bytes(text),
        "note": "The files that the manual was imported from, as they were.",
    }
    return data, text


def manual(
    mapping: ImportMapping, existing: Mapping[str, bytes], bodies: Offices, series: Mapping[str, str]
) -> dict[str, Any]:
    """Return agency.yml and bodies.yml where there is none."""
    found: dict[str, Any] = {}
    if "agency.yml" not in existing:
        agency: dict[str, Any] = {"name": mapping.agency or "Name of the agency"}
        if mapping.licence:
            agency["text_licence"] = mapping.licence
        if series:
            agency["series"] = [
                {"starts": start, "title": title} for title, start in sorted(series.items(), key=lambda one: one[1])
            ]
        found["agency.yml"] = agency
    if "bodies.yml" not in existing:
        listed = [
            {"id": "board", "name": "Board", "kind": "board"},
            {"id": "superintendent", "name": "Superintendent", "kind": "officer", "reports_to": "board"},
            *bodies.found.values(),
        ]
        found["bodies.yml"] = {"bodies": listed}
    return found
