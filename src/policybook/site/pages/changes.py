"""What the board did and what is proposed, the newest first; the same as a feed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from policybook.due import wording
from policybook.exports import urls
from policybook.model import Manual, Policy, Revision
from policybook.model.lazy import once_per_manual
from policybook.site import metadata
from policybook.site.components import proposals, timeline
from policybook.site.components.tables import items, link, paragraph
from policybook.site.context import Book
from policybook.site.page import Page, blocks, heading
from policybook.text.html import Html, join
from policybook.text.i18n import Say
from policybook.values.dates import PartialDate


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """An act of the board, or a proposal."""

    policy: Policy
    revision: Revision
    day: PartialDate | None
    when: str
    title: str
    """What happened, and the policy's name."""
    name: str
    """The policy's name, in the record's words."""
    url: str


def entries(book: Book) -> tuple[ChangeEntry, ...]:
    """Return acts and proposals up to the day of the build, the newest first; without a date come last."""
    return _entries(book.manual, book.say)


@once_per_manual
def _entries(manual: Manual, say: Say) -> tuple[ChangeEntry, ...]:
    found = [
        ChangeEntry(
            policy,
            act,
            act.acted,
            wording.when(act, say),
            f"{say(wording.ACTIONS[act.action])}: {_name(policy, act)}",
            _name(policy, act),
            urls.revision(policy.code, act.id),
        )
        for policy in manual
        for act in policy.acts
    ]
    for policy in manual:
        for proposal in policy.proposals:
            day = _proposed(proposal)
            when = say.date(day) if day else say("no day on record")
            name = _name(policy, proposal)
            title = say("Proposed: {policy}", policy=name)
            found.append(ChangeEntry(policy, proposal, day, when, title, name, urls.proposal(policy.code, proposal.id)))
    return tuple(sorted(found, key=_order, reverse=True))


def _order(entry: ChangeEntry) -> tuple[str, str]:
    return (entry.day.latest.isoformat() if entry.day else "", entry.url)


def _name(policy: Policy, revision: Revision) -> str:
    return f"{policy.code} {revision.title or policy.title}"


def titled(book: Book, entry: ChangeEntry) -> Html:
    """Return the title of an entry, for a page."""
    before, name, after = entry.title.rpartition(entry.name)
    return join(before, book.theirs(name), after)


def _proposed(proposal: Revision) -> PartialDate | None:
    """Return the last day on which something happened to a proposal."""
    days = [reading.when for reading in proposal.readings if reading.when]
    ended = proposal.date("outcome_date")
    return max([*days, *([ended] if ended else [])], key=lambda day: day.latest, default=None)


def page(book: Book) -> Page:
    """Return the page of changes."""
    say = book.say
    parts: list[str] = [heading(1, join(say("Changes")))]
    feed = link(say("Subscribe to the feed (Atom)"), urls.FEED, urls.CHANGES)
    parts.append(paragraph(say("What the board did and what is proposed, the newest first."), " ", feed))
    for year, listed in groupby(entries(book), key=lambda entry: entry.day.latest.year if entry.day else 0):
        named = str(year) if year else say("On a day not known")
        parts += [heading(2, join(named), f"year-{year}"), items(_entry(book, entry) for entry in listed)]
    description = say("What the board of {agency} did and what is proposed.", agency=book.manual.agency.name)
    more = metadata.of_page(book, urls.CHANGES, say("Changes"), description, metadata.feed(book, urls.CHANGES))
    return Page(urls.CHANGES, say("Changes"), description, blocks(*parts), head=more)


def _entry(book: Book, entry: ChangeEntry) -> Html:
    parts = [
        "" if entry.day is None and not entry.revision.seen else f"{entry.when}: ",
        link(titled(book, entry), entry.url, urls.CHANGES),
    ]
    if entry.revision.done:
        before = timeline.before(entry.policy, entry.revision) if entry.revision.holds_text else None
        if before is not None:
            changed = link(book.say("What changed"), urls.redline(entry.policy.code, entry.revision.id), urls.CHANGES)
            parts += [" (", changed, ")"]
    else:
        parts.append(f" ({proposals.stage(book, entry.revision)})")
    return join(*parts)
