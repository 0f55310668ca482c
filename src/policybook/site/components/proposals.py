"""Proposals: where they stand on their way, and until when one may comment."""

from __future__ import annotations

from datetime import timedelta

from policybook.due import wording
from policybook.exports import urls
from policybook.model import Policy, Revision
from policybook.site import day_variants
from policybook.site.components.tables import items, link, paragraph
from policybook.site.context import Book
from policybook.site.page import heading
from policybook.text.html import Html, join, tag
from policybook.text.i18n import Say, mark
from policybook.values import dates
from policybook.values.dates import PartialDate

READINGS = (mark("first reading"), mark("second reading"), mark("third reading"), mark("fourth reading"))


def open_ones(policy: Policy) -> list[Revision]:
    """Return the proposals that nobody has ended yet."""
    return [proposal for proposal in policy.proposals if not proposal.outcome]


def base(book: Book, policy: Policy, proposal: Revision) -> Revision | None:
    """Return the text that a proposal would change: the one it was made from, else the one in force."""
    return policy.text_with(proposal.text("based_on")) or policy.standing(book.manual.as_of).text


def stage(book: Book, proposal: Revision) -> str:
    """Return how far a proposal has come: "first reading 10 November 2026"."""
    say = book.say
    if proposal.outcome:
        when = proposal.date("outcome_date")
        ended = say(wording.OUTCOMES[proposal.outcome])
        return say("{outcome} on {date}", outcome=ended, date=say.date(when)) if when else ended
    if not proposal.readings:
        return say("no reading yet")
    last = proposal.readings[-1]
    named = reading(last.number, say)
    return say("{reading} on {date}", reading=named, date=say.date(last.when)) if last.when else named


def reading(number: int, say: Say) -> str:
    """Return what a reading is called: "first reading"."""
    return say(READINGS[number - 1]) if number <= len(READINGS) else say("reading {n}", n=number)


def comment_window(book: Book, proposal: Revision) -> Html:
    """Return until when one may comment, true on each day; nothing where no time for it is on record."""
    window = proposal.get("comment")
    if not isinstance(window, dict) or proposal.outcome:
        return Html()
    say, today = book.say, book.manual.as_of
    opens, closes = _date(window, "from"), _date(window, "until")
    variants: list[day_variants.Variant] = []
    if opens is not None and opens.earliest > today:
        variants.append((today, join(say("opens for comment on {date}", date=say.date(opens)))))
    start = max(today, opens.earliest) if opens else today
    if closes is None:
        variants.append((start, join(say("open for comment"))))
    else:
        if closes.latest >= start:
            variants.append((start, tag("strong", say("open for comment until {date}", date=say.date(closes)))))
        over = max(today, closes.latest + timedelta(days=1))
        variants.append((over, join(say("was open for comment until {date}", date=say.date(closes)))))
    return day_variants.by_day(variants)


def is_open(book: Book, proposal: Revision) -> bool:
    """Say whether one may comment on the day of the build, or later."""
    window = proposal.get("comment")
    if not isinstance(window, dict) or proposal.outcome:
        return False
    closes = _date(window, "until")
    return closes is None or closes.latest >= book.manual.as_of


def effect(book: Book, proposal: Revision, page: str) -> Html:
    """Return what a proposal does that leaves the text as it is: a rescission or a suspension; nothing for others."""
    say = book.say
    until = proposal.date("until")
    if proposal.action == "rescind":
        said = tag("strong", say("If the board adopts this, the policy is rescinded: it would no longer be in force."))
        found = [book.manual.find(code) for code in proposal.texts("replaced_by")]
        names = [link(book.theirs(f"{one.code} {one.title}"), urls.policy(one.code), page) for one in found if one]
        return join(paragraph(said), *(paragraph(say.rich("Replaced by: {policy}", policy=name)) for name in names))
    if proposal.action == "suspend" and until is not None:
        return paragraph(
            tag("strong", say("If the board adopts this, the policy is suspended until {date}.", date=say.date(until)))
        )
    return Html()


def ended(book: Book, policy: Policy, page: str) -> list[str]:
    """Return the part on the proposals that were put off, refused or withdrawn; nothing where there are none."""
    entries = [
        join(_named(book, policy, proposal, page), " (", stage(book, proposal), ")")
        for proposal in policy.proposals
        if proposal.outcome
    ]
    if not entries or not policy.acts:
        return []
    title = join(book.say("Proposed, and not adopted"))
    return [heading(3, title, "not-adopted"), items(entries)]


def notices(book: Book, policy: Policy, page: str) -> Html:
    """Return the open proposals of a policy, each with a link."""
    entries = []
    for proposal in open_ones(policy):
        named = _named(book, policy, proposal, page)
        window = comment_window(book, proposal)
        entries.append(join(named, " (", stage(book, proposal), "; " if window else "", window, ")"))
    if not entries:
        return Html()
    return tag(
        "div", paragraph(tag("strong", book.say("A change is proposed."))), items(entries), class_="pb-proposals"
    )


def _named(book: Book, policy: Policy, proposal: Revision, page: str) -> Html:
    what = (proposal.text("summary") or proposal.title or policy.title).rstrip(".")
    return link(book.theirs(what), urls.proposal(policy.code, proposal.id), page)


def _date(window: dict[str, str], key: str) -> PartialDate | None:
    return dates.parse(window[key]) if window.get(key) else None
