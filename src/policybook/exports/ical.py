"""Export what is due as iCalendar (RFC 5545)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event, Timezone

from policybook.due import summary
from policybook.due.obligation import Obligation
from policybook.exports import urls
from policybook.model import Manual
from policybook.text.i18n import Say


def ics(manual: Manual, say: Say, site_url: str = "", listed: Iterable[Obligation] | None = None) -> bytes:
    """Return the calendar: an all-day event on the day by which each thing is due, of all or of those `listed`.

    What is overdue stands on the manual's day, where people look, until it is done.
    A review or monitoring is in it only where one is on record and the cadence isn't merely assumed.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//Policybook//{manual.agency.name}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", say("Reviews of {agency}", agency=manual.agency.name))
    dated = [one for one in (summary.pending(manual, say) if listed is None else listed) if one.on is not None]
    names: Counter[str] = Counter()
    for one in dated:
        if one.on is not None:
            names[_name(one)] += 1
            name = f"{_name(one)}\n{names[_name(one)]}"
            calendar.add_component(_event(one, one.on, name, manual, say, site_url))
    if not dated:  # a calendar must hold at least one component
        calendar.add_component(Timezone.from_tzid("UTC"))
    written = calendar.to_ical()
    assert isinstance(written, bytes)
    return written


def _event(one: Obligation, day: date, name: str, manual: Manual, say: Say, site_url: str) -> Event:
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, name)}@policybook")
    event.add("dtstamp", datetime.combine(manual.as_of, time(), UTC))
    shown = max(day, manual.as_of)
    event.add("dtstart", shown)
    event.add("dtend", shown + timedelta(days=1))
    late = one.is_late(manual.as_of)
    line = summary.line(one, say)
    event.add("summary", say("Overdue since {date}: {what}", date=say.day(day), what=line) if late else line)
    owner = manual.body_name(one.by) if one.by else ""
    if owner and one.kind == "review":
        event.add("description", say("{body} is the owner.", body=owner))
    elif owner:
        event.add("description", say("{body} must act; {stands}.", body=owner, stands=summary.progress(one, say)))
    if site_url:
        event.add("url", site_url + urls.obligation(one))
    event.add("transp", "TRANSPARENT")
    return event


def _name(one: Obligation) -> str:
    """Return what identifies an event: what is to be done, so that neither order nor the agency's name matters."""
    if one.kind == "review":
        return f"policybook:{urls.obligation(one)}"
    return "\n".join((f"policybook:{one.place.path}", one.kind, one.by, " ".join(one.what.split())))
