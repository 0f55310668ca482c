"""One revision, for ever: the text as it was adopted, and the act that made it."""

from __future__ import annotations

from collections.abc import Iterator

from policybook.documents.html import Prose, of_text
from policybook.due import wording
from policybook.exports import urls
from policybook.exports.links import resolver
from policybook.model import Policy, Revision
from policybook.site import metadata
from policybook.site.components import act as acts
from policybook.site.components import banner, cite, timeline
from policybook.site.components.tables import items, link, paragraph
from policybook.site.context import Book
from policybook.site.page import Page, blocks, heading
from policybook.text.html import Html, join


def pages(book: Book, policy: Policy) -> Iterator[Page]:
    """Yield a page for each act."""
    for act in policy.acts:
        yield _page(book, policy, act)


def _page(book: Book, policy: Policy, act: Revision) -> Page:
    say = book.say
    url = urls.revision(policy.code, act.id)
    name, acted = timeline.of_act(policy, act, say)
    title = name + acted
    prose = Prose(resolver(book.manual, url), act.footnotes, say, book.text_language)
    body_ = blocks(
        heading(1, join(book.theirs(name), acted)),
        banner.of_revision(book, policy, act),
        _neighbours(book, policy, act, url),
        *_text(book, act, prose),
        heading(2, join(say("The act")), "act"),
        acts.told(book, act, url),
        *cite.section(book, policy, act, url),
    )
    description = say("{title}: the text as adopted, and how.", title=title)
    state = policy.states(act, book.manual.as_of)[0]
    described = metadata.legislation(book, policy, act, state, url) if act.makes_text else Html()
    return Page(url, title, description, body_, head=metadata.of_page(book, url, title, description, described))


def _text(book: Book, act: Revision, prose: Prose) -> list[str]:
    say = book.say
    if not act.makes_text:
        return []
    top = heading(2, join(say("The text")), "text")
    if not act.holds_text:
        return [top, paragraph(say("The full text is not available here."), " ", book.theirs(act.text("not_held")))]
    return [top, of_text(act, prose)]


def _neighbours(book: Book, policy: Policy, act: Revision, url: str) -> Html:
    """Return links to the acts before and after, and to what changed."""
    say, at = book.say, policy.acts.index(act)
    links = []
    if at > 0:
        links.append(say.rich("Before: {act}", act=_link(book, policy, policy.acts[at - 1], url)))
    if at + 1 < len(policy.acts):
        links.append(say.rich("After: {act}", act=_link(book, policy, policy.acts[at + 1], url)))
    if act.holds_text and timeline.before(policy, act) is not None:
        links.append(link(say("What changed in this text"), urls.redline(policy.code, act.id), url))
    return items(links, class_="pb-beside")


def _link(book: Book, policy: Policy, act: Revision, url: str) -> Html:
    say = book.say
    named = say("{action} {date}", action=say(wording.ACTIONS[act.action]), date=wording.when(act, say))
    return link(named, urls.revision(policy.code, act.id), url)
