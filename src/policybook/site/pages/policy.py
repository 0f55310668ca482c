"""A policy's page: is it in force, what it says, who answers for it, how it came to be, what it refers to."""

from __future__ import annotations

from datetime import date

from policybook.documents.html import Prose, of_text
from policybook.due import wording
from policybook.exports import urls
from policybook.exports.links import resolver
from policybook.model import Citation, Fact, Policy, Reference, Revision
from policybook.site import day_variants, metadata, related
from policybook.site.components import (
    banner,
    cite,
    licence,
    point_in_time,
    proposals,
    recommendations,
    strategies,
    timeline,
    translations,
)
from policybook.site.components.facts import agency_policies, contact, outside, said_by
from policybook.site.components.tables import items, link, paragraph
from policybook.site.context import Book, shown
from policybook.site.page import Page, blocks, heading
from policybook.text.html import Html, join, tag


def page(book: Book, policy: Policy) -> Page:
    """Return the page of the text in force, or of what is known where no text is."""
    say, manual = book.say, book.manual
    url = urls.policy(policy.code)
    text, state = shown(policy, manual)
    prose = Prose(resolver(manual, url), text.footnotes if text else {}, say, book.text_language)
    title = f"{policy.code} {policy.title}"
    body = blocks(
        heading(1, join(title), language=book.text_language),
        _where(book, policy, url),
        banner.of_policy(book, policy, text),
        banner.to_come(book, policy, text),
        strategies.summary(book, policy),
        _also_called(book, policy),
        _suspended(book, policy),
        proposals.notices(book, policy, url),
        translations.offered(book, policy, url),
        heading(2, join(say("Policy text")), "text"),
        _text(book, policy, text, prose),
        *strategies.of_policy(book, policy),
        *recommendations.section(book, [(policy, asked) for asked in policy.recommendations], url),
        *timeline.of_policy(book, policy),
        *proposals.ended(book, policy, url),
        *point_in_time.section(book, policy),
        *_references(book, policy, text, prose, url),
        *_notes(book, policy, url),
        *cite.section(book, policy, text, url),
        *_licence(book, policy, url),
        _neighbours(book, policy, url),
    )
    standing = wording.standing(policy, manual.as_of, say)
    description = say("{policy} of {agency}: {standing}.", policy=title, agency=manual.agency.name, standing=standing)
    described = metadata.legislation(book, policy, text, state, url)
    more = metadata.of_page(book, url, title, description, described)
    return Page(url, title, description, body, head=more)


def _where(book: Book, policy: Policy, url: str) -> Html:
    """Return the way from the home page down to this one."""
    series = book.manual.agency.series_of(policy.code)
    steps = [link(book.say("Policies"), urls.HOME, url)]
    if series is not None:
        steps.append(link(book.theirs(series.title), f"{urls.HOME}#{series_anchor(series.title)}", url))
    for code in policy.parents:
        parent = book.manual.find(code)
        if parent is not None:
            steps.append(link(book.theirs(f"{parent.code} {parent.title}"), urls.policy(parent.code), url))
    listed = [tag("li", step) for step in steps]
    named = book.say("Where this page stands")
    return tag("nav", tag("ol", *listed), class_="pb-path", aria_label=named)


def series_anchor(title: str) -> str:
    """Return the anchor of a series on the home page."""
    words = "".join(character if character.isascii() and character.isalnum() else " " for character in title.lower())
    return f"series-{'-'.join(words.split())}"


def _also_called(book: Book, policy: Policy) -> Html:
    """Return the other names and codes that somebody may look for: spoken ones, second ones, earlier ones."""
    say = book.say
    called, codes = ", ".join(policy.texts("also_called")), ", ".join(policy.names[1:])
    former = ", ".join(
        say("{code} (until {date})", code=code, date=say.date(until)) if until else code
        for code, until in policy.former_codes
    )
    said = [
        say.rich("Also called: {names}.", names=book.theirs(called)) if called else "",
        say("Other codes: {codes}.", codes=codes) if codes else "",
        say("Earlier codes: {codes}.", codes=former) if former else "",
    ]
    return join(*(paragraph(words, note=True) for words in said if words))


def _suspended(book: Book, policy: Policy) -> Html:
    """Return which provisions are suspended, on each day from today on."""
    days = (book.manual.as_of, *policy.turns(book.manual.as_of))
    return day_variants.by_day([(day, _suspended_on(book, policy, day)) for day in days], block=True)


