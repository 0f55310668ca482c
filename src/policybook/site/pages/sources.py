"""The sources: each document that facts came from, with its text where it is held."""

from __future__ import annotations

from collections.abc import Iterator

from policybook import inline
from policybook.html import Html, join, tag
from policybook.model import Manual, Source
from policybook.site import urls
from policybook.site.page import Page, blocks, heading

_FIELDS = {
    "author": "Author",
    "publisher": "Publisher",
    "published": "Published",
    "retrieved": "Retrieved",
    "licence": "Licence",
    "attribution": "Attribution",
    "sha256": "SHA-256 of the text as kept here",
}


def pages(manual: Manual) -> Iterator[Page]:
    """Yield the list of sources and a page for each."""
    listed = [
        tag("li", tag("a", source.title, href=urls.relative(urls.source(source.id), urls.SOURCES)))
        for source in manual.sources.values()
    ]
    body = blocks(heading(1, join("Sources")), tag("ul", *listed) if listed else tag("p", "No sources are on record."))
    yield Page(
        urls.SOURCES, "Sources", f"The documents that facts in the manual of {manual.agency.name} came from.", body
    )
    for source in manual.sources.values():
        yield _page(source)


def _page(source: Source) -> Page:
    rows = [
        part
        for key, term in _FIELDS.items()
        if source.text(key)
        for part in (tag("dt", term), tag("dd", source.text(key)))
    ]
    address = source.text("url")
    if address and inline.safe(address):
        rows += [tag("dt", "Address"), tag("dd", tag("a", address, href=address))]
    body = blocks(
        heading(1, join(source.title)),
        tag("dl", *rows, class_="pb-facts") if rows else "",
        tag("p", source.text("note")) if source.text("note") else "",
        heading(2, join("Its text")),
        _words(source),
    )
    return Page(urls.source(source.id), source.title, f"A source of the manual: {source.title}.", body, search=False)


def _words(source: Source) -> Html:
    if source.words is None:
        return tag("p", "The text is not held here. ", source.text("not_held"))
    paragraphs = [part for part in source.words.split("\n\n") if part.strip()]
    return tag("div", *(tag("p", " ".join(part.split())) for part in paragraphs), class_="pb-source")
