"""What the site gives away beside its pages: data, a feed and a calendar; each a pure function from the Book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policybook.site import urls
from policybook.site.book import Book
from policybook.site.files import calendar, copies, data, feed, redirects


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site that isn't a page."""

    url: str
    """Relative to the site."""
    content: bytes


def all_files(book: Book) -> Iterator[SiteFile]:
    """Yield every such file."""
    yield SiteFile(urls.DATA_INDEX, data.written(data.index(book)))
    for policy in book.manual:
        yield SiteFile(urls.policy_data(policy.code), data.written(data.of_policy(book, policy)))
        for revision in policy.revisions:
            where = urls.revision_data(policy.code, revision.id)
            yield SiteFile(where, data.written(data.of_revision(book, policy, revision)))
            for url, content in copies.of(book, policy, revision):
                yield SiteFile(url, content)
    for url, html in redirects.all_of(book):
        yield SiteFile(f"{url}index.html", html)
    yield SiteFile(urls.FEED, feed.atom(book))
    yield SiteFile(urls.REVIEWS_ICS, calendar.ics(book))
