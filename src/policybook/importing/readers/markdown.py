"""Read Markdown with front matter of any keys, also front matter that isn't quite YAML."""

from __future__ import annotations

import re

from policybook.documents.drafts import markdown
from policybook.documents.manuscript import Manuscript
from policybook.importing.document import Label, Reading, all_tokens, tokens

_FRONT = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"([A-Za-z][\w .#/-]{0,40}?)\s*[:=]\s*(.*)")


def read(text: str, reading: Reading) -> Manuscript:
    """Return the text; what the front matter says is in `reading.labels`."""
    match = _FRONT.match(text)
    if match:
        _front(match[2], reading)
        reading.words += tokens(match[2])
        reading.leave_out(match[2], "front matter")
        text = text[match.end() :]
    reading.words += _words(text)
    return markdown.read(text)


def _front(text: str, reading: Reading) -> None:
    """Take each `key: value`; a list under a key gives a label for each of its entries."""
    name = ""
    for line in text.split("\n"):
        pair = _PAIR.fullmatch(line.strip()) if line[:1] not in (" ", "\t", "-") else None
        if pair:
            name, value = pair[1], pair[2].strip().strip("\"'")
            inner = re.fullmatch(r"\[(.*)\]", value)
            for part in re.split(r"\s*,\s*", inner[1]) if inner else [value]:
                if part.strip("\"' "):
                    reading.labels.append(Label(name, part.strip("\"' "), "front matter"))
        elif name and line.strip():
            reading.labels.append(Label(name, line.strip().removeprefix("-").strip().strip("\"'"), "front matter"))


def _words(text: str) -> list[str]:
    """Return the words of a text in Markdown, its marks aside, by way of what a browser would print."""
    from lxml import html
    from markdown_it import MarkdownIt

    from policybook.importing.readers.html import texts

    notes = re.sub(r"^\[\^([a-z0-9-]+)\]:\s+", "", text, flags=re.MULTILINE)
    bare = re.sub(r"\[\^[a-z0-9-]+\]", "", notes)
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("reference")
    rendered = parser.render(bare)
    return (
        list(all_tokens(texts(html.document_fromstring(f"<html><body>{rendered}</body></html>"))))
        if rendered.strip()
        else []
    )
