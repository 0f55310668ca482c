"""The law index: which policies cite which statute or rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from policybook.exports import urls
from policybook.model import Manual, Policy
from policybook.site import metadata
from policybook.site.components.tables import items, link, paragraph, separated, table
from policybook.site.context import Book, shown
from policybook.site.page import Page, blocks, heading
from policybook.text.html import Html, join
from policybook.values import citations


def pages(book: Book) -> Iterator[Page]:
    """Yield the index; none where no policy cites the law."""
    parsed, others = cited(book.manual)
    if not parsed and not others:
        return
    say = book.say
    title = say("Law index")
    parts: list[str] = [
        heading(1, join(title)),
        paragraph(say("The laws and rules that policies cite, and the policies that cite them.")),
    ]
    codes: dict[str, list[citations.Citation]] = defaultdict(list)
    for citation in sorted(parsed, key=citations.sort_key):
        codes[citation.code].append(citation)
    for number, (code, listed) in enumerate(codes.items()):
        rows = [(citation.section, _policies(book, parsed[citation])) for citation in listed]
        parts += [heading(2, book.theirs(code), f"code-{number}"), table((say("Section"), say("Policies")), rows, code)]
    if others:
        entries = [join(book.theirs(cite), ": ", _policies(book, found)) for cite, found in sorted(others.items())]
        parts += [heading(2, join(say("Other citations")), "others"), items(entries)]
    description = say("Which policies of {agency} cite which law.", agency=book.manual.agency.name)
    yield Page(urls.LAW, title, description, blocks(*parts), head=metadata.of_page(book, urls.LAW, title, description))


def cited(manual: Manual) -> tuple[dict[citations.Citation, list[Policy]], dict[str, list[Policy]]]:
    """Return the policies that cite each place in the law, and those whose citation names no code and section."""
    parsed: dict[citations.Citation, list[Policy]] = defaultdict(list)
    others: dict[str, list[Policy]] = defaultdict(list)
    for policy in manual:
        text, _ = shown(policy, manual)
        for citation in (*policy.legal, *(text.legal if text is not None else ())):
            place = citations.parse(citation.cite)
            found = others[citation.cite] if place is None else parsed[place]
            if policy not in found:
                found.append(policy)
    return dict(parsed), dict(others)


def _policies(book: Book, found: list[Policy]) -> Html:
    return separated(
        [link(book.theirs(f"{policy.code} {policy.title}"), urls.policy(policy.code), urls.LAW) for policy in found]
    )
