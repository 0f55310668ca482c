"""How a policy came to be: a timeline that can be looked at and is read as a list."""

from __future__ import annotations

from policybook.due import wording
from policybook.exports import urls
from policybook.model import Policy, Revision
from policybook.site.components.facts import said_by
from policybook.site.components.tables import link, paragraph
from policybook.site.context import Book
from policybook.site.page import heading
from policybook.text.html import Html, join, tag
from policybook.text.i18n import Say


def of_policy(book: Book, policy: Policy) -> list[str]:
    """Return the section on a policy's life, the newest act first, or nothing where none is on record."""
    if not policy.acts:
        return []
    acts = [_act(book, policy, act) for act in reversed(policy.acts)]
    return [
        heading(2, join(book.say("History")), "history"),
        tag("ol", *acts, class_="pb-timeline", reversed=True),
        _gone(book, policy),
    ]


def of_act(policy: Policy, act: Revision, say: Say) -> tuple[str, str]:
    """Return the policy's name in the record's words, and ours that follow it: ", revised 10 March 2026"."""
    named = say("{action} {date}", action=say(wording.ACTIONS[act.action]).lower(), date=wording.when(act, say))
    return f"{policy.code} {act.title or policy.title}", f", {named}"


def _act(book: Book, policy: Policy, act: Revision) -> Html:
    say, page = book.say, urls.policy(policy.code)
    named = say("{action} {date}", action=say(wording.ACTIONS[act.action]), date=wording.when(act, say))
    parts: list[Html] = [tag("strong", link(named, urls.revision(policy.code, act.id), page))]
    effective = act.date("effective")
    if effective is not None and effective != act.acted:
        parts.append(join(" ", say("In force from {date}.", date=say.date(effective))))
    until = act.date("until")
    if act.action == "suspend" and until is not None:
        parts.append(join(" ", say("Until {date}.", date=say.date(until))))
    if act.makes_text and not act.holds_text:
        parts.append(join(" ", say("The text is not available.")))
    elif act.makes_text and before(policy, act) is not None:
        parts.append(join(" ", link(say("What changed"), urls.redline(policy.code, act.id), page)))
    if act.text("reason"):
        parts.append(paragraph(book.theirs(act.text("reason")), note=True))
    fact = act.date_fact
    if fact is not None:
        parts.append(said_by(book, fact, page))
        for other in fact.otherwise:
            told = say.date(other.when) if other.when else say("otherwise")
            parts.append(join(" ", say("Another source says {date}.", date=told), said_by(book, other, page)))
    return tag("li", *parts, class_=f"pb-act pb-act-{act.action}")


def before(policy: Policy, act: Revision) -> Revision | None:
    """Return the last text before an act that is held: what its redline compares it with."""
    earlier = policy.acts[: policy.acts.index(act)] if act in policy.acts else policy.acts
    return next((text for text in reversed(earlier) if text.holds_text), None)


def _gone(book: Book, policy: Policy) -> Html:
    """Return an anchor for each provision that no longer stands in the text, with a link to where it stood."""
    shown = next((act for act in reversed(policy.acts) if act.holds_text), None)
    present = set(shown.by_id) if shown else set()
    places: dict[str, tuple[Revision, str]] = {}
    for act in policy.acts:
        for id, provision in act.by_id.items():
            if id not in present:
                places[id] = (act, provision.heading or f"{provision.label} {' '.join(provision.prose.split()[:6])}…")
    if not places:
        return Html()
    page = urls.policy(policy.code)
    entries = [
        tag("li", link(book.theirs(words.strip()), f"{urls.revision(policy.code, act.id)}#{id}", page), id=id)
        for id, (act, words) in places.items()
    ]
    return tag(
        "details",
        tag("summary", book.say("Provisions of earlier texts")),
        tag("ul", *entries),
        class_="pb-gone",
    )
