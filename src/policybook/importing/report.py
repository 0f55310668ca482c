"""The report on an import: as a page, as data, as text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from policybook.importing.dates import Written
from policybook.importing.mapping import Entry
from policybook.importing.run import Import
from policybook.text.html import Html, join, tag
from policybook.text.terminal import safe

_STYLE = (
    "body{max-width:75em;margin:2em auto;padding:0 1em;font:1em/1.5 system-ui,sans-serif}table{border-collapse:collapse}"
    "th,td{border:1px solid;padding:.3em .6em;text-align:left;vertical-align:top}td ul{margin:0;padding-left:1.1em}.side{display:grid;grid-template-columns:1fr 1fr;gap:1em}"
    ".side>div{white-space:pre-wrap;border:1px solid;padding:.6em;overflow-wrap:anywhere}.scroll{overflow-x:auto}"
    "@media(prefers-color-scheme:dark){body{background:#161616;color:#eee}a{color:#9cf}}"
)
_SHOWN = 12
"""How many documents are shown side by side: those that a person should look at first."""


def data(result: Import) -> dict[str, Any]:
    """Return the report as data."""
    return {
        "schema": 1,
        "day": result.mapping.day.isoformat(),
        "documents": [
            {
                "file": entry.file,
                "format": result.documents[entry.file].format,
                "sha256": result.documents[entry.file].sha256,
                "code": entry.facts.code,
                "title": entry.facts.title,
                "kind": entry.facts.kind,
                "status": entry.facts.status,
                "known": entry.facts.why,
                "facts": {name: value for name, value, _ in _facts(entry)},
                "words": _words(result, entry.file),
                "left_out": [
                    {"words": one.words, "reason": one.reason} for one in result.documents[entry.file].left_out
                ],
                "unmapped": entry.facts.notes,
                "notes": list(result.documents[entry.file].notes),
                "structure": _structure(result, entry.file),
            }
            for entry in result.mapping.entries
        ],
        "unreadable": [{"file": one.path, "why": one.why} for one in result.unreadable],
        "update": None
        if result.update is None
        else {
            "unchanged": result.update.unchanged,
            "changed": result.update.changed,
            "new": result.update.new,
            "missing": result.update.missing,
            "moved": [{"now": now, "was": was} for now, was in result.update.moved],
        },
        "suspicions": [
            {"file": one.file, "other": one.other or None, "message": one.message} for one in result.suspicions
        ],
    }


_NAMES = {
    "kind": "Kind", "status": "Status", "adopted": "Adopted", "revised": "Revised", "reviewed": "Reviewed", "readings": "Readings",
    "effective": "Effective", "steward": "Owner", "series": "Series", "classification": "Classification", "model": "Model",
    "legal": "Legal references", "references": "Cross references", "former_codes": "Former codes", "also_codes": "Other codes",
}  # fmt: skip
"""The facts that a document may state, beside code and title, with their names for a reader."""


def _facts(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Yield each fact of a document: its name, its value, how it is known."""
    facts = entry.facts
    for name in ("code", "title", *_NAMES):
        value = getattr(facts, name)
        listed = value if isinstance(value, list) else [value] if value else []
        if listed:
            yield name, "; ".join(_value(one) for one in listed), facts.why.get(name, "")


def _value(one: object) -> str:
    if not isinstance(one, Written):
        return str(one)
    return one.is_ if one.words == one.is_ else f"{one.is_} ({one.words})"


def as_json(result: Import) -> bytes:
    """Return the report as JSON."""
    return (json.dumps(data(result), ensure_ascii=False, indent=1) + "\n").encode()


def _words(result: Import, path: str) -> dict[str, Any] | None:
    account = result.accounts.get(path)
    if account is None:
        return None
    return {
        "in_document": account.in_document,
        "in_record": account.in_record,
        "left_out": account.left_out,
        "lost": list(account.lost),
        "added": list(account.added),
    }


def _structure(result: Import, path: str) -> dict[str, int]:
    blocks = result.documents[path].manuscript.blocks
    return {
        "headings": sum(block.kind == "heading" for block in blocks),
        "paragraphs": sum(block.kind == "text" and not block.depth for block in blocks),
        "items": sum(block.kind == "text" and block.depth > 0 and block.opens for block in blocks),
        "tables": sum(block.kind == "table" for block in blocks),
        "footnotes": len(result.documents[path].manuscript.notes),
    }


def as_text(result: Import) -> str:
    """Return the report in a few lines."""
    policies = {code for code, _ in result.built.places.values()}
    total = sum(account.in_document for account in result.accounts.values())
    lines = [
        f"{len(result.documents)} documents are {len(policies)} policies; {total:,} words.",
        *(f"Not read: {one.path}: {one.why}" for one in result.unreadable),
    ]
    if result.incomplete:
        lines.append(f"In {len(result.incomplete)} documents a word was lost or added; these can't be imported:")
        for path in result.incomplete[:10]:
            account = result.accounts[path]
            lines.append(f"    {path}: lost “{'”, “'.join(account.lost[:3])}”; added “{' '.join(account.added[:8])}”")
    else:
        lines.append(
            "Every word and punctuation mark is in the record, or left out for a reason that the report gives."
        )
    lines += _changes(result)
    if result.suspicions:
        lines.append(f"To look at ({len(result.suspicions)}):")
        lines += [
            f"    {one.file}: {one.message}{f' ({one.other})' if one.other else ''}" for one in result.suspicions[:15]
        ]
        if len(result.suspicions) > 15:
            lines.append(f"    and {len(result.suspicions) - 15} more in the report")
    return "".join(f"{safe(line)}\n" for line in lines)


