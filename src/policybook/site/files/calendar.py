"""The calendar of reviews, as iCalendar (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from policybook.site.book import Book
from policybook.site.parts.promises import Promise, promises


def ics(book: Book, listed: Iterable[Promise] | None = None) -> bytes:
    """Return the calendar: an all-day event on the day by which each review is due, of all or of those `listed`.

    It holds only what follows from a recorded review and a cadence that isn't merely assumed.
    """
    say, agency = book.say, book.manual.agency
    calendar = Calendar()
    calendar.add("prodid", f"-//Policybook//{agency.name}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", say("Reviews of {agency}", agency=agency.name))
    for promise in promises(book) if listed is None else listed:
        if promise.due.on is not None:
            calendar.add_component(_event(book, promise))
    written = calendar.to_ical()
    assert isinstance(written, bytes)
    return written


def _event(book: Book, promise: Promise) -> Event:
    assert promise.due.on is not None
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'policybook:{book.manual.agency.name}/{promise.url}')}@policybook")
    event.add("dtstamp", datetime.combine(book.manual.as_of, time(), UTC))
    event.add("dtstart", promise.due.on)
    event.add("dtend", promise.due.on + timedelta(days=1))
    event.add("summary", book.say("Review due: {what}", what=promise.title))
    owner = book.manual.body_name(promise.owner) if promise.owner else ""
    if owner:
        event.add("description", book.say("{body} answers for it.", body=owner))
    if book.site_url:
        event.add("url", book.absolute(promise.url))
    event.add("transp", "TRANSPARENT")
    return event
