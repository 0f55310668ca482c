"""A page: what a generator needs to know of it, whichever generator that is."""

from __future__ import annotations

import json
from dataclasses import dataclass

from policybook.text.headings import heading as heading


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site, as Markdown: headings are Markdown, words from a record are HTML in raw blocks."""

    url: str
    """Relative to the site, ending with a slash; empty for the home page."""
    title: str
    description: str
    body: str
    head: str = ""
    """What belongs into the page's head beside title, description and canonical address."""
    language: str = ""
    """The language of the whole page, where it isn't the site's."""

    @property
    def path(self) -> str:
        """Return the path of its Markdown file."""
        return f"{self.url}index.md"

    def front(self) -> dict[str, object]:
        """Return what stands in the page's front matter, for a theme that prints it without escaping."""
        front: dict[str, object] = {"title": escape(self.title), "description": escape(self.description)}
        if self.head:
            front["head"] = self.head
        if self.language:
            front["lang"] = self.language
        return front

    def markdown(self) -> str:
        """Return the whole file: front matter (JSON is YAML), then the body."""
        front = (f"{key}: {json.dumps(value)}" for key, value in self.front().items())
        return "\n".join(["---", *front, "---", "", self.body, ""])


def escape(words: str) -> str:
    """Return words for the places where a theme prints them without escaping.

    Braces are escaped too: a generator may take `{{ … }}` in the front matter for a template of its own.
    """
    joined = " ".join(words.split())
    for mark, safe in (
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ('"', "&quot;"),
        ("'", "&#39;"),
        ("{", "&#123;"),
        ("}", "&#125;"),
    ):
        joined = joined.replace(mark, safe)
    return joined


def blocks(*parts: str) -> str:
    """Return the parts of a body, a blank line between them; empty ones are left out."""
    return "\n\n".join(part for part in parts if part)