def _changes(result: Import) -> list[str]:
    """Return what an update changes, a line for each kind of change."""
    update = result.update
    if update is None:
        return []
    said = "proposals" if update.as_proposals else "new texts"
    lines = [f"Unchanged: {len(update.unchanged)}. With {said}: {len(update.changed)}. New: {len(update.new)}."]
    for words, listed in (("Changed", update.changed), ("New", update.new)):
        lines += [f"    {words}: {', '.join(listed)}"] if listed else []
    lines += [f"    {now} came from {was}" for now, was in update.moved]
    if update.missing:
        lines.append(f"    No document holds these any more; they stay as they are: {', '.join(update.missing)}")
    return lines


def as_html(result: Import) -> bytes:
    """Return the report as one page that needs nothing else."""
    rows = [_row(one, entry) for one, entry in zip(data(result)["documents"], result.mapping.entries, strict=True)]
    head = ("File", "Policy", "Facts, and where they stand", "Words", "Structure", "Kept as notes", "Left out")
    table = tag(
        "table",
        tag("caption", "Each document, and what it is taken for"),
        tag("thead", tag("tr", *(tag("th", name, scope="col") for name in head))),
        tag("tbody", *rows),
    )
    suspicions = [
        tag("li", tag("code", one.file), ": ", one.message, f" ({one.other})" if one.other else "")
        for one in result.suspicions
    ]
    unread = [tag("li", tag("code", one.path), ": ", one.why) for one in result.unreadable]
    parts = [
        tag("h1", "Report on the import"),
        tag("p", as_text(result).partition("\n")[0]),
        tag("p", tag("strong", _verdict(result))),
        *(
            [tag("h2", "What changes"), tag("ul", *(tag("li", line.strip()) for line in _changes(result)))]
            if result.update
            else []
        ),
        *([tag("h2", f"Things to look at ({len(suspicions)})"), tag("ul", *suspicions)] if suspicions else []),
        *([tag("h2", f"Not read ({len(unread)})"), tag("ul", *unread)] if unread else []),
        tag("h2", "Documents"),
        tag("div", table, class_="scroll", tabindex="0", role="region", aria_label="Documents"),
        tag("h2", "Side by side"),
        tag("p", "On the left the words of the document in order, on the right the text as the record holds it."),
        *(part for path in _first(result) for part in _side(result, path)),
    ]
    page = tag(
        "html",
        tag("head", Html('<meta charset="utf-8">'), Html('<meta name="viewport" content="width=device-width">'),
            tag("title", "Report on the import"), tag("style", Html(_STYLE))),
        tag("body", tag("main", *parts)),
        lang="en",
    )  # fmt: skip
    return f"<!doctype html>\n{page}\n".encode()


def _verdict(result: Import) -> str:
    if result.incomplete:
        return f"In {len(result.incomplete)} documents a word was lost or added. They can't be imported as they are."
    return "Every word and punctuation mark is in the record, or left out for a reason given below."


def _row(one: dict[str, Any], entry: Entry) -> Html:
    words = one["words"]
    counted = (
        "no text"
        if words is None
        else f"{words['in_document']} in, {words['in_record']} in the record, {words['left_out']} left out"
    )
    lost = (
        [tag("br"), tag("strong", f"lost: {'; '.join(words['lost'][:5])} added: {' '.join(words['added'][:10])}")]
        if words and (words["lost"] or words["added"])
        else []
    )
    facts = [
        tag("li", tag("strong", _NAMES[name]), f" {value}", f" – {why}" if why else "")
        for name, value, why in _facts(entry)
        if name in _NAMES
    ]
    left = [tag("li", f"{part['reason']}: {part['words'][:160]}") for part in one["left_out"]]
    structure = ", ".join(
        f"{count} {name if count > 1 else name.removesuffix('s')}" for name, count in one["structure"].items() if count
    )
    cells = [
        join(tag("strong", one["code"]), f" {one['title']}", tag("br"), one["known"].get("code", "")),
        tag("ul", *facts) if facts else Html(),
        join(counted, *lost),
        join(structure, *(f"; {note}" for note in one["notes"])),
        tag("ul", *(tag("li", note) for note in one["unmapped"])) if one["unmapped"] else Html(),
        tag("details", tag("summary", "1 part" if len(left) == 1 else f"{len(left)} parts"), tag("ul", *left))
        if left
        else Html(),
    ]
    return tag("tr", tag("th", one["file"], scope="row"), *(tag("td", cell) for cell in cells))


def _first(result: Import) -> list[str]:
    """Return the documents to look at first: with words lost, then those with suspicions, then the longest."""
    suspected = [one.file for one in result.suspicions if one.file in result.accounts]
    longest = sorted(result.accounts, key=lambda path: -result.accounts[path].in_document)
    return list(dict.fromkeys([*result.incomplete, *suspected, *longest]))[:_SHOWN]


def _side(result: Import, path: str) -> list[Html]:
    from policybook.documents import plain_text

    draft = result.built.drafts[path]
    left = "\n".join(" ".join(piece.split()) for piece in result.documents[path].pieces)[:4000]
    right = plain_text.of_text(draft.text())[:4000]
    return [tag("h3", path), tag("div", tag("div", left), tag("div", right), class_="side")]
