"""How to cite a text, take it away, or propose a change."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from policybook.due import wording
from policybook.exports import urls
from policybook.model import Policy, Revision
from policybook.site.components import proposals
from policybook.site.components.tables import items, link, paragraph
from policybook.site.context import Book
from policybook.site.page import heading
from policybook.text import markup
from policybook.text.html import Html, join, tag


def section(book: Book, policy: Policy, text: Revision | None, page: str) -> list[str]:
    """Return the section on citing, taking away and proposing."""
    say = book.say
    return [
        heading(2, join(say("Cite, download, propose a change")), "cite"),
        _citation(book, policy, text, page),
        items([*downloads(book, policy, text, page), _propose(book, policy, page)]),
    ]


def _citation(book: Book, policy: Policy, text: Revision | None, page: str) -> Html:
    say, manual = book.say, book.manual
    numbered, as_of = say("Policy {code}", code=policy.code), say("As of {date}.", date=say.day(manual.as_of))
    version = say("Revision {id} ({date})", id=text.id, date=wording.when(text, say)) + ". " if text is not None else ""
    agency, title = book.theirs(manual.agency.name), book.theirs(policy.title)
    words = join(agency, f", {numbered}, ", title, f". {version}{as_of}")
    where = book.absolute(page)
    parts = [paragraph(words, f" {where}" if book.site_url else "")]
    if text is not None and text.digest:
        parts.append(
            paragraph(say("Digest of the text:"), " ", tag("code", text.digest, class_="pb-digest"), note=True)
        )
    copy = tag(
        "button", say("Copy the citation"), type="button", class_="pb-copy", data_copy="pb-citation", hidden=True
    )
    return tag("div", tag("div", *parts, id="pb-citation"), copy, class_="pb-cite")


def downloads(book: Book, policy: Policy, text: Revision | None, page: str) -> list[Html]:
    """Return links to the policy and the text in each form in which they can be taken away."""
    say = book.say
    found = [link(say("This policy as data (JSON)"), urls.policy_data(policy.code), page)]
    if text is not None:
        named = say("This text as data (JSON)") if text.makes_text else say("This act as data (JSON)")
        found.append(link(named, urls.revision_data(policy.code, text.id), page))
    if text is not None and text.holds_text:
        found += [
            link(words, urls.revision_as(policy.code, text.id, form), page)
            for form, words in _forms(book, policy, text)
        ]
    if text is not None and text.done:
        named = (
            say("The permanent address of this text") if text.makes_text else say("The permanent address of this act")
        )
        found.append(link(named, urls.revision(policy.code, text.id), page))
    found.append(
        join(
            tag("button", say("Print"), type="button", class_="pb-print", hidden=True),
            tag("noscript", say("To keep it on paper, print this page.")),
        )
    )
    return found


def _forms(book: Book, policy: Policy, text: Revision) -> Iterator[tuple[str, str]]:
    """Yield each form of a text that is held, by how its file's name ends, with the words of its link."""
    say = book.say
    yield "akn.xml", say("This text as Akoma Ntoso (XML)")
    if "docx" in book.downloads:
        yield "docx", say("This text as a Word file")
        base = None if text.done else proposals.base(book, policy, text)
        if base is not None and base.holds_text:
            yield "redline.docx", say("What it would change, as tracked changes in a Word file")
    if "pdf" in book.downloads:
        yield "pdf", say("This text as a PDF")


def _propose(book: Book, policy: Policy, page: str) -> Html:
    say = book.say
    repository = book.manual.agency.text("repository")
    if repository and markup.safe(repository) and repository.startswith("https://"):
        form = f"{repository.rstrip('/')}/issues/new?template=propose.yml&policy={quote(policy.code)}"
        return join(
            tag("a", say("Propose a change"), href=form),
            " (",
            link(say("how that works"), urls.HELP_PROPOSE, page),
            ")",
        )
    return link(say("Propose a change"), urls.HELP_PROPOSE, page)
