"""Represent a line of prose as styled spans, as Word, PDF and Markdown need it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import groupby

from policybook.text import markup as inline
from policybook.text.markup import Span as Span

_MARKS = re.compile(r"[\\*\[\]]|\((?=policy:)")
_LINKS = ("http://", "https://", "mailto:", "policy:")
_UNSAFE = re.compile(r"[\s()<>\\]")


Line = tuple[Span, ...]
_BARE = Span("")


def read(prose: str, notes: Collection[str] | None = None) -> Line:
    """Return one paragraph of prose with inline marks as spans.

    Where `notes` names the footnotes there are, the mark of any other is words, as it is printed.
    """
    return normal(_flat(inline.parse(prose), _BARE, notes))


def lines(prose: str, notes: Collection[str] | None = None) -> tuple[Line, ...]:
    """Return the paragraphs of prose with inline marks, those that are empty left out."""
    return tuple(line for line in (read(part, notes) for part in prose.splitlines()) if line)


def words(line: Line) -> str:
    """Return the words of a line without their form."""
    return "".join(span.text for span in line)


def leads(target: str) -> str:
    """Return where a link leads, with signs that would end it spelt out; empty where it may not lead there."""
    if not target.lower().startswith(_LINKS):
        return ""
    return _UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), target)


def normal(line: Iterable[Span]) -> Line:
    """Return a line in NFC with single spaces, none at its ends, and neighbours of one form joined.

    A space has the form that the words on both sides of it share, so that where a form begins and ends
    doesn't depend on who typed it.
    """
    pieces: list[Span] = []
    for span in line:
        if span.note:
            pieces.append(Span("", note=span.note))
        for part in re.split(r"(\s+)", unicodedata.normalize("NFC", span.text)):
            if part and not part.isspace():
                pieces.append(span._replace(text=part, note=""))
            elif part and pieces and pieces[-1].text != " ":
                pieces.append(Span(" "))
    if pieces and pieces[-1].text == " ":
        pieces.pop()
    for at, piece in enumerate(pieces):
        if piece.text == " ":
            pieces[at] = _shared(pieces[at - 1], pieces[at + 1])
    return _joined(pieces)


def markup(line: Line) -> str:
    """Return a line as prose with inline marks, which reads back as the same line.

    A mark is escaped only where the words would read as something else without. A form that the markup can't
    hold is left out rather than the words.
    """
    wanted = normal(line)
    for escape in (str, _escaped):
        for forms in (("link", "strong", "emphasis"), ("link", "emphasis", "strong")):
            written = _write(wanted, forms, escape)
            if read(written) == wanted:
                return written
    return _write(normal(Span(span.text, note=span.note) for span in wanted), (), _escaped)


def _flat(nodes: Iterable[inline.Node], form: Span, notes: Collection[str] | None) -> Iterator[Span]:
    for node in nodes:
        if node.kind == "text":
            yield form._replace(text=node.text)
        elif node.kind == "note":
            known = notes is None or node.text in notes
            yield Span("", note=node.text) if known else form._replace(text=f"[^{node.text}]")
        elif node.kind == "link":
            yield from _flat(node.children, form._replace(link=form.link or leads(node.target)), notes)
        elif node.kind == "strong":
            yield from _flat(node.children, form._replace(strong=True), notes)
        else:
            yield from _flat(node.children, form._replace(emphasis=True), notes)


def _shared(before: Span, after: Span) -> Span:
    return Span(
        " ",
        before.strong and after.strong,
        before.emphasis and after.emphasis,
        before.link if before.link == after.link else "",
    )


def _joined(pieces: list[Span]) -> Line:
    found: list[Span] = []
    for form, group in groupby(pieces, key=lambda piece: piece._replace(text="")):
        alike = list(group)
        found += alike if form.note else [form._replace(text="".join(piece.text for piece in alike))]
    return tuple(found)


def _write(line: Iterable[Span], forms: tuple[str, ...], escape: Callable[[str], str]) -> str:
    if not forms:
        return "".join(f"[^{span.note}]" if span.note else escape(span.text) for span in line)
    written = []
    for value, group in groupby(line, key=lambda span: getattr(span, forms[0])):
        inner = _write(group, forms[1:], escape)
        if forms[0] == "link" and value:
            inner = f"[{inner}]({value})"
        elif value:
            mark = "**" if forms[0] == "strong" else "*"
            inner = f"{mark}{inner}{mark}"
        written.append(inner)
    return "".join(written)


def _escaped(words: str) -> str:
    return _MARKS.sub(r"\\\g<0>", words)
