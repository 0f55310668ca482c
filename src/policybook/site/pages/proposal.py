"""A proposal: what it would change first, then the clean text, the readings, and how to comment."""

from __future__ import annotations

from collections.abc import Iterator

from policybook.documents.html import Prose, of_text
from policybook.exports import urls
from policybook.exports.links import resolver
from policybook.model import Policy, PresentedText, Revision, Text
from policybook.redline import elsewhere
from policybook.site import metadata
from policybook.site.components import act, banner, cite, proposals
from policybook.site.components.facts import contact, outside
from policybook.site.components.redline import against, marked
from policybook.site.components.tables import facts, items, link, paragraph
from policybook.site.context import Book
from policybook.site.page import Page, blocks, heading
from policybook.text.html import Html, join, tag


def pages(book: Book, policy: Policy) -> Iterator[Page]:
    """Yield a page for each proposal, open or ended."""
    for proposal in policy.proposals:
        yield _page(book, policy, proposal)


def _page(book: Book, policy: Policy, proposal: Revision) -> Page:
    say = book.say
    url = urls.proposal(policy.code, proposal.id)
    name = f"{policy.code} {proposal.title or policy.title}"
    title = say("Proposal: {policy}", policy=name)
    base = proposals.base(book, policy, proposal)
    body_ = blocks(
        heading(1, say.rich("Proposal: {policy}", policy=book.theirs(name))),
        _banner(book, policy, proposal, url),
        paragraph(book.theirs(proposal.text("summary"))) if proposal.text("summary") else "",
        proposals.effect(book, proposal, url),
        *_changes(book, policy, base, proposal, url),
        *_amended(book, policy, proposal, url),
        *_text(book, proposal, url),
        heading(2, join(say("Where it stands")), "stands"),
        act.told(book, proposal, url),
        *_equity(book, proposal),
        *_comment(book, proposal, url),
        heading(2, join(say("Take it away")), "take-away"),
        items(cite.downloads(book, policy, proposal, url)),
    )
    description = say("{title}: what it would change, and where it stands.", title=title)
    return Page(url, title, description, body_, head=metadata.of_page(book, url, title, description))


def _banner(book: Book, policy: Policy, proposal: Revision, url: str) -> Html:
    say = book.say
    here = link(book.theirs(f"{policy.code} {policy.title}"), urls.policy(policy.code), url)
    if proposal.outcome:
        later = proposal.outcome == "postponed"
        lead = say("This proposal isn't open any more: {outcome}.", outcome=proposals.stage(book, proposal))
        return banner.box(
            "suspended" if later else "rescinded",
            tag("p", tag("strong", lead)),
            paragraph(say("The board may come back to it.")) if later else Html(),
            paragraph(say.rich("The policy as it stands: {policy}", policy=here)),
        )
    window = proposals.comment_window(book, proposal)
    return banner.box(
        "proposed",
        tag("p", tag("strong", say("Proposed. Not adopted, not in force."))),
        paragraph(say("Now: {stage}.", stage=proposals.stage(book, proposal))),
        tag("p", window, class_="pb-sentence") if window else Html(),
        paragraph(say.rich("The policy as it stands: {policy}", policy=here)),
    )


def _changes(book: Book, policy: Policy, base: Revision | None, proposal: Revision, url: str) -> list[str]:
    if not proposal.holds_text:
        return []
    gone = proposal.outcome in ("withdrawn", "not-adopted")
    asked = book.say("What it would have changed") if gone else book.say("What it would change")
    top = heading(2, join(asked), "changes")
    if base is None and elsewhere(book.manual, proposal).origins:
        said = book.say("There is no text to compare it with; what comes from other policies is marked.")
        return [top, paragraph(said), marked(book, None, proposal, url)]
    if base is None or not base.holds_text:
        return [top, paragraph(book.say("There is no text to compare it with: all of it is new."))]
    return [top, against(book, policy, base, proposal, url)]


def _amended(book: Book, policy: Policy, proposal: Revision, url: str) -> list[str]:
    """Return what changed from each text that was read to the board to the next one, and to what is proposed now."""
    say = book.say
    read = sorted(
        (text for text in policy.presented if text.revision_id == proposal.id and text.holds_text),
        key=lambda text: text.number,
    )
    parts: list[str] = []
    following: list[Text] = [*read[1:], proposal]
    for old, new in zip(read, following, strict=False):
        if not new.holds_text or old.computed_digest == new.computed_digest:
            continue
        since = say("Since reading {n}", n=old.number)
        if isinstance(new, PresentedText):
            since = say("From reading {old} to reading {new}", old=old.number, new=new.number)
        parts += [heading(3, join(since), f"since-{old.number}")]
        parts += [marked(book, old, new, url, 3, f"since-{old.number}-change")]
    return [heading(2, join(say("How it was amended")), "amended"), *parts] if parts else []


def _text(book: Book, proposal: Revision, url: str) -> list[str]:
    if not proposal.holds_text:
        return []
    prose = Prose(resolver(book.manual, url), proposal.footnotes, book.say, book.text_language)
    return [
        heading(2, join(book.say("The proposed text")), "text"),
        of_text(proposal, prose),
    ]


def _equity(book: Book, proposal: Revision) -> list[str]:
    analysis = proposal.get("equity")
    if not isinstance(analysis, dict):
        return []
    say = book.say
    rows = [
        (say("Who is affected"), book.theirs(analysis.get("affected", ""))),
        (say("What the evidence says"), book.theirs(analysis.get("evidence", ""))),
        (say("What was changed by it"), book.theirs(analysis.get("changed", ""))),
        (say("Method"), book.theirs(analysis.get("tool", ""))),
    ]
    return [heading(2, join(say("Equity analysis")), "equity"), facts(rows)]


def _comment(book: Book, proposal: Revision, url: str) -> list[str]:
    """Return how to comment, while anybody may still be heard."""
    if proposal.outcome:
        return []
    say = book.say
    window = proposal.get("comment") if isinstance(proposal.get("comment"), dict) else {}
    to, where = window.get("to", ""), window.get("url", "")
    ways = []
    if where:
        ways.append(say.rich("Online: {address}", address=outside(where, where)))
    if to:
        ways.append(say.rich("To: {address}", address=outside(to, f"mailto:{to}") if "@" in to else book.theirs(to)))
    if not ways:
        ways.append(say.rich("Ask the agency: {contact}", contact=contact(book)))
    when = proposals.comment_window(book, proposal)
    window_ = tag("p", when, class_="pb-sentence") if when else Html()
    return [heading(2, join(say("How to comment")), "comment"), window_, items(ways)]
