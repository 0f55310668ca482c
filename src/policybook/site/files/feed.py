"""The feed of what the board did and what is proposed, as Atom (RFC 4287)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from uuid import NAMESPACE_URL, uuid5

from feedgen.feed import FeedGenerator

from policybook.exports import urls
from policybook.site.components import proposals
from policybook.site.context import Book
from policybook.site.pages.changes import ChangeEntry, entries

LONGEST = 50
"""How many entries the feed holds, the newest."""


def atom(book: Book) -> bytes:
    """Return the feed; an act without a known day is dated by the latest it can be, one without any is left out."""
    say, agency = book.say, book.manual.agency
    dated = [entry for entry in entries(book) if entry.day is not None and entry.day.earliest <= book.manual.as_of]
    feed = FeedGenerator()
    feed.id(_id(book, urls.CHANGES))
    feed.title(say("What the board of {agency} did", agency=agency.name))
    feed.author({"name": agency.name})
    feed.language(agency.language)
    feed.generator("Policybook")
    if book.site_url:
        feed.link(href=book.absolute(urls.FEED), rel="self")
        feed.link(href=book.absolute(urls.CHANGES), rel="alternate")
    feed.updated(_moment(max((_day(book, entry) for entry in dated), default=book.manual.as_of)))
    for entry in reversed(dated[:LONGEST]):  # feedgen puts each new entry first
        one = feed.add_entry()
        one.id(_id(book, entry.url))
        one.title(entry.title)
        one.updated(_moment(_day(book, entry)))
        one.link(href=book.absolute(entry.url) if book.site_url else urls.relative(entry.url, urls.CHANGES))
        one.summary(_summary(book, entry))
    written = feed.atom_str(pretty=True)
    assert isinstance(written, bytes)
    return written


def _id(book: Book, url: str) -> str:
    """Return an identifier that stays the same wherever the site stands."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'policybook:{book.manual.agency.name}/{url}')}"


def _day(book: Book, entry: ChangeEntry) -> date:
    return min(entry.day.latest, book.manual.as_of) if entry.day else book.manual.as_of


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _summary(book: Book, entry: ChangeEntry) -> str:
    revision = entry.revision
    if not revision.done:
        return f"{proposals.stage(book, revision)}. {revision.text('summary')}".strip()
    effective = revision.effective
    words = book.say("In force from {date}.", date=book.say.date(effective)) if effective else ""
    return f"{entry.when}. {words} {revision.text('reason')}".strip()
