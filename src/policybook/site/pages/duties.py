"""The register of duties: who must, will, should or may do what, in the words of the texts in force."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from policybook.exports import urls
from policybook.exports.duties import place
from policybook.model import duties
from policybook.model.duties import FORCES, Duty
from policybook.site import metadata
from policybook.site.components.tables import items, link, paragraph, table
from policybook.site.context import Book
from policybook.site.page import Page, blocks, heading
from policybook.text.html import Html, join, tag
from policybook.text.i18n import mark

AGENCY, OTHERS = "agency", "others"
"""The addresses of what binds the agency as a whole, and of what names no body on record."""
_WORDS = {
    "must": mark("must"),
    "must not": mark("must not"),
    "will": mark("will"),
    "should": mark("should"),
    "may": mark("may"),
}


def pages(book: Book) -> Iterator[Page]:
    """Yield the register and a page for everybody whom it names; none where no duty is found."""
    by_whom = _by_whom(book)
    if not by_whom:
        return
    say = book.say
    title = say("Duties")
    description = say("Who must do what under the policies of {agency}.", agency=book.manual.agency.name)
    rows = []
    for whom, found in by_whom.items():
        counts = Counter(duty.force for duty in found)
        name = link(_name(book, whom), urls.duties(whom), urls.DUTIES)
        rows.append((name, *(str(counts[force]) if counts[force] else "–" for force in FORCES)))
    head = (say("Who"), *(say(_WORDS[force]) for force in FORCES))
    body = blocks(
        heading(1, join(title)),
        paragraph(
            say(
                "These sentences of the policies in force say that somebody must, must not, will, should or may do "
                "something. They are found by these verbs and by the names of boards and teams, and quoted word for "
                "word. A sentence in other words isn't listed."
            )
        ),
        table(head, rows, title),
        paragraph(link(say("The register as data (JSON)"), urls.DUTIES_JSON, urls.DUTIES)),
    )
    yield Page(urls.DUTIES, title, description, body, head=metadata.of_page(book, urls.DUTIES, title, description))
    for whom, found in by_whom.items():
        yield _page(book, whom, found)


def _by_whom(book: Book) -> dict[str, list[Duty]]:
    """Return the duties by the body that they bind, in the order of bodies.yml, then the agency's and the others."""
    listed: dict[str, list[Duty]] = defaultdict(list)
    for duty in duties.of_manual(book.manual):
        for body in duty.bodies:
            listed[body].append(duty)
        if not duty.bodies:
            listed[AGENCY if duty.agency else OTHERS].append(duty)
    order = [*(body.id for body in book.manual.body_list), AGENCY, OTHERS]
    return {whom: listed[whom] for whom in order if whom in listed}


def _name(book: Book, whom: str) -> Html:
    if whom == AGENCY:
        return book.theirs(book.manual.agency.name)
    if whom == OTHERS:
        return join(book.say("Others, and sentences that name nobody"))
    return book.theirs(book.manual.body_name(whom))


def _page(book: Book, whom: str, found: list[Duty]) -> Page:
    say, url = book.say, urls.duties(whom)
    if whom == OTHERS:
        name, title = say("Others"), say("Duties of others")
    else:
        name = book.manual.agency.name if whom == AGENCY else book.manual.body_name(whom)
        title = say("Duties: {body}", body=name)
    by_policy: dict[str, list[Duty]] = defaultdict(list)
    for duty in found:
        by_policy[duty.policy.code].append(duty)
    parts: list[str] = [
        heading(1, say.rich("Duties: {body}", body=_name(book, whom))),
        paragraph(link(say("All duties"), urls.DUTIES, url)),
    ]
    for number, listed in enumerate(by_policy.values()):
        policy = listed[0].policy
        named = book.theirs(f"{policy.code} {policy.title}")
        parts += [heading(2, named, f"policy-{number}"), items(_entry(book, duty, url) for duty in listed)]
    description = say("What binds {body} under the policies in force, quoted word for word.", body=name)
    return Page(url, title, description, blocks(*parts), head=metadata.of_page(book, url, title, description))


def _entry(book: Book, duty: Duty, url: str) -> Html:
    quoted = link(book.theirs(duty.sentence), place(duty), url)
    return join(tag("strong", book.say(_WORDS[duty.force])), ": ", quoted)
