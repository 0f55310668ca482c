"""Match an edited text to the text in force, so that provisions keep their ids."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from policybook import redline
from policybook.documents.drafts import outline
from policybook.documents.drafts.draft import Draft
from policybook.documents.manuscript import Block, Manuscript
from policybook.model import Provision, Text
from policybook.redline.align import pairs
from policybook.text import rich_text
from policybook.text.rich_text import Line
from policybook.values import digest, slugs

_NAMED = ("strategies", "definitions")
"""Kinds of provision whose items have ids of their own."""


def matched(read: Manuscript, base: Text | None, taken: Iterable[str]) -> Draft:
    """Return an edited text in the record's shape, matched to `base`, the text in force.

    `taken` are the ids of all revisions of the policy. Ids that the file holds count first, then likeness. A
    paragraph, cell or footnote with the same words in the same form is written as `base` writes it.
    """
    given = set(taken)
    base_notes = dict(base.footnotes) if base is not None else {}
    read = _renamed(read, {name: rich_text.read(note) for name, note in base_notes.items()})
    data = outline.provisions(_known(read.blocks, given))
    title = read.title or (base.title if base is not None else "")
    notes = {
        name: _typed(rich_text.markup(line), [base_notes.get(name, "")], None) for name, line in read.notes.items()
    }
    entries = _dicts(data)
    if base is not None:
        _write_as(base, entries)
    kept: set[str] = set()
    if base is not None:
        found = pairs(redline.units(base), redline.units(Draft(title, data, notes).text()))
        shift_old = sum(unit.stands == "title" for unit in found.old)
        shift_new = sum(unit.stands == "title" for unit in found.new)
        for at, entry in enumerate(entries):
            old = found.old_of.get(at + shift_new)
            if old is not None and found.old[old].stands == "provision":
                _keep(entry, base.all_provisions[old - shift_old], base_notes, kept)
        kept |= {entry["id"] for entry in entries if entry.get("id")}
    new = tuple(_named(data, given, False))
    gone = (
        tuple(provision.id for provision in base.all_provisions if provision.id and provision.id not in kept)
        if base
        else ()
    )
    if base is not None and digest.normal(title) == digest.normal(base.title):
        title = base.title
    return Draft(title, [_plain(provision, True) for provision in data], notes, new, gone)


def _known(blocks: Iterable[Block], taken: set[str]) -> Iterator[Block]:
    """Yield blocks under ids that the policy has given, each once; an id that was cut is made whole."""
    whole: dict[str, str] = {}
    for id in sorted(taken):
        for length in range(30, len(id) + 1):
            whole.setdefault(id[:length], id)
        whole[id] = id
    met: set[str] = set()

    def known(id: str) -> str:
        found = whole.get(id, "")
        if found in met:
            return ""
        met.add(found)
        return found

    for block in blocks:
        yield replace(block, id=known(block.id), holder=known(block.holder)) if block.id or block.holder else block


def _renamed(read: Manuscript, base: Mapping[str, Line]) -> Manuscript:
    """Return the text with footnotes under the names that `base` has for the same words."""
    names = {line: name for name, line in reversed(list(base.items()))}
    new: dict[str, str] = {}
    for name, line in read.notes.items():
        known = names.get(line, "")
        if base.get(name) != line and known and known not in read.notes and known not in new.values():
            new[name] = known
    if not new:
        return read

    def named(found: Line) -> Line:
        return tuple(span._replace(note=new.get(span.note, span.note)) for span in found)

    blocks = tuple(
        replace(
            block,
            lines=tuple(map(named, block.lines)),
            rows=tuple(tuple(map(named, row)) for row in block.rows),
        )
        for block in read.blocks
    )
    return Manuscript(read.title, blocks, {new.get(name, name): words for name, words in read.notes.items()})


def _dicts(data: list[Any]) -> list[dict[str, Any]]:
    """Return every provision and item in printed order, each as a mapping that stands in its list."""
    found: list[dict[str, Any]] = []
    for at, entry in enumerate(data):
        if isinstance(entry, str):
            entry = data[at] = {"text": entry}
        found.append(entry)
        found += _dicts(entry.get("items", []))
    return found


def _keep(entry: dict[str, Any], old: Provision, notes: Mapping[str, str], kept: set[str]) -> None:
    """Give a provision what the text in force has of it."""
    if old.id and not entry.get("id") and old.id not in kept:
        entry["id"] = old.id
    if entry.get("id"):
        kept.add(entry["id"])
    for key in ("kind", "was"):
        if old.has(key):
            entry[key] = old.get(key)
        elif key == "kind":
            entry.pop(key, None)
    if old.has("level") and not (old.heading or entry.get("heading")):
        entry["level"] = old.get("level")
    if entry.get("text"):
        typed = old.prose.splitlines()
        entry["text"] = "\n".join(_typed(part, typed, notes) for part in entry["text"].split("\n"))
    if entry.get("heading") and digest.normal(entry["heading"]) == digest.normal(old.heading):
        entry["heading"] = old.heading
    if entry.get("table"):
        entry["table"] = _table(entry["table"], old, notes)


def _write_as(base: Text, entries: list[dict[str, Any]]) -> None:
    """Write each paragraph and cell as `base` writes it anywhere, in order, so that what is the same is found."""
    written: dict[Line, deque[str]] = defaultdict(deque)
    for provision in base.all_provisions:
        for part in (*provision.prose.splitlines(), *(cell for row in provision.rows for cell in row)):
            written[rich_text.read(part, base.footnotes)].append(part)

    def said(part: str) -> str:
        forms = written.get(rich_text.read(part))
        if not forms:
            return part
        return forms.popleft() if len(forms) > 1 else forms[0]

    for entry in entries:
        if entry.get("text"):
            entry["text"] = "\n".join(said(part) for part in entry["text"].split("\n"))
        if entry.get("table"):
            entry["table"] = outline.table([[said(cell) for cell in row] for row in digest.rows(entry["table"])])


def _typed(part: str, typed: Iterable[str], notes: Mapping[str, str] | None) -> str:
    """Return a paragraph as one of `typed` writes it where that says the same, or as it is."""
    if part in typed:
        return part
    line = rich_text.read(part)
    return next(
        (written for written in typed if line in (rich_text.read(written, notes), rich_text.read(written))), part
    )


def _table(written: str, old: Provision, notes: Mapping[str, str]) -> str:
    cells = [cell for row in old.rows for cell in row]
    rows = [[_typed(cell, cells, notes) for cell in row] for row in digest.rows(written)]
    if _full(rows) == _full(old.rows):
        return old.text("table")
    return outline.table(rows)


def _full(rows: list[list[str]]) -> list[list[str]]:
    """Return rows without empty cells at their ends, which a word processor adds to make rows of one length."""
    full = []
    for row in rows:
        last = max((at for at, cell in enumerate(row, start=1) if cell.strip()), default=0)
        full.append([digest.normal(cell) for cell in row[:last]])
    return full


def _named(entries: list[dict[str, Any]], taken: set[str], only_items: bool) -> Iterator[str]:
    """Give ids to provisions, and to the items of those whose items are addressed; yield the new ones."""
    for entry in entries:
        if not entry.get("id") and not only_items:
            id = slugs.free(slugs.provision(" ".join(_words(entry))), taken)
            taken.add(id)
            rest = {key: value for key, value in entry.items() if key != "id"}
            entry.clear()
            entry.update({"id": id, **rest})
            yield id
        yield from _named(entry.get("items", []), taken, entry.get("kind") not in _NAMED)


def _words(entry: dict[str, Any]) -> Iterator[str]:
    if entry.get("heading"):
        yield entry["heading"]
        return
    yield from (rich_text.words(line) for line in rich_text.lines(entry.get("text", ""))[:1])
    if not entry.get("text"):
        yield from (word for item in entry.get("items", [])[:1] for word in _words(item))
        yield entry.get("table", "")


_ORDER = ("id", "label", "heading", "level", "kind", "was", "text", "table", "numbering", "items")


def _plain(entry: dict[str, Any], outermost: bool) -> Any:
    """Return a provision with its keys in the record's order; an item that is only text as text."""
    if "items" in entry:
        entry["items"] = [_plain(item, False) for item in entry["items"]]
    if not outermost and set(entry) == {"text"}:
        return entry["text"]
    return {key: entry[key] for key in _ORDER if key in entry}
