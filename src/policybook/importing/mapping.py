"""The mapping, `import.yml`: what each document is taken for. A person may correct every line of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from policybook.errors import PolicybookError
from policybook.importing.dates import Written
from policybook.importing.document import Document
from policybook.importing.facts import Facts
from policybook.record.yaml import reader
from policybook.values import dates

NAME = "import.yml"
STATUSES = ("adopted", "proposal", "retired", "skip")
_HEAD = """\
# What `policybook import` takes each document for. Correct what is wrong, then run the command again with --write.
# After each value stands how it is known: stated by the document, or guessed. Only what is here is used.
# status: adopted, proposal, retired, or skip to leave the document out.
# A date: as precise as it is known (2014, 2014-11, 2014-11-18, 2013/2014), then in brackets how it was written.
"""
_DATE = re.compile(r"(?:(?P<number>[1-9])(?:st|nd|rd|th)\s+)?(?P<is>[0-9/-]+)(?:\s*\((?P<words>.*)\))?")
_TEXTS = ("code", "title", "kind", "status", "parent", "steward", "series", "classification", "model")
_DATES = ("adopted", "effective")
_DATE_LISTS = ("revised", "reviewed", "readings")
_LISTS = ("legal", "references", "former_codes", "also_codes", "notes")


@dataclass
class Entry:
    """What one document is taken for."""

    file: str
    facts: Facts
    parent: str = ""
    sha256: str = ""
    """That of the document when the entry was made, by which an update knows a changed document."""


@dataclass
class ImportMapping:
    """The whole mapping."""

    day: date
    agency: str = ""
    day_first: bool = False
    licence: str = ""
    """Of the documents' texts, as an SPDX id; empty where it isn't known."""
    entries: list[Entry] = field(default_factory=list)


def written(mapping: ImportMapping) -> bytes:
    """Return the mapping as a file."""
    lines = [_HEAD, f"day: {mapping.day.isoformat()}  # of this import"]
    lines.append(f"agency: {_text(mapping.agency)}  # the name of a new manual's agency")
    lines.append(
        f"day_first: {'true' if mapping.day_first else 'false'}  # whether 8/10/08 was read as the 8th of October"
    )
    lines.append(
        f"licence: {_text(mapping.licence)}  # of the texts, such as CC-BY-4.0; leave it empty if it isn't known"
    )
    lines.append("documents:")
    for entry in mapping.entries:
        lines += ["", f"  - file: {_text(entry.file)}"]
        if entry.sha256:
            lines.append(f"    sha256: {_text(entry.sha256)}")
        facts = entry.facts
        for name in _TEXTS:
            value = entry.parent if name == "parent" else getattr(facts, name)
            if value or name in ("code", "title"):
                lines.append(f"    {name}: {_text(value)}{_why(facts, name)}")
        for name in _DATES:
            value = getattr(facts, name)
            if value:
                lines.append(f"    {name}: {_text(_date(value))}{_why(facts, name)}")
        for name in _DATE_LISTS:
            if getattr(facts, name):
                lines.append(f"    {name}: {_list(_date(one) for one in getattr(facts, name))}{_why(facts, name)}")
        for name in _LISTS:
            if getattr(facts, name):
                lines.append(f"    {name}: {_list(getattr(facts, name))}")
    return ("\n".join(lines) + "\n").encode()


def read(raw: bytes, found: Mapping[str, Document], lenient: bool = False) -> ImportMapping:
    """Return the mapping that a person may have corrected; `lenient`, without entries whose document is gone.

    Raises PolicybookError for a value that can't be.
    """
    document = reader.read(raw)
    if document.data is None:
        trouble = document.troubles[0]
        raise PolicybookError(f"{NAME}:{trouble.span.line}: {trouble.message} {trouble.help}".strip())
    data = document.data
    day = str(data.get("day") or "")
    if not dates.is_date(day) or not dates.parse(day).exact:
        raise PolicybookError(f"{NAME}: ‘day’ is the day of the import, such as 2026-11-24.")
    mapping = ImportMapping(
        dates.parse(day).earliest,
        str(data.get("agency") or ""),
        data.get("day_first") is True,
        str(data.get("licence") or ""),
    )
    for at, given in enumerate(data.get("documents") or ()):
        if not isinstance(given, dict) or not given.get("file"):
            raise PolicybookError(f"{NAME}: entry {at + 1} under ‘documents’ names no file.")
        file = str(given["file"])
        if file not in found and lenient:
            continue
        if file not in found:
            raise PolicybookError(
                f"{NAME}: there is no document {file}. Remove its entry, or run the command without {NAME}."
            )
        mapping.entries.append(_entry(file, given))
    return mapping


def _entry(file: str, given: Mapping[str, Any]) -> Entry:
    facts = Facts()
    unknown = set(given) - {"file", "sha256", *_TEXTS, *_DATES, *_DATE_LISTS, *_LISTS}
    if unknown:
        raise PolicybookError(f"{NAME}: {file}: ‘{sorted(unknown)[0]}’ means nothing here.")
    for name in _TEXTS:
        if name != "parent" and given.get(name) is not None:
            setattr(facts, name, str(given[name]))
    if facts.status not in STATUSES:
        raise PolicybookError(f"{NAME}: {file}: ‘status’ is one of {', '.join(STATUSES)}.")
    for name in _DATES:
        if given.get(name):
            setattr(facts, name, _read_date(file, name, given[name]))
    for name in _DATE_LISTS:
        setattr(facts, name, [_read_date(file, name, one) for one in given.get(name) or ()])
    for name in _LISTS:
        setattr(facts, name, [str(one) for one in given.get(name) or ()])
    return Entry(file, facts, str(given.get("parent") or ""), str(given.get("sha256") or ""))


def carried(old: ImportMapping, new: ImportMapping) -> ImportMapping:
    """Return the mapping of a newer state of the same manual.

    An unchanged document keeps its entry. Of a changed one a person's choices count: code, kind, parent, and skip.
    """
    known = {entry.file: entry for entry in old.entries}
    for at, entry in enumerate(new.entries):
        before = known.get(entry.file)
        if before is None:
            continue
        if before.sha256 == entry.sha256:
            new.entries[at] = before
            continue
        entry.facts.code, entry.facts.kind, entry.parent = before.facts.code, before.facts.kind, before.parent
        if before.facts.status == "skip":
            entry.facts.status = "skip"
    return ImportMapping(new.day, old.agency, old.day_first, old.licence, new.entries)


def _read_date(file: str, name: str, value: Any) -> Written:
    match = _DATE.fullmatch(str(value).strip())
    if match is None or not dates.is_date(match["is"]):
        raise PolicybookError(
            f"{NAME}: {file}: ‘{name}: {value}’ isn't a date. Write it as 2014, 2014-11 or 2014-11-18."
        )
    return Written(match["is"], match["words"] or match["is"], number=int(match["number"] or 0))


def _date(one: Written) -> str:
    number = f"{one.number}{('st', 'nd', 'rd')[one.number - 1] if one.number < 4 else 'th'} " if one.number else ""
    return number + (one.is_ if one.words == one.is_ else f"{one.is_} ({one.words})")


def _text(value: str) -> str:
    """Return a text in quotation marks, as YAML and JSON both read it."""
    return json.dumps(" ".join(value.split()), ensure_ascii=False)


def _list(values: Iterable[str]) -> str:
    return f"[{', '.join(_text(one) for one in values)}]"


def _why(facts: Facts, name: str) -> str:
    return f"  # {facts.why[name]}" if name in facts.why else ""
