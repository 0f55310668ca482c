"""The bodies: the board, officers, teams and committees, and what each answers for."""

from __future__ import annotations

from collections.abc import Iterator

from policybook.due import wording
from policybook.due.obligation import Obligation
from policybook.due.states import by_state
from policybook.exports import urls
from policybook.model import Body, Fact, Policy
from policybook.model.fact import fact
from policybook.site import metadata
from policybook.site.components import meetings, recommendations, reviews
from policybook.site.components.due import named
from policybook.site.components.facts import bodies, body, sourced
from policybook.site.components.tables import facts, items, link, paragraph, table
from policybook.site.context import Book
from policybook.site.page import Page, blocks, heading
from policybook.text.html import Html, join
from policybook.text.i18n import mark

KINDS = {
    "board": mark("Board"),
    "officer": mark("Officer"),
    "leadership-team": mark("Leadership team"),
    "oversight-team": mark("Oversight team"),
    "action-team": mark("Action team"),
    "department": mark("Department"),
    "committee": mark("Committee"),
}

_MOST = 150
"""So many strategies are listed on the page of the body that owns them, the most pressing first."""


def pages(book: Book) -> Iterator[Page]:
    """Yield the list of bodies and a page for each."""
    say = book.say
    rows = [
        (
            join(link(book.theirs(one.name), urls.body(one.id), urls.BODIES), _ended(book, one)),
            say(KINDS[one.kind]),
            book.theirs(book.manual.body_name(one.text("reports_to"))) if one.text("reports_to") else "",
        )
        for one in book.manual.body_list
    ]
    title = say("Boards and teams")
    shown = (
        table((say("Board or team"), say("Kind"), say("Reports to")), rows, title, wide=True)
        if rows
        else paragraph(say("No boards or teams are recorded."))
    )
    description = say("The board, officers, teams and committees of {agency}.", agency=book.manual.agency.name)
    yield Page(
        urls.BODIES,
        title,
        description,
        blocks(heading(1, join(title)), shown),
        head=metadata.of_page(book, urls.BODIES, title, description),
    )
    for one in book.manual.body_list:
        yield _page(book, one)


def _ended(book: Book, one: Body) -> str:
    """Return that a body ended, and when; nothing of one that goes on."""
    found = fact(one, "ended")
    if found is None or found.when is None or found.when.earliest > book.manual.as_of:
        return ""
    said = book.say("ended {date}", date=book.say.date(found.when))
    return f" ({said})"


def _page(book: Book, one: Body) -> Page:
    say, url = book.say, urls.body(one.id)
    owned = [promise for promise in by_state(book.manual) if promise.by == one.id and promise.strategy is not None]
    kept = [policy for policy in book.manual if (own := book.manual.steward_of(policy)) and own.value == one.id]
    under = [other.id for other in book.manual.body_list if other.text("reports_to") == one.id]
    body_ = blocks(
        heading(1, book.theirs(one.name)),
        _facts(book, one, url, tuple(under)),
        *_owned(book, owned, url),
        *_helps(book, one, url),
        *meetings.section(book, one, url),
        *_kept(book, kept, url),
        *_recommendations(book, one, url),
    )
    description = say("{body} of {agency}: what it owns.", body=one.name, agency=book.manual.agency.name)
    return Page(url, one.name, description, body_, head=metadata.of_page(book, url, one.name, description))


def _facts(book: Book, one: Body, url: str, under: tuple[str, ...]) -> Html:
    say = book.say
    meets = fact(one, "meets")
    whole = Fact(one.data, one.path)
    rows: list[tuple[str, str | Html]] = [
        (say("Kind"), say(KINDS[one.kind])),
        (say("Charge"), _plain(book, one, "charge", url)),
        (say("Reports to"), body(book, one.text("reports_to"), url) if one.text("reports_to") else ""),
        (say("Reports to it"), bodies(book, under, url)),
        (say("Led by"), _plain(book, one, "lead", url)),
        (say("Members"), _members(book, one, url)),
        (say("Seats"), str(one.get("seats") or "")),
        (say("Meets"), sourced(book, wording.interval(meets.value, say), meets, url) if meets and meets.value else ""),
        (say("Established"), _when(book, one, "established", url)),
        (say("Ended"), _when(book, one, "ended", url)),
        (say("Followed by"), body(book, one.text("succeeded_by"), url) if one.text("succeeded_by") else ""),
        (say("How we know"), sourced(book, "", whole, url) if whole.basis else ""),
    ]
    return facts(rows)


def _members(book: Book, one: Body, url: str) -> Html:
    listed = one.get("members")
    if isinstance(listed, list):
        return items(book.theirs(str(member)) for member in listed)
    return _plain(book, one, "members", url)


def _plain(book: Book, one: Body, key: str, url: str) -> Html:
    found = fact(one, key)
    return sourced(book, book.theirs(found.value), found, url) if found and found.value else Html()


def _when(book: Book, one: Body, key: str, url: str) -> Html:
    found = fact(one, key)
    return sourced(book, book.say.date(found.when), found, url) if found and found.when else Html()


def _owned(book: Book, owned: list[Obligation], url: str) -> list[str]:
    if not owned:
        return []
    say = book.say
    rows = [
        (
            link(named(book, promise), urls.obligation(promise), url),
            reviews.last(book, promise),
            reviews.next_due(book, promise),
        )
        for promise in owned[:_MOST]
    ]
    title = say("What it owns")
    head_ = (say("Strategy"), say("Last review"), say("Next review"))
    listed = [heading(2, join(title), "owns"), table(head_, rows, title, wide=True)]
    if len(owned) > _MOST:
        all_ = link(say("Accountability"), urls.ACCOUNTABILITY, url)
        more = say.many("{n} more is due later.", "{n} more are due later.", len(owned) - _MOST)
        listed.append(paragraph(more, " ", all_))
    return listed


def _helps(book: Book, one: Body, url: str) -> list[str]:
    helped = [
        link(named(book, promise), urls.obligation(promise), url)
        for promise in by_state(book.manual)
        if promise.strategy is not None and one.id in promise.strategy.support
    ]
    return [heading(2, join(book.say("Where it helps")), "helps"), items(helped)] if helped else []


def _kept(book: Book, kept: list[Policy], url: str) -> list[str]:
    if not kept:
        return []
    links = [link(book.theirs(f"{policy.code} {policy.title}"), urls.policy(policy.code), url) for policy in kept]
    return [heading(2, join(book.say("Policies whose text it keeps")), "keeps"), items(links)]


def _recommendations(book: Book, one: Body, url: str) -> list[str]:
    found = [
        (policy, asked)
        for policy in book.manual
        for asked in policy.recommendations
        if asked.by == one.id or one.id in asked.to
    ]
    return recommendations.section(book, found, url)
