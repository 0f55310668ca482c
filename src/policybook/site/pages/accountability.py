"""Who answers for what: every strategy by state, in one table, and by body; the calendar of what is due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from policybook.due import kept, wording
from policybook.due.obligation import Obligation
from policybook.due.states import STATES, by_state, state
from policybook.due.summary import pending
from policybook.exports import urls
from policybook.model import natural
from policybook.site import metadata
from policybook.site.components import chart, reviews
from policybook.site.components.due import named, told
from policybook.site.components.facts import body, known
from policybook.site.components.tables import items, link, paragraph, table
from policybook.site.context import Book
from policybook.site.page import Page, blocks, heading
from policybook.text.html import Html, join, tag
from policybook.text.i18n import Say


def pages(book: Book) -> Iterator[Page]:
    """Yield the page of accountability and the calendar."""
    yield _page(book)
    yield _calendar(book)


def _states(say: Say) -> dict[str, str]:
    return {
        "overdue": say("Overdue"),
        "soon": say("Due within 90 days"),
        "later": say("Due later"),
        "no review": say("No review on record here"),
        "assumed cadence": say("No review cycle recorded; ours is a suggestion"),
        "no cadence": say("No review cycle recorded"),
        "as needed": say("As needed"),
        "ended": say("Ended"),
        "not in force": say("Not in force"),
    }


def _page(book: Book) -> Page:
    say, url = book.say, urls.ACCOUNTABILITY
    listed = by_state(book.manual)
    strategies = [promise for promise in listed if promise.strategy is not None]
    texts = [promise for promise in listed if promise.strategy is None and promise.why != "not in force"]
    parts: list[str] = [
        heading(1, join(say("Accountability"))),
        paragraph(
            say(
                "Every strategy should have one owner and a review cycle. Where the record names none, this page says so."
            ),
            " ",
            link(say("How we know is explained here."), f"{urls.HELP}#known", url),
        ),
        paragraph(link(say("Review calendar"), urls.CALENDAR, url)),
        *(_of_strategies(book, strategies, url) or [paragraph(say("No strategies are on record."))]),
        *_of_texts(book, texts, url),
        *_kept(book),
    ]
    title = say("Accountability")
    description = say(
        "Every strategy of {agency}: its owner, its last review and when the next one is due.",
        agency=book.manual.agency.name,
    )
    return Page(url, title, description, blocks(*parts), head=metadata.of_page(book, url, title, description))


def _of_strategies(book: Book, listed: list[Obligation], url: str) -> list[str]:
    say = book.say
    if not listed:
        return []
    return [
        heading(2, join(say("By state")), "state"),
        paragraph(say("As of {date}.", date=say.day(book.manual.as_of))),
        _counts(book, listed),
        heading(2, join(say("By strategy")), "strategies"),
        _table(book, listed, say("Strategies"), url),
        heading(2, join(say("By body")), "bodies"),
        _bodies(book, listed, url),
    ]


def _of_texts(book: Book, listed: list[Obligation], url: str) -> list[str]:
    say = book.say
    if not listed:
        return []
    title = heading(2, join(say("The policies' own texts")), "policies")
    return [title, _table(book, listed, say("Policies"), url)]


def _counts(book: Book, listed: list[Obligation]) -> Html:
    said = _states(book.say)
    found = []
    for group in STATES:
        members = [promise for promise in listed if state(promise, book.manual.as_of) == group]
        if members:
            links = [link(named(book, promise), urls.obligation(promise), urls.ACCOUNTABILITY) for promise in members]
            found.append(join(tag("strong", f"{said[group]}: {len(members)}"), items(links)))
    return items(found)


def _table(book: Book, listed: list[Obligation], name: str, url: str) -> Html:
    say, manual = book.say, book.manual
    rows = []
    for promise in sorted(listed, key=lambda one: natural(one.policy.code)):
        owner = promise.strategy.owner_on(manual.as_of) if promise.strategy else manual.steward_of(promise.policy)
        held = promise.cadence
        often = wording.interval(held.value, say) if held and held.value else say("not recorded")
        owned_by = body(book, promise.by, url) if promise.by else join(say("not recorded"))
        rows.append(
            (
                link(named(book, promise), urls.obligation(promise), url),
                known(book, owned_by, owner, url) if owner else owned_by,
                known(book, often, held, url),
                reviews.last(book, promise),
                reviews.next_due(book, promise),
            )
        )
    head_ = (say("What"), say("Owner"), say("Review cycle"), say("Last review"), say("Next review"))
    return table(head_, rows, name, wide=True)


def _bodies(book: Book, listed: list[Obligation], url: str) -> Html:
    found: dict[str, list[Obligation]] = defaultdict(list)
    for promise in listed:
        found[promise.by].append(promise)
    order = [one.id for one in book.manual.body_list if one.id in found]
    rest = [id for id in found if id not in order]
    entries = []
    for id in [*order, *rest]:
        whose = body(book, id, url) if id else join(book.say("not recorded"))
        entries.append(
            join(whose, items(link(named(book, promise), urls.obligation(promise), url) for promise in found[id]))
        )
    return items(entries)


def _kept(book: Book) -> list[str]:
    years = kept.by_year(book.manual)
    if not years:
        return []
    return [heading(2, join(book.say("Reviews over time")), "kept"), chart.of_reviews(book, years)]


def _calendar(book: Book) -> Page:
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
    for (year, month), listed in groupby(scheduled, key=lambda pair: (pair[0].year, pair[0].month)):
        parts.append(heading(2, join(f"{say.month(month)} {year}"), f"month-{year}-{month:02}"))
        parts.append(items(told(book, one, url) for _, one in listed))
    if not scheduled:
        where = link(say("Accountability"), urls.ACCOUNTABILITY, url)
        parts.append(paragraph(say("Nothing has a day by which it is due."), " ", where))
    description = say(
        "The review calendar of {agency}: reviews, monitoring, answers and next steps.",
        agency=book.manual.agency.name,
    )
    return Page(url, title, description, blocks(*parts), head=metadata.of_page(book, url, title, description))
