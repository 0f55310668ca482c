"""The banner: is this in force. Wording, icon and colour differ for each state, and change with the reader's day."""

from __future__ import annotations

from datetime import date

from policybook.due import wording
from policybook.exports import urls
from policybook.model import Fact, Policy, Revision
from policybook.model.in_force import Answer, State
from policybook.site import day_variants
from policybook.site.components.facts import agency_policies, said_by
from policybook.site.components.tables import link, paragraph, separated
from policybook.site.context import Book
from policybook.text.html import Html, join, tag
from policybook.values.dates import PartialDate

_ICONS = {
    "in-force": "M9 16.2 4.8 12l-1.4 1.4L9 19 21 7l-1.4-1.4z",
    "to-come": "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20m1 5h-2v6l5 3 1-1.7-4-2.3z",
    "proposed": "M4 17v3h3L18 9l-3-3zM20 7l-3-3-1.4 1.4 3 3z",
    "superseded": "M12 4V1L7 6l5 5V7a5 5 0 1 1-5 5H5a7 7 0 1 0 7-8",
    "suspended": "M6 5h4v14H6zm8 0h4v14h-4z",
    "rescinded": "M19 6.4 17.6 5 12 10.6 6.4 5 5 6.4l5.6 5.6L5 17.6 6.4 19l5.6-5.6 5.6 5.6 1.4-1.4-5.6-5.6z",
    "listed": "M4 6h16v2H4zm0 5h16v2H4zm0 5h10v2H4z",
    "perhaps": "M11 17h2v2h-2zm1-12a4 4 0 0 0-4 4h2a2 2 0 1 1 2 2h-1v4h2v-2.2A4 4 0 0 0 12 5",
}
_KINDS: dict[State, str] = {
    "in force": "in-force",
    "not yet effective": "to-come",
    "not adopted": "proposed",
    "superseded": "superseded",
    "suspended": "suspended",
    "rescinded": "rescinded",
    "lapsed": "superseded",
}


def box(kind: str, *content: Html) -> Html:
    """Return a banner of one kind."""
    icon = tag(
        "svg",
        tag("path", d=_ICONS[kind], fill_rule="evenodd"),
        viewBox="0 0 24 24",
        aria_hidden="true",
        class_="pb-icon",
    )
    return tag("div", icon, tag("div", *content), class_=f"pb-banner pb-banner-{kind}")


def of_policy(book: Book, policy: Policy, text: Revision | None) -> Html:
    """Return the banner of a policy's own page, which shows `text`."""
    page = urls.policy(policy.code)
    if not policy.is_held:
        lead = _lead(book.say("The full text is not available here."))
        source = said_by(book, Fact(policy.data, policy.path), page)
        elsewhere = agency_policies(book)
        why = tag("p", book.theirs(policy.text("not_held")), " " if elsewhere else "", elsewhere)
        return box("listed", lead, why, source)
    if not policy.acts:
        return _only_proposed(book, policy, page)
    return day_variants.by_day([(day, _standing(book, policy, text, day)) for day in _days(book, policy)], block=True)


def to_come(book: Book, policy: Policy, text: Revision | None) -> Html:
    """Return a banner for each adopted text that doesn't bind yet, while the page shows `text`; gone once it does."""
    say, page, today = book.say, urls.policy(policy.code), book.manual.as_of
    found = []
    for act in policy.acts:
        starts = act.effective
        if act is text or not act.makes_text or starts is None or policy.states(act, today) != ("not yet effective",):
            continue
        links = [link(say("Read it"), urls.revision(policy.code, act.id), page)]
        if text is not None and act.holds_text and text.holds_text:
            links.append(link(say("What changed"), urls.redline(policy.code, act.id), page))
        lead = say("Another text is adopted, in force from {date}.", date=say.date(starts))
        shown = box("to-come", _lead(lead), paragraph(separated(links, " · ")))
        found.append(day_variants.by_day([(today, shown), (starts.latest, Html())], block=True))
    return join(*found)


def of_revision(book: Book, policy: Policy, revision: Revision) -> Html:
    """Return the banner of one revision's own page."""
    return day_variants.by_day([(day, _state(book, policy, revision, day)) for day in _days(book, policy)], block=True)


def _days(book: Book, policy: Policy) -> tuple[date, ...]:
    return (book.manual.as_of, *policy.turns(book.manual.as_of))


def _standing(book: Book, policy: Policy, text: Revision | None, day: date) -> Html:
    say, page = book.say, urls.policy(policy.code)
    stands = policy.standing(day)
    said = _sentence(wording.standing(policy, day, say))
    if not stands.certain:
        return box("perhaps", _lead(said), paragraph(say("The day on which it changed isn't known.")))
    answer = stands.answers[0]
    more = [_explained(book, policy, answer, page)]
    if text is not None and answer.revision is not None and answer.revision is not text:
        where = link(say("Read the text that is in force now"), urls.revision(policy.code, answer.revision.id), page)
        more.append(paragraph(say("The text on this page is an earlier one."), " ", where))
    known = policy.official or answer.state != "in force"
    return box(_KINDS[answer.state] if known else "listed", _lead(said), *more)


