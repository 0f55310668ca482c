"""Facts with how they are known: stated, inferred or assumed, and the source's own words."""

from __future__ import annotations

from policybook.due import wording
from policybook.exports import urls
from policybook.model import Fact
from policybook.site.components.tables import link, paragraph
from policybook.site.context import Book
from policybook.text import markup
from policybook.text.html import Html, join, tag


def known(book: Book, value: str | Html, fact: Fact | None, page: str, notes: bool = True) -> Html:
    """Return a value with how it is known, and with `notes` the note that says more."""
    if fact is None:
        return join(value)
    said = wording.basis(fact, book.say)
    mark = (
        tag("a", said, href=f"{urls.relative(urls.HELP, page)}#known", class_=f"pb-basis pb-basis-{fact.basis}")
        if said
        else Html()
    )
    note = paragraph(book.theirs(fact.note), note=True) if fact.note and notes else Html()
    return join(value, " " if said else "", mark, note)


def sourced(book: Book, value: str | Html, fact: Fact | None, page: str) -> Html:
    """Return a value with how it is known, and the source's own words where it names one."""
    return join(known(book, value, fact, page), said_by(book, fact, page) if fact is not None else Html())


def body(book: Book, id: str, page: str) -> Html:
    """Return a body's name, with a link to its page where it has one."""
    name = book.theirs(book.manual.body_name(id))
    return link(name, urls.body(id), page) if id in book.manual.bodies else name


def bodies(book: Book, ids: tuple[str, ...], page: str) -> Html:
    """Return the names of several bodies."""
    return join(*(piece for at, id in enumerate(ids) for piece in ((", " if at else ""), body(book, id, page))))


def said_by(book: Book, fact: Fact, page: str) -> Html:
    """Return a fact's source and its wording, or nothing where it names none."""
    if not fact.source:
        return Html()
    source = book.manual.sources.get(fact.source)
    named = link(book.theirs(source.title if source else fact.source), urls.source(fact.source), page)
    if fact.quote:
        return paragraph(
            book.say.rich("Source: {source}: {quote}", source=named, quote=tag("q", book.theirs(fact.quote))), note=True
        )
    return paragraph(book.say.rich("Source: {source}.", source=named), note=True)


def outside(words: str | Html, target: str) -> Html:
    """Return a link to another site, or the words alone where the link may not be followed."""
    return tag("a", words, href=target) if target and markup.safe(target) else join(words)


def agency_policies(book: Book) -> Html:
    """Return a sentence that leads to the agency's own page of its policies; empty where none is recorded."""
    address = book.manual.agency.text("policies_page")
    if not address:
        return Html()
    page = outside(book.say("the agency’s own page of its policies"), address)
    return book.say.rich("Look for it on {page}.", page=page)


def contact(book: Book) -> Html:
    """Return whom to ask, as far as the record says."""
    agency, say = book.manual.agency, book.say
    to = agency.text("contact")
    if "@" in to and " " not in to:
        return outside(to, f"mailto:{to}")
    if to:
        return outside(to, to) if to.startswith("http") else book.theirs(to)
    website = agency.text("website")
    named = book.theirs(agency.name) or join(say("the agency"))
    return outside(named, website) if website else named
