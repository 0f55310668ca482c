"""What stood on a given day: every stretch of a policy's life as a table, and a field to ask for one day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from policybook.due import wording
from policybook.exports import urls
from policybook.model import Policy
from policybook.model.in_force import Answer
from policybook.site.components.tables import link, paragraph, scrolling, separated
from policybook.site.context import Book
from policybook.site.page import heading
from policybook.text.html import Html, join, tag

Stretch = tuple[date, date | None, tuple[Answer, ...]]
"""The first day, the last (None: as far as is known), and what stands then: more than one answer where uncertain."""


def stretches(policy: Policy) -> Iterator[Stretch]:
    """Yield the stretches of days on which the same stands, the first one first."""
    days = [date.min, *policy.turns(date.min)]
    begun: tuple[date, tuple[Answer, ...]] | None = None
    for day in days:
        answers = policy.standing(day).answers
        if begun is not None and set(map(_key, answers)) == set(map(_key, begun[1])):
            continue
        if begun is not None:
            yield begun[0], day - timedelta(days=1), begun[1]
        begun = (day, answers)
    if begun is not None:
        yield begun[0], None, begun[1]


def section(book: Book, policy: Policy) -> list[str]:
    """Return the part that tells what was in force when, the newest stretch first; nothing where nothing was."""
    listed = [one for one in stretches(policy) if [answer.state for answer in one[2]] != ["not adopted"]]
    if not listed:
        return []
    say, title = book.say, book.say("Text on a given date")
    rows = [
        tag(
            "tr",
            tag("th", _days(book, first, last), scope="row"),
            tag("td", _said(book, policy, answers)),
            data_from=first.isoformat(),
        )
        for first, last, answers in reversed(listed)
    ]
    head = tag("tr", tag("th", say("Days"), scope="col"), tag("th", say("What stood"), scope="col"))
    field = tag(
        "p",
        tag("label", say("On which day?"), " ", tag("input", type="date")),
        " ",
        tag("output", data_before=say("Nothing was adopted yet on that day.")),
        class_="pb-day",
        hidden=True,
    )
    return [
        heading(3, join(title), "on-a-day"),
        field,
        scrolling(tag("table", tag("thead", head), tag("tbody", *rows), class_="pb-table pb-days"), title),
        paragraph(say("Computed from the acts above; days to come may still be changed by another act."), note=True),
    ]


def _key(answer: Answer) -> tuple[str, str, str]:
    return (
        answer.state,
        answer.revision.id if answer.revision else "",
        answer.act.id if answer.act else "",
    )


def _days(book: Book, first: date, last: date | None) -> str:
    say = book.say
    if first == date.min:
        return say("until {last}", last=say.day(last)) if last else say("always, as far as is on record")
    if last is None:
        return say("from {first}", first=say.day(first))
    if last == first:
        return say.day(first)
    return say("{first} to {last}", first=say.day(first), last=say.day(last))


def _said(book: Book, policy: Policy, answers: tuple[Answer, ...]) -> Html:
    say = book.say
    parts = [_answer(book, policy, answer) for answer in answers]
    return parts[0] if len(parts) == 1 else say.rich("perhaps {words}", words=separated(parts, say(", or ")))


def _answer(book: Book, policy: Policy, answer: Answer) -> Html:
    say, text = book.say, answer.revision
    state = say(wording.STATES[answer.state])
    if text is None:
        return join(state)
    where = (urls.revision(policy.code, text.id), urls.policy(policy.code))
    if text.acted is None and text.seen is not None:
        return say.rich("{state}: the text seen on {date}", state=state, date=link(say.date(text.seen), *where))
    return say.rich("{state}: the text of {date}", state=state, date=link(wording.when(text, say), *where))
