"""The pages, one module for each kind; each is a pure function from the Book."""

from __future__ import annotations

from collections.abc import Iterator

from policybook.site.context import Book, shown
from policybook.site.page import Page
from policybook.site.pages import (
    accountability,
    bodies,
    changes,
    checks,
    data,
    help,
    home,
    policy,
    proposal,
    redline,
    revision,
    sources,
    status,
    translation,
)


def all_pages(book: Book) -> Iterator[Page]:
    """Yield every page of the site."""
    yield home.page(book)
    brief = _too_long(book)
    for one in book.manual:
        yield policy.page(book, one, brief)
        yield from revision.pages(book, one)
        yield from redline.pages(book, one)
        yield from proposal.pages(book, one)
        yield from translation.pages(book, one)
    yield from accountability.pages(book)
    yield from bodies.pages(book)
    yield changes.page(book)
    yield from sources.pages(book)
    yield status.page(book)
    yield data.page(book)
    yield from help.pages(book)
    yield from checks.pages(book)


def _too_long(book: Book) -> bool:
    """Say whether the texts in force are too long together for the search to take in whole."""
    length = 0
    for one in book.manual:
        text, _ = shown(one, book.manual)
        length += sum(map(len, text.glance.prose)) if text is not None else 0
        if length > book.search_limit:
            return True
    return False
