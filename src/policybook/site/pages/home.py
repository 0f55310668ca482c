"""The home page: the manual by series, what changed lately, what is open for comment, what is due."""

from __future__ import annotations

from datetime import timedelta

from policybook.due import wording
from policybook.due.states import SOON
from policybook.due.summary import pending
from policybook.exports import urls
from policybook.model import Policy
from policybook.site import day_variants, metadata, related
from policybook.site.components import proposals
from policybook.site.components.due import told
from policybook.site.components.tables import items, link, paragraph, table
from policybook.site.context import Book
from policybook.site.page import Page, blocks, heading
from policybook.site.pages import search
from policybook.site.pages.changes import ChangeEntry, entries, titled
from policybook.site.pages.policy import series_anchor
from policybook.text.html import Html, join, tag

_LATELY = 5


def page(book: Book) -> Page:
    """Return the home page."""
    say, agency = book.say, book.manual.agency
    mission = agency.get("mission")
    parts: list[str] = [heading(1, say.rich("Policies of {agency}", agency=book.theirs(agency.name)))]
    if mission:
        words = book.theirs(mission["is"] if isinstance(mission, dict) else mission)
        parts.append(paragraph(tag("strong", say("Mission:")), " ", words))
    other = say("Other policies")
    series = [
        (title or other, book.theirs(title) if title else join(other), policies)
        for title, policies in related.by_series(book.manual)
    ]
    opened, lately, pressing = _open(book), _lately(book), _due(book)
    ways: list[tuple[str, str]] = [(f"#{series_anchor(title)}", shown) for title, shown, _ in series]
    ways += [("#lately", say("Recent changes"))] if lately else []
    ways += [("#due", say("Review calendar"))] if pressing else []
    links = [tag("li", tag("a", words, href=where)) for where, words in ways]
    parts += [
        search.form(book, urls.HOME),
        tag("nav", tag("ul", *links), class_="pb-ways", aria_label=say("On this page")),
    ]
    parts += opened
    for title, shown, policies in series:
        parts += [heading(2, shown, series_anchor(title)), _series(book, policies, title)]
    parts += [*lately, *pressing]
    description = say("The policies of {agency}: their text, since when, and who is responsible.", agency=agency.name)
    more = metadata.of_page(book, urls.HOME, agency.name, description, metadata.feed(book, urls.HOME))
    return Page(urls.HOME, agency.name, description, blocks(*parts), head=more)


def _series(book: Book, policies: list[Policy], name: str) -> Html:
    say = book.say
    rows = [
        (
            link(book.theirs(f"{policy.code} {policy.title}"), urls.policy(policy.code), urls.HOME),
            _standing(book, policy),
        )
        for policy in policies
    ]
    return table((say("Policy"), say("Status")), rows, name)


def _standing(book: Book, policy: Policy) -> Html:
    """Return how a policy stands, on each day from today on."""
    days = (book.manual.as_of, *policy.turns(book.manual.as_of))
    return day_variants.by_day([(day, join(wording.standing(policy, day, book.say))) for day in days])


def _open(book: Book) -> list[str]:
    """Return what is open for comment."""
    found = [
        join(
            link(
                book.theirs(f"{policy.code} {proposal.title or policy.title}"),
                urls.proposal(policy.code, proposal.id),
                urls.HOME,
            ),
            join(": ", book.theirs(proposal.text("summary").rstrip("."))) if proposal.text("summary") else "",
            " (",
            proposals.comment_window(book, proposal),
            ")",
        )
        for policy in book.manual
        for proposal in policy.proposals
        if proposals.is_open(book, proposal)
    ]
    if not found:
        return []
    return [heading(2, join(book.say("Open for comment")), "open"), items(found)]


def _lately(book: Book) -> list[str]:
    found = entries(book)[:_LATELY]
    if not found:
        return []
    all_of_them = link(book.say("All changes"), urls.CHANGES, urls.HOME)
    listed = [_entry(book, entry) for entry in found]
    return [
        heading(2, join(book.say("Recent changes")), "lately"),
        items(listed),
        paragraph(all_of_them),
    ]


def _entry(book: Book, entry: ChangeEntry) -> Html:
    return join(entry.when, ": ", link(titled(book, entry), entry.url, urls.HOME))


def _due(book: Book) -> list[str]:
    """Return what is late or falls due soon, the oldest first."""
    soon = book.manual.as_of + timedelta(days=SOON)
    found = [one for one in pending(book.manual, book.say) if one.on is not None and one.on <= soon]
    if not found:
        return []
    say = book.say
    title = say("Review calendar")
    return [
        heading(2, join(title), "due"),
        items(told(book, one, urls.HOME) for one in found[:_LATELY]),
        paragraph(link(say("The whole calendar"), urls.CALENDAR, urls.HOME)),
    ]