def _explained(book: Book, policy: Policy, answer: Answer, page: str) -> Html:
    say = book.say
    if answer.state == "in force" and not policy.official and answer.revision is not None:
        return _unofficial(book, answer.revision, page)
    if answer.state == "not yet effective":
        return paragraph(say("The board has adopted it, but it doesn't bind yet."))
    if answer.state == "suspended":
        return paragraph(say("The text below doesn't bind while it is suspended."))
    if answer.state == "lapsed":
        return paragraph(say("It was adopted in an emergency, and lapsed because no later act followed."))
    if answer.state == "rescinded" and answer.act is not None:
        return join(paragraph(say("It binds nobody any more.")), _replaced(book, answer.act, page))
    return Html()


def _unofficial(book: Book, revision: Revision, page: str) -> Html:
    """Return what an unofficial copy was taken from, and whom to ask whether it still holds."""
    say, agency = book.say, book.manual.agency
    source = book.manual.sources.get(str(revision.recorded.get("source") or ""))
    parts: list[Html] = []
    if source is not None:
        day = source.date("retrieved") or source.date("published")
        named = link(book.theirs(source.title), urls.source(source.id), page)
        parts.append(
            say.rich("Source: {source}, as of {date}.", source=named, date=say.date(day))
            if day
            else say.rich("Source: {source}.", source=named)
        )
    asked = book.theirs(agency.name)
    if agency.text("website"):
        asked = tag("a", asked, href=agency.text("website"))
    parts.append(say.rich("Whether it is still in force isn't known here: ask {agency}.", agency=asked))
    return paragraph(separated(parts, " "))


def _replaced(book: Book, act: Revision, page: str) -> Html:
    links = []
    for code in act.texts("replaced_by"):
        other = book.manual.find(code)
        links.append(
            link(book.theirs(f"{other.code} {other.title}"), urls.policy(other.code), page) if other else join(code)
        )
    if not links:
        return Html()
    return paragraph(book.say.rich("In its place: {policies}.", policies=separated(links)))


def _only_proposed(book: Book, policy: Policy, page: str) -> Html:
    say = book.say
    links = [
        link(book.theirs(proposal.title or policy.title), urls.proposal(policy.code, proposal.id), page)
        for proposal in policy.proposals
    ]
    return box(
        "proposed",
        _lead(say("Proposed, not adopted.")),
        paragraph(say.rich("Read the proposal: {proposals}", proposals=separated(links))),
    )


def _state(book: Book, policy: Policy, revision: Revision, day: date) -> Html:
    say, page = book.say, urls.revision(policy.code, revision.id)
    states = policy.states(revision, day)
    here = link(book.theirs(f"{policy.code} {policy.title}"), urls.policy(policy.code), page)
    if len(states) > 1:
        words = say(", or ").join(say(wording.STATES[state]) for state in states)
        return box("perhaps", _lead(_sentence(say("perhaps {words}", words=words))), _pointer(book, policy, here, day))
    state = states[0]
    if not revision.makes_text:
        return box(
            _KINDS["superseded" if state == "superseded" else "in force"],
            _lead(say("This act made no new text.")),
            paragraph(say.rich("The policy as it stands: {policy}", policy=here)),
        )
    said = {
        "in force": say("This revision is in force.")
        if policy.official
        else say("This is the latest version known here. Whether it is still in force isn't known."),
        "not yet effective": _to_come(book, revision),
        "superseded": say("This is an earlier text. It is no longer in force."),
        "suspended": say("This text is suspended."),
        "rescinded": say("This text was rescinded. It is no longer in force."),
        "lapsed": say("This text has lapsed. It is no longer in force."),
        "not adopted": say("This text isn't adopted."),
    }[state]
    return box(_KINDS[state], _lead(said), _dates(book, policy, revision), _pointer(book, policy, here, day))


def _to_come(book: Book, revision: Revision) -> str:
    if revision.effective is None:
        return book.say("Adopted, not yet in force.")
    return book.say("Adopted, in force from {date}. Not in force yet.", date=book.say.date(revision.effective))


def _dates(book: Book, policy: Policy, revision: Revision) -> Html:
    """Return from when until when a text was in force, as far as that is on record."""
    since = revision.effective
    after = next((act for act in policy.acts[policy.acts.index(revision) + 1 :] if _ends(act)), None)
    until = after.effective if after else None
    if since is None:
        return Html()
    return paragraph(_stretch(book, since, until))


def _ends(act: Revision) -> bool:
    return act.makes_text or act.action == "rescind"


def _stretch(book: Book, since: PartialDate, until: PartialDate | None) -> str:
    if until is None:
        return book.say("From {since}.", since=book.say.date(since))
    return book.say("From {since} until {until}.", since=book.say.date(since), until=book.say.date(until))


def _pointer(book: Book, policy: Policy, here: Html, day: date) -> Html:
    if policy.standing(day).may_be("in force"):
        return paragraph(book.say.rich("The text in force: {policy}", policy=here))
    return paragraph(book.say.rich("No text of this policy is in force. What is known of it: {policy}", policy=here))


def _lead(words: str) -> Html:
    return tag("p", tag("strong", words))


def _sentence(words: str) -> str:
    full = f"{words[:1].upper()}{words[1:]}"
    return full if full.endswith((".", "?")) else f"{full}."
