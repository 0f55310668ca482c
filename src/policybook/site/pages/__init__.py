"""The pages, one module for each kind; each is a pure function from the Book."""

from __future__ import annotations

from collections.abc import Iterator

from policybook.site.context import Book
from policybook.site.page import Page
from policybook.site.pages import (
    accountability,
    bodies,
    calendar,
    changes,
    checks,
    data,
    duties,
    help,
    home,
    law,
    policy,
    proposal,
    redline,
    revision,
    search,
    sources,
    status,
    translation,
)


def all_pages(book: Book) -> Iterator[Page]:
    """Yield every page of the site."""
    yield home.page(book)
    for one in book.manual:
        yield policy.page(book, one)
        yield from revision.pages(book, one)
        yield from redline.pages(book, one)
        yield from proposal.pages(book, one)
        yield from translation.pages(book, one)
    yield from accountability.pages(book)
    yield calendar.page(book)
    yield from bodies.pages(book)
    yield changes.page(book)
    yield from sources.pages(book)
    yield status.page(book)
    yield data.page(book)
    yield from duties.pages(book)
    yield from law.pages(book)
    yield search.page(book)
    yield from help.pages(book)
    yield from checks.pages(book)
