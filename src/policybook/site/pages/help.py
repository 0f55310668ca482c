"""How to read the site, how to propose a change, accessibility, licence: said once, for every manual."""

from __future__ import annotations

from collections.abc import Iterator

from policybook.due import wording
from policybook.exports import urls
from policybook.site import metadata
from policybook.site.components import banner, proposals
from policybook.site.components import licence as licences
from policybook.site.components.facts import contact, outside
from policybook.site.components.tables import facts, items, link, paragraph, separated
from policybook.site.context import Book
from policybook.site.page import Page, blocks, heading
from policybook.text import markup
from policybook.text.html import join


def pages(book: Book) -> Iterator[Page]:
    """Yield the pages."""
    yield _reading(book)
    yield _proposing(book)
    yield _accessibility(book)
    yield _licence(book)


def _page(book: Book, url: str, title: str, description: str, *parts: str) -> Page:
    body = blocks(heading(1, join(title)), *parts)
    return Page(url, title, description, body, head=metadata.of_page(book, url, title, description))


def _reading(book: Book) -> Page:
    say, url = book.say, urls.HELP
    states = [
        ("in-force", say("In force: this is the rule today.")),
        (
            "to-come",
            say("Adopted, not yet effective: the board has decided, and the day on which it begins is still to come."),
        ),
        ("proposed", say("Proposed: somebody asks the board to decide. It binds nobody.")),
        ("superseded", say("Earlier text: it was the rule once, and another text took its place.")),
        ("suspended", say("Suspended: the rule is set aside for a time.")),
        ("rescinded", say("Rescinded: the board ended it.")),
        ("listed", say("Listed: we know number and title, but don't hold the text.")),
        (
            "perhaps",
            say("Perhaps: the record knows only a month or a year, so that on some days the answer isn't certain."),
        ),
    ]
    stated, inferred, assumed = wording.BASIS.values()
    known = [
        (say(stated), say("A document says so. The page names it, and often quotes it.")),
        (say(inferred), say("No document says it in so many words, but it follows from one.")),
        (say(assumed), say("We chose it, and it waits for the agency to confirm it.")),
    ]
    return _page(
        book,
        url,
        say("How to read this site"),
        say("What the words, marks and dates on this site mean."),
        heading(2, join(say("What is in force")), "force"),
        paragraph(
            say(
                "Each policy has one page, with the text in force today. Every earlier text has an address of its own that never changes."
            )
        ),
        *(banner.box(kind, paragraph(words)) for kind, words in states),
        paragraph(say("“Text on a given date”, on each policy's page, shows which text was in force at any time.")),
        heading(2, join(say("Accountability")), "answers"),
        paragraph(
            say(
                "Each strategy names the body that answers for it and how often it is looked at. The next review is counted from the last one on record. Where no interval or no review is on record, the page says so, and nothing is called overdue."
            )
        ),
        heading(2, join(say("How we know")), "known"),
        paragraph(say("What is not known is left out. A fact says how it is known:")),
        facts(known),
        heading(2, join(say("Dates")), "dates"),
        paragraph(
            say(
                "A date is as precise as its source: “December 2019” means that the day isn't known. “As of” is the day on which this site was built; with JavaScript, your own clock puts right what has changed since, in the agency's time zone."
            )
        ),
        heading(2, join(say("Redlines")), "redlines"),
        paragraph(
            say(
                "A redline shows what changed between two texts. Added words are underlined, removed words are struck through, and both are named for screen readers. Above it stands a numbered list of the changes."
            )
        ),
        heading(2, join(say("Digests")), "digests"),
        paragraph(
            say(
                "A digest is a fingerprint of a text. Two texts with the same digest have the same words. The chain is the fingerprint of all acts up to one: an altered or dropped act shows in every later one."
            )
        ),
        heading(2, join(say("More")), "more"),
        items(
            [
                link(say("How to propose a change"), urls.HELP_PROPOSE, url),
                link(say("Accessibility"), urls.HELP_ACCESSIBILITY, url),
                link(say("Licence"), urls.HELP_LICENCE, url),
                link(say("What is checked"), urls.CHECKS, url),
            ]
        ),
    )


