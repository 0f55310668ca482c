"""What changed in a text: its redline against the one before it, and against any other that is held.

A policy with many texts would have a page for each two of them, and their number would grow with its square: each
text is compared with the one before it for ever, and with earlier ones as long as there are at most `_MOST` texts;
of more, with the first and with those of the last `_RECENT` before it. `policybook redline` compares any two.
"""

from __future__ import annotations

from collections.abc import Iterator

from policybook.due import wording
from policybook.exports import urls
from policybook.model import Policy, Revision
from policybook.site import metadata
from policybook.site.components.redline import against
from policybook.site.components.tables import items, link, paragraph
from policybook.site.context import Book
from policybook.site.page import Page, blocks, heading
from policybook.text.html import Html, join, tag

_MOST = 12
_RECENT = 4


def pages(book: Book, policy: Policy) -> Iterator[Page]:
    """Yield a page for each text that came after another, and one for each other pair of texts."""
    held = [act for act in policy.acts if act.holds_text]
    for at, new in enumerate(held):
        others = _compared(held, at)
        for old in [*others, *held[at - 1 : at]] if at else []:
            latest = old is held[at - 1]
            url = urls.redline(policy.code, new.id) if latest else urls.comparison(policy.code, old.id, new.id)
            yield _page(book, policy, old, new, url, others if latest else [], whole=len(others) >= at - 1)


def _compared(held: list[Revision], at: int) -> list[Revision]:
    """Return the texts, other than the one before it, that the text at a place is compared with."""
    earlier = held[: max(at - 1, 0)]
    return earlier if len(held) <= _MOST else earlier[:1] + earlier[1:][-_RECENT:]


def _page(
    book: Book, policy: Policy, old: Revision, new: Revision, url: str, others: list[Revision], whole: bool
) -> Page:
    say = book.say
    name, days = f"{policy.code} {new.title}", {"old": wording.when(old, say), "new": wording.when(new, say)}
    title = say("{policy}: what changed from {old} to {new}", policy=name, **days)
    here = link(say("The text as it then stood"), urls.revision(policy.code, new.id), url)
    in_force = link(book.theirs(f"{policy.code} {policy.title}"), urls.policy(policy.code), url)
    body = blocks(
        heading(1, say.rich("{policy}: what changed from {old} to {new}", policy=book.theirs(name), **days)),
        paragraph(here, "; ", say.rich("the policy as it stands: {policy}", policy=in_force)),
        heading(2, join(say("What changed")), "changed"),
        against(book, policy, old, new, url),
        *_others(book, policy, new, others, url, whole),
    )
    description = say("The marked difference between two texts of policy {code}.", code=policy.code)
    return Page(url, title, description, body, head=metadata.of_page(book, url, title, description))


def _others(
    book: Book, policy: Policy, new: Revision, others: list[Revision], url: str, whole: bool
) -> list[str | Html]:
    if not others:
        return []
    links = [
        link(wording.when(old, book.say), urls.comparison(policy.code, old.id, new.id), url) for old in reversed(others)
    ]
    parts: list[str | Html] = [heading(2, join(book.say("Compare with an earlier text")), "compare"), items(links)]
    if not whole:
        command = tag("code", f"policybook redline {policy.code} {others[0].id} {new.id}")
        said = book.say.rich("Of so many texts not every two have a page. Any two: {command}", command=command)
        parts.append(paragraph(said, note=True))
    return parts
