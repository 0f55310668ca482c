"""The sources: each document that facts came from, with its text where it is held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from policybook.exports import urls
from policybook.model import Fact, Source
from policybook.site import metadata
from policybook.site.components import licence
from policybook.site.components.facts import body, outside
from policybook.site.components.tables import facts, items, link, paragraph
from policybook.site.context import Book
from policybook.site.page import Page, blocks, heading
from policybook.site.pages import status
from policybook.text.html import Html, join, tag
from policybook.text.i18n import mark

_FIELDS = {
    "author": mark("Author"),
    "publisher": mark("Publisher"),
    "published": mark("Published"),
    "retrieved": mark("Retrieved"),
    "licence": mark("Licence"),
    "attribution": mark("Attribution"),
    "sha256": mark("SHA-256 of the text as kept here"),
}


def pages(book: Book) -> Iterator[Page]:
    """Yield the list of sources and a page for each."""
    say, url = book.say, urls.SOURCES
    sources = book.manual.sources.values()
    listed = [link(book.theirs(one.title), urls.source(one.id), url) for one in sources if not one.part_of]
    title = say("Sources")
    shown = blocks(
        heading(1, join(title)),
        items(listed) if listed else paragraph(say("No sources are on record.")),
        *_notes(book, url),
    )
    description = say("The documents that facts in the manual of {agency} came from.", agency=book.manual.agency.name)
    yield Page(url, title, description, shown, head=metadata.of_page(book, url, title, description))
    used = _used(book)
    for source in sources:
        yield _page(book, source, used.get(source.id, ()))


def _used(book: Book) -> dict[str, tuple[Fact, ...]]:
    """Return the facts of the record that name each source."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in book.manual.facts:
        if fact.source:
            found[fact.source].append(fact)
    return {source: tuple(facts_) for source, facts_ in found.items()}


def _parts(book: Book, source: Source, url: str) -> list[str]:
    """Return the list of a source's parts, such as the documents of an import."""
    if source.part_of:
        return []
    parts = [one for one in book.manual.sources.values() if one.part_of == source.id]
    links = [link(book.theirs(one.title), urls.source(one.id), url) for one in parts]
    return [heading(2, join(book.say("Parts")), "parts"), items(links)] if parts else []


def _rests(book: Book, used: tuple[Fact, ...], url: str) -> list[str]:
    """Return what rests on a source, each named once with a link; nothing where that is nothing."""
    entries = dict.fromkeys(_about(book, fact, url) for fact in used)
    return [heading(2, join(book.say("What rests on it")), "used"), items(entries)] if entries else []


def _about(book: Book, fact: Fact, url: str) -> Html:
    """Return what a fact is about, as a link: an act, a strategy, a policy, a body, or the agency itself."""
    place, listed = fact.at(), book.manual.body_list
    found = status.subject(book, place.subject, url)
    if found:
        return found
    if place.path.endswith("bodies.yml") and len(place.route) > 1 and isinstance(at := place.route[1], int):
        return body(book, listed[at].id, url)
    return link(book.theirs(book.manual.agency.name), urls.HOME, url)


def _notes(book: Book, url: str) -> list[str]:
    """Return where the editors noted something, such as two sources that disagree."""
    noted = [policy for policy in book.manual if policy.parts("notes")]
    if not noted:
        return []
    links = [
        link(book.theirs(f"{policy.code} {policy.title}"), f"{urls.policy(policy.code)}#notes", url) for policy in noted
    ]
    return [heading(2, join(book.say("Notes by the editors")), "notes"), items(links)]


def _page(book: Book, source: Source, used: tuple[Fact, ...]) -> Page:
    say, url = book.say, urls.source(source.id)
    rows: list[tuple[str, str | Html]] = [(say(term), _value(book, source, key)) for key, term in _FIELDS.items()]
    address = source.text("url")
    rows.append((say("Address"), outside(address, address)))
    whole = book.manual.sources.get(source.part_of)
    if whole is not None:
        rows.append((say("Part of"), link(book.theirs(whole.title), urls.source(whole.id), url)))
    shown = blocks(
        heading(1, book.theirs(source.title)),
        facts(rows),
        paragraph(book.theirs(source.text("note"))) if source.text("note") else "",
        *_parts(book, source, url),
        *_rests(book, used, url),
        heading(2, join(say("Its text")), "words"),
        _words(book, source),
    )
    description = say("A source of the manual: {title}.", title=source.title)
    more = metadata.of_page(book, url, source.title, description)
    return Page(url, source.title, description, shown, head=more)


def _value(book: Book, source: Source, key: str) -> str | Html:
    if key == "licence" and source.text("licence"):
        return licence.named(source.text("licence"))
    when = source.date(key) if key in ("published", "retrieved") else None
    return book.say.date(when) if when else source.text(key) if key == "sha256" else book.theirs(source.text(key))


def _words(book: Book, source: Source) -> Html:
    if source.words is None:
        return paragraph(book.say("The full text is not available here."), " ", book.theirs(source.text("not_held")))
    paragraphs = [part for part in source.words.split("\n\n") if part.strip()]
    return tag("div", *(tag("p", book.theirs(" ".join(part.split()))) for part in paragraphs), class_="pb-source")