def _proposing(book: Book) -> Page:
    say, url = book.say, urls.HELP_PROPOSE
    repository = book.manual.agency.text("repository")
    ways = [
        join(
            say.rich(
                "Write to {contact}: say which policy, which words, and what you would write instead.",
                contact=contact(book),
            )
        )
    ]
    if repository and markup.safe(repository):
        ways.append(
            say.rich(
                "Or open a request where the record is kept: {repository}. “Propose a change” on each policy's page leads to a form; a Word file with your changes can be attached.",
                repository=outside(repository, repository),
            )
        )
    now = [
        link(
            book.theirs(f"{policy.code} {proposal.title or policy.title}"), urls.proposal(policy.code, proposal.id), url
        )
        for policy in book.manual
        for proposal in policy.proposals
        if proposals.is_open(book, proposal)
    ]
    if now:
        ways.append(say.rich("Or comment on what is proposed now: {proposals}.", proposals=separated(now)))
    rules = book.manual.agency.rules_on(book.manual.as_of)
    steps = [
        say(
            "A proposal is checked and gets a page of its own, with a redline, while the text in force stays as it is."
        ),
        say.many("The board reads it once.", "The board reads it {n} times.", rules.readings)
        if rules
        else say("The board reads it."),
        say("Comments are open for {n} days.", n=days) if rules and (days := rules.number("comment_days")) else "",
        say("The board votes. An adopted text is published with its date, its vote and its digest."),
    ]
    return _page(
        book,
        url,
        say("How to propose a change"),
        say("Anybody may propose a change to a policy. This is how."),
        items(ways),
        heading(2, join(say("What happens then")), "then"),
        items((step for step in steps if step), ordered=True),
    )


def _accessibility(book: Book) -> Page:
    say, url = book.say, urls.HELP_ACCESSIBILITY
    passed = [
        say(
            "Automated checks (axe-core, for WCAG 2.0 to 2.2, A and AA) found no violation on each kind of page, in light and dark colours, at 320 and 1280 pixels."
        ),
        say("The HTML was found valid by the Nu checker on each kind of page."),
        say("Menu, search, tables and links can be reached and used with a keyboard alone."),
        say("The pages can be read without JavaScript, and ask no other host for anything."),
        say("Redlines name added and removed words for those who hear the page."),
    ]
    not_checked = [
        say(
            "Automated checks find only a part of what can be wrong. They passed; that doesn't say that the site complies with a law."
        ),
        say("No test with people who use screen readers, magnifiers or voice control is on record."),
        say("Documents on other sites that pages link to weren't checked."),
    ]
    return _page(
        book,
        url,
        say("Accessibility"),
        say("What was checked for accessibility, what wasn't, and whom to tell."),
        heading(2, join(say("Checked by machine")), "machine"),
        paragraph(
            say(
                "These are checks of the program that makes this site, run before each change of it. Pages, colours or pictures that the agency adds itself are not among them."
            )
        ),
        items(passed),
        heading(2, join(say("Not checked")), "not"),
        items(not_checked),
        heading(2, join(say("Tell us")), "tell"),
        paragraph(
            say.rich(
                "If something doesn't work for you, or you need a text in another form, tell {contact}.",
                contact=contact(book),
            )
        ),
    )


def _licence(book: Book) -> Page:
    say, url = book.say, urls.HELP_LICENCE
    agency = book.manual.agency
    licence, attribution = agency.text("text_licence"), agency.text("attribution")
    parts: list[str] = [
        paragraph(say.rich("The texts of the policies are licensed {licence}.", licence=licences.named(licence)))
        if licence
        else paragraph(say("No licence for the texts of the policies is on record; ask the agency.")),
        paragraph(book.theirs(attribution)) if attribution else "",
    ]
    sources = [
        join(
            link(book.theirs(source.title), urls.source(source.id), url),
            join(": ", licences.named(source.text("licence")), ". ") if source.text("licence") else ". ",
            book.theirs(source.text("attribution")),
        )
        for source in book.manual.sources.values()
        if source.text("licence") or source.text("attribution")
    ]
    if sources:
        parts += [heading(2, join(say("Sources")), "sources"), items(sources)]
    parts += [
        heading(2, join(say("The program")), "program"),
        paragraph(
            say(
                "The program that makes this site is Policybook, licensed Apache-2.0. The look is that of Material for MkDocs, licensed MIT."
            )
        ),
    ]
    return _page(book, url, say("Licence"), say("On which terms the texts on this site may be used."), *parts)
