"""The calendar of what is due, as iCalendar (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from policybook.site.components.due import Pending, pending
from policybook.site.context import Book


def ics(book: Book, listed: Iterable[Pending] | None = None) -> bytes:
    """Return the calendar: an all-day event on the day by which each thing is due, of all or of those `listed`.

    A review or monitoring is in it only where one is on record and the cadence isn't merely assumed.
    """
    say, agency = book.say, book.manual.agency
    calendar = Calendar()
    calendar.add("prodid", f"-//Policybook//{agency.name}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", say("Reviews of {agency}", agency=agency.name))
    for one in pending(book) if listed is None else listed:
        if one.on is not None:
            calendar.add_component(_event(book, one, one.on))
    written = calendar.to_ical()
    assert isinstance(written, bytes)
    return written


def _event(book: Book, one: Pending, day: date) -> Event:
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, _name(book, one))}@policybook")
    event.add("dtstamp", datetime.combine(book.manual.as_of, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", one.said(book))
    owner = book.manual.body_name(one.by) if one.by else ""
    if owner and one.promise:
        event.add("description", book.say("{body} is the owner.", body=owner))
    elif owner:
        event.add("description", book.say("{body} must act; {stands}.", body=owner, stands=one.stands(book)))
    if book.site_url:
        event.add("url", book.absolute(one.url))
    event.add("transp", "TRANSPARENT")
    return event


def _name(book: Book, one: Pending) -> str:
    """Return what an event is known by for ever: the place in the record, so that a changed day moves it."""
    agency = f"policybook:{book.manual.agency.name}"
    if one.owed is None:
        return f"{agency}/{one.url}"
    place = one.owed.place
    return f"{agency}/{place.path}#{'/'.join(map(str, place.route))}"
