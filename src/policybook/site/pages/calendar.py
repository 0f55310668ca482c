"""The calendar of what is due: reviews, monitoring, answers and next steps, by month."""

from __future__ import annotations

from itertools import groupby

from policybook.due.summary import pending
from policybook.exports import urls
from policybook.site import metadata
from policybook.site.components.due import told
from policybook.site.components.tables import items, link, paragraph
from policybook.site.context import Book
from policybook.site.page import Page, blocks, heading
from policybook.text.html import join

_MOST = 200
"""So many are listed, that the page doesn't grow with the manual."""


def page(book: Book) -> Page:
    """Return the page; of very many the first are listed, and the file to subscribe to holds all."""
    say, url = book.say, urls.CALENDAR
    title = say("Review calendar")
    scheduled = [(one.on, one) for one in pending(book.manual, book.say) if one.on is not None]
    parts: list[str] = [
        heading(1, join(title)),
        paragraph(
            link(say("Subscribe in a calendar (iCalendar)"), urls.REVIEWS_ICS, url),
            ". ",
            say("Reviews and monitoring are in it only where one is on record and the interval isn't our assumption."),
        ),
    ]
    for (year, month), listed in groupby(scheduled[:_MOST], key=lambda pair: (pair[0].year, pair[0].month)):
        parts.append(heading(2, join(f"{say.month(month)} {year}"), f"month-{year}-{month:02}"))
        parts.append(items(told(book, one, url) for _, one in listed))
    if len(scheduled) > _MOST:
        more = len(scheduled) - _MOST
        said = say.many("{n} more falls due later.", "{n} more fall due later.", more)
        parts.append(paragraph(said, " ", say("The file for calendars holds all of them.")))
    if not scheduled:
        where = link(say("Accountability"), urls.ACCOUNTABILITY, url)
        parts.append(paragraph(say("Nothing has a day by which it is due."), " ", where))
    description = say(
        "The review calendar of {agency}: reviews, monitoring, answers and next steps.",
        agency=book.manual.agency.name,
    )
    return Page(url, title, description, blocks(*parts), head=metadata.of_page(book, url, title, description))