def _suspended_on(book: Book, policy: Policy, day: date) -> Html:
    say = book.say
    notices = []
    for act in policy.partial_suspensions(day):
        links = [tag("a", id, href=f"#{id}") for id in act.texts("provisions")]
        until = act.date("until")
        words = say("Suspended until {date}:", date=say.date(until)) if until else say("Suspended:")
        listed = join(*(piece for at, part in enumerate(links) for piece in ((", " if at else " "), part)))
        notices.append(banner.box("suspended", tag("p", tag("strong", words), listed)))
    return join(*notices)


def _text(book: Book, policy: Policy, text: Revision | None, prose: Prose) -> str:
    say = book.say
    if text is not None and text.holds_text:
        return of_text(text, prose)
    last = next((act for act in reversed(policy.acts) if act.holds_text), None)
    if last is not None and text is None:
        where = link(say("Read the last text"), urls.revision(policy.code, last.id), urls.policy(policy.code))
        return paragraph(say("No text is in force."), " ", where)
    if policy.is_held and not policy.acts:
        return paragraph(say("The board hasn't adopted a text yet."))
    reason = text.text("not_held") if text else ""  # that of a whole policy stands in its banner
    who = say.rich("Ask for it: {contact}.", contact=contact(book))
    where = agency_policies(book) or who
    return paragraph(
        say("The full text is not available here."), " ", book.theirs(reason), " " if reason else "", where
    )


def _references(book: Book, policy: Policy, text: Revision | None, prose: Prose, url: str) -> list[str]:
    entries = [
        *(_reference(book, reference, prose) for reference in (*(text.references if text else ()), *policy.references)),
        *(_law(book, law) for law in (*(text.legal if text else ()), *policy.legal)),
    ]
    served = related.serving(book.manual).get(policy.folder, [])
    serving = [link(book.theirs(f"{other.code} {other.title}"), urls.policy(other.code), url) for other in served]
    if not entries and not serving:
        return []
    said = paragraph(book.say("Procedures and exhibits under it:")) if serving else Html()
    return [
        heading(2, join(book.say("References")), "references"),
        items(dict.fromkeys(entries)),
        join(said, items(serving)),
    ]


def _reference(book: Book, reference: Reference, prose: Prose) -> Html:
    other = (book.manual.find(reference.code) or book.manual.find_former(reference.code)) if reference.code else None
    name = book.theirs(f"{other.code} {other.title}" if other else reference.code or reference.text("title"))
    where = prose.resolve(f"policy:{reference.code}") if reference.code else None
    named = tag("a", name, href=where) if where else outside(name, reference.text("url"))
    return join(named, join(": ", book.theirs(reference.text("why"))) if reference.text("why") else "")


def _law(book: Book, law: Citation) -> Html:
    title = law.text("title")
    return join(outside(book.theirs(law.cite), law.text("url")), join(": ", book.theirs(title)) if title else "")


def _notes(book: Book, policy: Policy, url: str) -> list[str]:
    notes = policy.parts("notes")
    if not notes:
        return []
    entries = []
    for note in notes:
        claims = [
            join(book.theirs(claim["is"]), said_by(book, Fact(claim, policy.path), url))
            for claim in note.get("claims") or ()
        ]
        entries.append(tag("div", paragraph(book.theirs(note.text("text"))), items(claims), class_="pb-editorial"))
    return [heading(2, join(book.say("Notes by the editors")), "notes"), *entries]


def _licence(book: Book, policy: Policy, url: str) -> list[str]:
    agency, say = book.manual.agency, book.say
    terms, attribution = agency.text("text_licence"), agency.text("attribution")
    if not any(policy.texts_of()) or not (terms or attribution):
        return []
    said = say.rich("The policy's text is licensed {licence}.", licence=licence.named(terms)) if terms else Html()
    more = link(say("On which terms the texts may be used"), urls.HELP_LICENCE, url)
    return [
        heading(2, join(say("Licence")), "licence"),
        paragraph(said, join(" ", book.theirs(attribution), " ") if attribution else " ", more),
    ]


def _neighbours(book: Book, policy: Policy, url: str) -> Html:
    """Return links to the policies before and after this one in its series."""
    say = book.say
    row = related.in_series(book.manual)[policy.folder]
    at = row.index(policy)
    links = []
    if at > 0:
        links.append(say.rich("Previous: {policy}", policy=_named(book, row[at - 1], url)))
    if at + 1 < len(row):
        links.append(say.rich("Next: {policy}", policy=_named(book, row[at + 1], url)))
    if not links:
        return Html()
    return tag("nav", *(tag("p", one) for one in links), class_="pb-neighbours", aria_label=say("In this series"))


def _named(book: Book, policy: Policy, url: str) -> Html:
    return link(book.theirs(f"{policy.code} {policy.title}"), urls.policy(policy.code), url)
