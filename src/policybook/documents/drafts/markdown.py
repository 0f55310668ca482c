"""Read an edited text in Markdown as blocks: CommonMark with tables, and footnotes as `[^1]: words`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from markdown_it import MarkdownIt

from policybook.documents.manuscript import Block, Form, Manuscript, cells
from policybook.text import rich_text
from policybook.text.rich_text import Line, Span

_NOTE = re.compile(r"\[\^([a-z0-9-]+)\]:\s+")
_MARK = re.compile(r"\[\^([a-z0-9-]+)\]")
_DEEPEST = 4


def read(text: str) -> Manuscript:
    """Return a text in Markdown as blocks: a lone heading of the first level at its beginning is its title."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 40}).enable("table").disable("reference")
    reader = _Reader()
    for token in parser.parse(text):
        reader.take(token)
    blocks = reader.blocks
    firsts = [block for block in blocks if block.kind == "heading" and block.depth == 1]
    title = ""
    if len(firsts) == 1 and blocks[0] is firsts[0]:
        title = " ".join(rich_text.words(line) for line in firsts[0].lines)
        blocks = blocks[1:]
    above = min((block.depth for block in blocks if block.kind == "heading"), default=1) - 1
    return Manuscript(title, tuple(_raised(block, above) for block in blocks), reader.notes)


def _raised(block: Block, by: int) -> Block:
    return replace(block, depth=min(block.depth - by, _DEEPEST)) if block.kind == "heading" else block


class _Reader:
    """What was read so far, and where in the text the next token stands."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.notes: dict[str, Line] = {}
        self._lists: list[tuple[str, int]] = []
        """The open lists: what follows the number of an ordered one, empty for signs, and the next number."""
        self._begins = False
        self._quotes = 0
        self._heading = 0
        self._rows: list[list[Line]] | None = None

    def take(self, token: Any) -> None:
        """Take in the next token."""
        kind: str = token.type
        if kind == "heading_open":
            self._heading = int(token.tag[1:])
        elif kind in ("bullet_list_open", "ordered_list_open"):
            start = token.attrGet("start")
            self._lists.append(
                (token.markup if kind == "ordered_list_open" else "", 1 if start is None else int(start))
            )
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif kind == "list_item_open":
            self._begins = True
        elif kind in ("blockquote_open", "blockquote_close"):
            self._quotes += 1 if kind == "blockquote_open" else -1
        elif kind == "table_open":
            self._rows = []
        elif kind == "tr_open" and self._rows is not None:
            self._rows.append([])
        elif kind == "table_close" and self._rows is not None:
            self.blocks.append(Block("table", depth=len(self._lists), rows=cells(self._rows)))
            self._rows = None
        elif kind == "inline":
            self._inline(list(_lines(token.children or ())))
        elif kind in ("fence", "code_block"):
            found = (rich_text.normal([Span(line)]) for line in token.content.split("\n"))
            self.blocks.append(Block("text", tuple(line for line in found if line), opens=True, form="form"))

    def _inline(self, lines: list[list[Span]]) -> None:
        together = rich_text.normal(_noted(span for line in lines for span in (*line, Span(" "))))
        if self._rows is not None:
            self._rows[-1].append(together)
        elif self._heading:
            words = rich_text.normal([Span(rich_text.words(together))])
            self.blocks.append(Block("heading", (words,), self._heading, True))
            self._heading = 0
        elif lines and _NOTE.match(_said(lines[0])) and not self._lists:
            self._footnotes(lines)
        elif self._lists:
            self._item(together)
        elif together:
            form: Form = "quote" if self._quotes else "text"
            self.blocks.append(Block("text", (together,), opens=True, form=form))

    def _footnotes(self, lines: list[list[Span]]) -> None:
        name = ""
        for line in lines:
            match = _NOTE.match(_said(line))
            if match:
                name = match[1]
                line[0] = line[0]._replace(text=line[0].text[match.end() :])
            self.notes[name] = rich_text.normal([*self.notes.get(name, ()), Span(" "), *_noted(line)])

    def _item(self, line: Line) -> None:
        label = mark = ""
        if self._begins:
            after, number = self._lists[-1]
            label, mark = (f"{number}{after}", "") if after else ("", "•")
            self._lists[-1] = (after, number + 1)
        self.blocks.append(Block("text", (line,), len(self._lists), self._begins, label, mark))
        self._begins = False


def _lines(tokens: Sequence[Any]) -> Iterator[list[Span]]:
    """Yield the spans of each line of a paragraph as it was typed."""
    line: list[Span] = []
    form = Span("")
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            yield line
            line = []
        elif token.type in ("text", "code_inline") or token.type == "image":
            line.append(form._replace(text=token.content))
        elif token.type in ("strong_open", "strong_close"):
            form = form._replace(strong=token.type == "strong_open")
        elif token.type in ("em_open", "em_close"):
            form = form._replace(emphasis=token.type == "em_open")
        elif token.type == "link_open":
            form = form._replace(link=rich_text.leads(str(token.attrGet("href") or "")))
        elif token.type == "link_close":
            form = form._replace(link="")
    yield line


def _noted(line: Iterable[Span]) -> Iterator[Span]:
    """Yield spans with the marks of footnotes in them as such."""
    for span in line:
        for at, part in enumerate(_MARK.split(span.text)):
            if at % 2:
                yield Span("", note=part)
            elif part or span.note:
                yield span._replace(text=part)


def _said(line: list[Span]) -> str:
    return line[0].text if line else ""
