"""Show obligations on a page: what is to be done, who must act, and by when."""

from __future__ import annotations

from datetime import timedelta

from policybook.due import summary
from policybook.due.obligation import Obligation
from policybook.exports import urls
from policybook.site import day_variants
from policybook.site.components import reviews
from policybook.site.components.facts import body
from policybook.site.components.tables import link
from policybook.site.context import Book
from policybook.text.html import Html, join, tag


def named(book: Book, one: Obligation) -> Html:
    """Return what an obligation is about, as a link text."""
    name, how = summary.title_parts(one, book.say)
    return join(book.theirs(name), how)


def told(book: Book, one: Obligation, url: str) -> Html:
    """Return it as one line of a list: what it is, who must act, and by when."""
    owner = join(" (", body(book, one.by, url), ")") if one.by else Html()
    kind = book.say(summary.KINDS[one.kind])
    return join(kind, ": ", link(named(book, one), urls.obligation(one), url), owner, ": ", by_when(book, one))


def by_when(book: Book, one: Obligation) -> Html:
    """Return by when it is to be done; once that day is past, that it is overdue; true on each day without a build."""
    if one.kind == "review":
        return reviews.next_due(book, one)
    words, day = join(summary.deadline(one, book.manual, book.say)), one.on
    if day is None or one.is_late(book.manual.as_of):
        return tag("strong", words, class_="pb-overdue")
    late = tag("strong", book.say("overdue since {date}", date=book.say.day(day)), class_="pb-overdue")
    return day_variants.by_day([(book.manual.as_of, words), (day + timedelta(days=1), late)])
