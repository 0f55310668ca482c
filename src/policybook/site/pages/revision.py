"""One revision, for ever: the text as it was adopted, and the act that made it."""

from __future__ import annotations

from collections.abc import Iterator

from policybook import wording
from policybook.html import Html, join, tag
from policybook.model import Policy, Reading, Revision
from policybook.site import head, urls
from policybook.site.book import Book
from policybook.site.page import Page, blocks, heading
from policybook.site.parts import banner, cite, history, proposals
from policybook.site.parts.facts import body, outside, said_by
from policybook.site.parts.tables import facts, items, link, paragraph
from policybook.site.prose import Prose, of_text


def pages(book: Book, policy: Policy) -> Iterator[Page]:
    """Yield a page for each act."""
    for act in policy.acts:
        yield _page(book, policy, act)


def _title(book: Book, policy: Policy, act: Revision) -> str:
    named = f"{book.say(wording.ACTIONS[act.action]).lower()} {history.when(act, book.say)}"
    return f"{policy.code} {act.title or policy.title}, {named}"


def _page(book: Book, policy: Policy, act: Revision) -> Page:
    say = book.say
    url = urls.revision(policy.code, act.id)
    title = _title(book, policy, act)
    prose = Prose(book.manual, url, act.footnotes, say)
    body_ = blocks(
        heading(1, join(title)),
        banner.of_revision(book, policy, act),
        _neighbours(book, policy, act, url),
        *_text(book, act, prose),
        heading(2, join(say("The act")), "act"),
        of_act(book, policy, act, url),
        *cite.section(book, policy, act, url),
    )
    description = say("{title}: the text as adopted, and how.", title=title)
    state = policy.states(act, book.manual.as_of)[0]
    described = head.legislation(book, policy, act, state, url) if act.makes_text else Html()
    return Page(
        url, title, description, body_, search=False, head=head.of_page(book, url, title, description, described)
    )


def _text(book: Book, act: Revision, prose: Prose) -> list[str]:
    say = book.say
    if not act.makes_text:
        return []
    top = heading(2, join(say("The text")), "text")
    if not act.holds_text:
        return [top, paragraph(say("The text is not held here."), " ", act.text("not_held"))]
    return [top, of_text(act, prose)]


def _neighbours(book: Book, policy: Policy, act: Revision, url: str) -> Html:
    """Return links to the acts before and after, and to what changed."""
    say, at = book.say, policy.acts.index(act)
    links = []
    if at > 0:
        links.append(say.rich("Before: {act}", act=_link(book, policy, policy.acts[at - 1], url)))
    if at + 1 < len(policy.acts):
        links.append(say.rich("After: {act}", act=_link(book, policy, policy.acts[at + 1], url)))
    if act.holds_text and history.before(policy, act) is not None:
        links.append(link(say("What changed in this text"), urls.redline(policy.code, act.id), url))
    return items(links, class_="pb-beside")


def _link(book: Book, policy: Policy, act: Revision, url: str) -> Html:
    named = f"{book.say(wording.ACTIONS[act.action])} {history.when(act, book.say)}"
    return link(named, urls.revision(policy.code, act.id), url)


def of_act(book: Book, policy: Policy, act: Revision, url: str) -> Html:
    """Return what is on record of an act: who acted and when, the readings, the vote, the digests."""
    say, manual = book.say, book.manual
    published = act.date("published")
    effective = act.effective
    rows: list[tuple[str, str | Html]] = [
        (say("Action"), say(wording.ACTIONS[act.action]) if act.done else ""),
        (say("Date"), join(history.when(act, say), _dated_by(book, act, url)) if act.done else ""),
        (say("In force from"), say.date(effective) if effective else ""),
        (say("Published"), say.date(published) if published else ""),
        (say("By"), body(book, act.text("by"), url) if act.text("by") else ""),
        (say("Why"), act.text("reason")),
        (say("What was corrected"), act.text("what")),
        (say("On whose authority"), act.text("authority")),
        (say("Code before"), act.text("from")),
        (say("Code after"), act.text("to")),
        (say("Readings"), items(_reading(book, reading) for reading in act.readings)),
        (say("Vote"), vote(book, manual.of_meeting(act, "vote"))),
        (say("Moved by"), manual.of_meeting(act, "moved_by") or ""),
        (say("Seconded by"), manual.of_meeting(act, "seconded_by") or ""),
        (say("Resolution"), act.text("resolution")),
        (say("Minutes"), _minutes(manual.of_meeting(act, "minutes"))),
        (say("Emergency"), str(act.emergency.get("reason") or "")),
        (say("Taken over from"), _recorded(book, act, url)),
        (say("Digest of the text"), tag("code", act.digest, class_="pb-digest") if act.digest else ""),
        (say("Chain"), tag("code", act.chain, class_="pb-digest") if act.chain else ""),
        (say("Note"), act.text("note")),
    ]
    return facts(rows)


def _dated_by(book: Book, act: Revision, url: str) -> Html:
    return said_by(book, act.date_fact, url) if act.date_fact else Html()


def _reading(book: Book, reading: Reading) -> Html:
    say = book.say
    day = say.date(reading.when) if reading.when else say("on a day not known")
    named = proposals.reading(reading.number, say)
    if reading.waived:
        return join(say("{reading}, {date}: waived: {reason}", reading=named, date=day, reason=reading.waived))
    amended = {
        "editorial": say("amended in wording since the one before"),
        "substantive": say("amended in substance since the one before"),
    }.get(reading.amended, "")
    return join(f"{named}, {day}", f"; {amended}" if amended else "")


def vote(book: Book, cast: object) -> str:
    """Return a vote in words."""
    say = book.say
    if cast == "unanimous":
        return say("unanimous")
    if cast == "consent":
        return say("on the consent agenda")
    if not isinstance(cast, dict):
        return ""
    said = [
        say("{n} for", n=cast["for"]) if cast.get("for") is not None else "",
        say("{n} against", n=cast["against"]) if cast.get("against") is not None else "",
        say("{n} abstaining", n=cast["abstain"]) if cast.get("abstain") is not None else "",
        say("{n} absent", n=cast["absent"]) if cast.get("absent") is not None else "",
    ]
    return ", ".join(part for part in said if part)


def _minutes(where: object) -> Html:
    return outside(where, where) if isinstance(where, str) else Html()


def _recorded(book: Book, act: Revision, url: str) -> Html:
    source = str(act.recorded.get("source") or "")
    if not source:
        return Html()
    held = book.manual.sources.get(source)
    return link(held.title if held else source, urls.source(source), url)
