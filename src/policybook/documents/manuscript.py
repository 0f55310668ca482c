"""Represent a text as a sequence of blocks, the form that Word, PDF and typed files share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from policybook.model import Provision, Text
from policybook.text import rich_text
from policybook.text.rich_text import Line

Form = Literal["text", "quote", "lines", "form", "note"]
FORMS: tuple[Form, ...] = ("text", "quote", "lines", "form", "note")
"""The kinds of provision that look different on a page."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a table."""

    kind: Literal["heading", "text", "table"]
    lines: tuple[Line, ...] = ()
    """The words: a paragraph has one line, unless its line ends matter. A heading has one, without marks."""
    depth: int = 0
    """A heading's level; else how deep in lists it stands, 0 outside them."""
    opens: bool = False
    """Whether a provision or an item begins here, rather than goes on."""
    label: str = ""
    """The number or letter printed before it."""
    mark: str = ""
    """The sign printed instead of a label."""
    id: str = ""
    """The permanent name of the provision or item that begins here."""
    holder: str = ""
    """The permanent name of a provision that has nothing but the list which begins here."""
    numbering: str = ""
    """What the list counts from, at its first item."""
    form: Form = "text"
    rows: tuple[tuple[Line, ...], ...] = ()
    """The cells of a table, row by row, the head first."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A title, blocks in printed order, and the footnotes by name."""

    title: str
    blocks: tuple[Block, ...]
    notes: Mapping[str, Line] = field(default_factory=dict)


def of(text: Text) -> Manuscript:
    """Return a text of the record as it stands on a page."""
    names = text.footnotes
    blocks = tuple(block for provision in text.provisions for block in _outermost(provision, names))
    return Manuscript(
        text.title.strip(), blocks, {name: rich_text.read(" ".join(note.split())) for name, note in names.items()}
    )


def words(block: Block) -> str:
    """Return the words of a block, its lines one under the other."""
    return "\n".join(rich_text.words(line) for line in block.lines)


def plain(shown: Manuscript) -> list[str]:
    """Return what is printed, a line for each paragraph, line and cell: its label, a tab and its words."""
    found = [" ".join(shown.title.split())]
    for block in shown.blocks:
        label = block.label or block.mark
        found.append(" ".join(label.split()) + "\t" if label else "")
        found[-1] += "\n".join(map(_printed, block.lines))
        found += [_printed(cell) for row in block.rows for cell in row]
    found += [f"{name}\t{_printed(words)}" for name, words in sorted(shown.notes.items())]
    return [line for part in found for line in part.split("\n") if line.strip()]


def _printed(line: Line) -> str:
    return "".join(span.note or span.text for span in line)


def cells(rows: Iterable[Iterable[Line]]) -> tuple[tuple[Line, ...], ...]:
    """Return the cells of a table; a head that is strong throughout isn't marked so: it is the head's own form."""
    held = [tuple(row) for row in rows]
    if held and all(span.strong for cell in held[0] for span in cell if span.text):
        held[0] = tuple(rich_text.normal(span._replace(strong=False) for span in cell) for cell in held[0])
    return tuple(held)


def _outermost(provision: Provision, notes: Mapping[str, str]) -> Iterator[Block]:
    id, label, mark = provision.id, provision.label, provision.mark
    if provision.heading:
        heading = rich_text.normal([rich_text.Span(provision.heading)])
        yield Block("heading", (heading,), provision.level, True, label, mark, id)
        id = label = mark = ""
    yield from _prose(provision, 0, bool(id), label, mark, id, notes)
    if provision.rows:
        plain = bool(id) and not (provision.prose.strip() or label or mark)
        yield _table(provision, 0, id if plain else "", notes)
        id = "" if plain else id
    alone = bool(id) and not (provision.prose.strip() or label or mark)
    yield from _items(provision, 1, id if alone else "", notes)


def _items(provision: Provision, depth: int, holder: str, notes: Mapping[str, str]) -> Iterator[Block]:
    numbering = provision.text("numbering")
    for item in provision.items:
        yield from _prose(item, depth, True, item.label, item.mark, item.id, notes, holder, numbering)
        holder = numbering = ""
        if item.rows:
            yield _table(item, depth, "", notes)
        yield from _items(item, depth + 1, "", notes)


def _prose(
    provision: Provision,
    depth: int,
    opens: bool,
    label: str,
    mark: str,
    id: str,
    notes: Mapping[str, str],
    holder: str = "",
    numbering: str = "",
) -> Iterator[Block]:
    """Yield the paragraphs; an item has at least one, which holds its label."""
    form: Form = next((form for form in FORMS if form == provision.kind), "text")
    paragraphs = rich_text.lines(provision.prose, notes)
    if form in ("lines", "form") and paragraphs:
        yield Block("text", paragraphs, depth, opens, label, mark, id, holder, numbering, form)
        return
    bare = opens and not provision.rows and not provision.items
    if not paragraphs and (depth or label or mark or bare):
        yield Block("text", (), depth, opens, label, mark, id, holder, numbering, form)
    for line in paragraphs:
        yield Block("text", (line,), depth, opens, label, mark, id, holder, numbering, form)
        opens, label, mark, id, holder, numbering = False, "", "", "", "", ""


def _table(provision: Provision, depth: int, id: str, notes: Mapping[str, str]) -> Block:
    rows = cells([rich_text.read(cell, notes) for cell in row] for row in provision.rows)
    return Block("table", depth=depth, opens=bool(id), id=id, rows=rows)
