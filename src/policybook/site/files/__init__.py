"""What the site gives away beside its pages: data, a feed and a calendar; each a pure function from the Book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policybook.exports import duties, ical, json, urls
from policybook.model.duties import of_manual
from policybook.site.context import Book
from policybook.site.files import copies, feed, redirects
from policybook.site.search import files as search


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site that isn't a page."""

    url: str
    """Relative to the site."""
    content: bytes


def all_files(book: Book) -> Iterator[SiteFile]:
    """Yield every such file."""
    yield SiteFile(urls.DATA_INDEX, json.written(json.index(book.manual)))
    for policy in book.manual:
        yield SiteFile(urls.policy_data(policy.code), json.written(json.of_policy(book.manual, policy)))
        for revision in policy.revisions:
            where = urls.revision_data(policy.code, revision.id)
            yield SiteFile(where, json.written(json.of_revision(book.manual, policy, revision)))
            for url, content in copies.of(book, policy, revision):
                yield SiteFile(url, content)
    for url, html in redirects.all_of(book):
        yield SiteFile(f"{url}index.html", html)
    for url, content in search.of_manual(book.manual, book.say):
        yield SiteFile(url, content)
    register = json.written(duties.register(book.manual, of_manual(book.manual)))
    yield SiteFile(urls.DUTIES_JSON, register)
    yield SiteFile(urls.FEED, feed.atom(book))
    yield SiteFile(urls.REVIEWS_ICS, ical.ics(book.manual, book.say, book.site_url))
