"""A team's meetings: when it meets next, how it has kept its meetings, and what it worked on."""

from __future__ import annotations

from datetime import timedelta

from policybook.due import meetings, steps, wording
from policybook.due.meetings import Clock
from policybook.exports import urls
from policybook.model import Body, Item, Meeting
from policybook.site import day_variants
from policybook.site.components.tables import items, link, paragraph
from policybook.site.context import Book
from policybook.site.page import heading
from policybook.text.html import Html, join, tag
from policybook.text.i18n import mark

DID = {
    "considered": mark("considered"),
    "designed": mark("designed"),
    "reviewed": mark("reviewed"),
    "decided": mark("decided"),
}

_LAST = 6
"""So many meetings are listed; the others are in the record."""


def section(book: Book, body: Body, page: str) -> list[str]:
    """Return the section on a team's meetings, or nothing where none is on record."""
    clock = meetings.of_body(book.manual, body)
    if not clock.held:
        return []
    say = book.say
    ended = body.ended is not None and body.ended.earliest <= book.manual.as_of
    parts = [paragraph(say.rich("Next meeting: {when}", when=_next(book, clock)))] if not ended else []
    if clock.kept + clock.late + clock.missed:
        counts = say(
            "Held in time: {kept}. Held late: {late}. Not held: {missed}.",
            kept=clock.kept,
            late=clock.late,
            missed=clock.missed,
        )
        parts.append(paragraph(counts))
    told = items(_told(book, one, page) for one in reversed(clock.held[-_LAST:]))
    return [heading(2, join(say("Meetings")), "meetings"), *parts, told]


def _next(book: Book, clock: Clock) -> Html:
    """Return by when the team meets next; true on each day without a build."""
    on_time, late = (join(wording.next_meeting(clock, after, book.say)) for after in (False, True))
    if clock.on is None:
        return on_time
    marked = tag("strong", late, class_="pb-overdue")
    day = clock.on + meetings.GRACE + timedelta(days=1)
    if day <= book.manual.as_of:
        return marked
    return day_variants.by_day([(book.manual.as_of, on_time), (day, marked)])


def _told(book: Book, one: Meeting, page: str) -> Html:
    say, present, members = book.say, one.get("present"), one.get("of")
    attended = ""
    if present is not None and members is not None:
        attended = say(", {present} of {members} members present", present=present, members=members)
    minutes = join(", ", tag("a", say("minutes"), href=one.text("minutes"))) if one.text("minutes") else ""
    listed = items(_item(book, item, page) for item in one.items) if one.items else ""
    return join(say.date(one.day), attended, minutes, listed)


def _item(book: Book, item: Item, page: str) -> Html:
    say, policy = book.say, steps.policy_of(book.manual, item)
    outcome = book.theirs(item.text("outcome"))
    said = say(DID[item.did]).capitalize()
    if policy is None:
        return join(said, ": ", outcome) if outcome else join(said)
    strategy = policy.strategies_by_id.get(item.strategy)
    name = f"{policy.code} {strategy.title if strategy else policy.title}"
    where = f"{urls.policy(policy.code)}#strategy-{strategy.id}" if strategy else urls.policy(policy.code)
    return join(said, ": ", link(book.theirs(name), where, page), join(". ", outcome) if outcome else "")
