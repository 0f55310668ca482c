"""Read Markdown with front matter of any keys, also front matter that isn't quite YAML."""

from __future__ import annotations

import re

from policybook.documents.drafts import markdown
from policybook.documents.manuscript import Block, Manuscript
from policybook.importing import lines, linked
from policybook.importing.document import Label, Reading
from policybook.text import rich_text
from policybook.text.rich_text import Span

_FRONT = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
_QUOTES = " \"'“”‘’"
_PAIR = re.compile(r"([A-Za-z][\w .#/-]{0,40}?)\s*[:=]\s*(.*)")


def read(text: str, reading: Reading) -> Manuscript:
    """Return the text; what the front matter says is in `reading.labels`."""
    match = _FRONT.match(text)
    if match:
        _front(match[2], reading)
        reading.hold(match[2].split("\n"))
        reading.leave_out(match[2], "front matter")
        text = text[match.end() :]
    text = linked.in_markdown(lines.separated(_without_tags(text, reading)))
    reading.hold(_words(text))
    return _with_title(markdown.read(text), text)


_TAG = re.compile(
    r"</?(?:a|b|i|u|em|strong|center|font|span|div|p|sup|sub|small|big|img|hr|details|summary|ins|del|mark|section)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def _without_tags(text: str, reading: Reading) -> str:
    """Return a text without the HTML in it: a break is a line's end, a comment is left out, other tags mean nothing."""
    for comment in re.findall(r"<!--(.*?)-->", text, re.DOTALL):
        reading.hold([comment])
        reading.leave_out(comment, "comment that isn't printed")
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"[ \t]*<br\s*/?>[ \t]*(?:\n(?=[ \t]*<br))?", "\n\n", text, flags=re.IGNORECASE)
    return _TAG.sub("", text)


def _with_title(found: Manuscript, text: str) -> Manuscript:
    """Return a text whose lone first heading is its title only where it is of the first level."""
    if not found.title or re.search(r"^\s{0,3}#\s|^=+\s*$", text, re.MULTILINE):
        return found
    heading = Block("heading", (rich_text.normal([Span(found.title)]),), 1, True)
    return Manuscript("", (heading, *found.blocks), found.notes)


def _front(text: str, reading: Reading) -> None:
    """Take each `key: value`; a list under a key gives a label for each of its entries."""
    name = ""
    for line in text.split("\n"):
        pair = _PAIR.fullmatch(line.strip()) if line[:1] not in (" ", "\t", "-") else None
        if pair:
            name, value = pair[1], pair[2].strip().strip(_QUOTES)
            inner = re.fullmatch(r"\[(.*)\]", value)
            for part in re.split(r"\s*,\s*", inner[1]) if inner else [value]:
                if part.strip(_QUOTES):
                    reading.labels.append(Label(name, part.strip(_QUOTES), "front matter"))
        elif name and line.strip():
            reading.labels.append(Label(name, line.strip().removeprefix("-").strip().strip(_QUOTES), "front matter"))


def _words(text: str) -> list[str]:
    """Return the words of a text in Markdown, its marks aside, by way of what a browser would print."""
    from lxml import html
    from markdown_it import MarkdownIt

    from policybook.importing.readers.html import texts

    notes = re.sub(r"^\[\^([a-z0-9-]+)\]:\s+", "", text, flags=re.MULTILINE)
    bare = re.sub(r"\[\^[a-z0-9-]+\]", "", notes)
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("reference")
    rendered = parser.render(bare)
    page = f"<html><body>{rendered}</body></html>"
    return list(texts(html.document_fromstring(page))) if rendered.strip() else []
