"""The state of the record: findings, what was accepted for a time, and what waits to be confirmed."""

from __future__ import annotations

import re

from policybook.due import wording
from policybook.exports import urls
from policybook.finding import SEVERITIES, Finding
from policybook.model import Fact, Waiver
from policybook.site import metadata
from policybook.site.components import timeline
from policybook.site.components.facts import body
from policybook.site.components.tables import link, paragraph, table
from policybook.site.context import Book
from policybook.site.page import Page, blocks, heading
from policybook.text.html import Html, join, tag
from policybook.text.i18n import Say

_MOST = 80
"""So many findings of each severity are listed."""


def page(book: Book) -> Page:
    """Return the page."""
    say, url = book.say, urls.STATUS
    title = say("Record status")
    open_ = [finding for finding in book.findings if finding.waived_by is None]
    as_of = say("As of {date}.", date=say.day(book.manual.as_of))
    parts: list[str] = [
        heading(1, join(title)),
        paragraph(
            say("On every change a program checks that the record has no errors and that each strategy has an owner."),
            " ",
            link(say("All checks"), urls.CHECKS, url),
        ),
        tag("p", tag("strong", _verdict(open_, say)), " ", _summary(open_, say), " ", as_of),
    ]
    for severity in SEVERITIES:
        found = [finding for finding in open_ if finding.severity == severity]
        if found:
            named, meant = _severities(say)[severity]
            parts += [heading(2, join(named), severity), paragraph(meant), _findings(book, found, named, url)]
    parts += _waived(book, url)
    parts += _assumed(book, url)
    description = say(
        "What the checks found in the manual of {agency}, and what was accepted for a time.",
        agency=book.manual.agency.name,
    )
    return Page(url, title, description, blocks(*parts), head=metadata.of_page(book, url, title, description))


def _severities(say: Say) -> dict[str, tuple[str, str]]:
    """Return what findings of each severity are called, and what they mean."""
    return {
        "error": (say("Errors"), say("The record isn't sound until these are mended.")),
        "warning": (say("Warnings"), say("The record is sound, but somebody should look at these.")),
        "notice": (say("Notices"), say("Nothing is wrong: these are good to know.")),
    }


def _verdict(open_: list[Finding], say: Say) -> str:
    unsound = any(finding.severity == "error" for finding in open_)
    return say("The record isn't sound.") if unsound else say("The record is sound.")


def _summary(open_: list[Finding], say: Say) -> str:
    count = {severity: sum(1 for finding in open_ if finding.severity == severity) for severity in SEVERITIES}
    return say(
        "{errors}, {warnings} and {notices}.",
        errors=say.many("{n} error", "{n} errors", count["error"]),
        warnings=say.many("{n} warning", "{n} warnings", count["warning"]),
        notices=say.many("{n} notice", "{n} notices", count["notice"]),
    )


def _findings(book: Book, found: list[Finding], name: str, url: str) -> Html:
    say = book.say
    rows = [
        (
            subject(book, finding.subject, url) or _file(book, finding.subject, url) or join(finding.path),
            join(tag("span", finding.message, lang=_english(say)), paragraph(_line(book, finding), note=True)),
            link(finding.check, urls.check(finding.check), url),
        )
        for finding in found[:_MOST]
    ]
    listed = table((say("Where"), say("What"), say("Check")), rows, name, wide=True)
    if len(found) <= _MOST:
        return listed
    more = say.many("{n} more isn't listed here.", "{n} more aren't listed here.", len(found) - _MOST)
    return join(listed, paragraph(more, " ", tag("code", "policybook check")))


def _line(book: Book, finding: Finding) -> str:
    """Return where the clerk finds it: the file within the manual's folder, and the line."""
    path = finding.path.removeprefix(book.manual.named(""))
    return book.say("{file}, line {n}", file=path, n=finding.span.line)


def _file(book: Book, path: str, url: str) -> Html:
    """Return what a file that is of no policy holds, with a link; nothing where it has no page."""
    say, folder, id = book.say, path.partition("/")[0], path.rpartition("/")[2].partition(".")[0]
    if path == "bodies.yml":
        return link(say("Boards and teams"), urls.BODIES, url)
    if path == "agency.yml":
        return book.theirs(book.manual.agency.name)
    if folder == "sources" and id in book.manual.sources:
        return link(book.theirs(book.manual.sources[id].title), urls.source(id), url)
    return link(say("Accepted for a time"), urls.STATUS, url) if path == "waivers.yml" else Html()


def _english(say: Say) -> str | None:
    """Return the language of what the checks say, where it isn't the site's."""
    return None if say.language == "en" else "en"


def _waived(book: Book, url: str) -> list[str]:
    """Return what is accepted for a time, and apart from it what was until a day that has passed."""
    say, day = book.say, book.manual.as_of
    holding = [one for one in book.manual.waivers if day <= one.until.latest]
    past = [one for one in book.manual.waivers if day > one.until.latest]
    return [
        *_waivers(book, holding, say("Accepted for a time"), "waivers", url),
        *_waivers(book, past, say("No longer accepted"), "waivers-past", url),
    ]


def _waivers(book: Book, listed: list[Waiver], title: str, id: str, url: str) -> list[str]:
    say = book.say
    if not listed:
        return []
    rows = [
        (
            subject(book, waiver.subject, url) or join(waiver.subject),
            link(waiver.check, urls.check(waiver.check), url),
            body(book, waiver.by, url),
            say.date(waiver.until),
            book.theirs(waiver.text("reason")),
        )
        for waiver in listed
    ]
    head_ = (say("What"), say("Check"), say("Accepted by"), say("Until"), say("Why"))
    return [heading(2, join(title), id), table(head_, rows, title, wide=True)]


def _assumed(book: Book, url: str) -> list[str]:
    say = book.say
    found = [fact for fact in book.manual.facts if fact.basis == "assumed"]
    if not found:
        return []
    title = say("Waiting to be confirmed")
    rows = [
        (subject(book, fact.at().subject, url) or join(fact.at().path), *_value(book, fact), book.theirs(fact.note))
        for fact in found
    ]
    said = paragraph(say("These values are {basis}.", basis=wording.basis(found[0], say)))
    return [
        heading(2, join(title), "assumed"),
        said,
        table((say("About"), say("What"), say("Value"), say("Note")), rows, title, wide=True),
    ]


def subject(book: Book, about: str, url: str) -> Html:
    """Return what something is about, in words and with a link; nothing where it is no policy's."""
    code = re.split("[/#@]", about, maxsplit=1)[0]
    policy, mark = book.manual.find(code), about[len(code) : len(code) + 1]
    if policy is None:
        return Html()
    id, where = about[len(code) + 1 :], urls.policy(policy.code)
    if mark == "/" and id in policy.strategies_by_id:
        return link(book.theirs(f"{policy.code} {policy.strategies_by_id[id].title}"), f"{where}#strategy-{id}", url)
    if mark == "@" and id in policy.by_id:
        revision = policy.by_id[id]
        if not revision.done:
            proposed = book.theirs(f"{policy.code} {revision.title or policy.title}")
            return link(book.say.rich("Proposal: {policy}", policy=proposed), urls.proposal(policy.code, id), url)
        name, acted = timeline.of_act(policy, revision, book.say)
        return link(join(book.theirs(name), acted), urls.revision(policy.code, id), url)
    return link(book.theirs(f"{policy.code} {policy.title}"), where, url)


def _value(book: Book, fact: Fact) -> tuple[str, str | Html]:
    """Return what a fact is called and what it says, as people read it."""
    say, value = book.say, fact.value or ""
    key = next((step for step in reversed(fact.at().route) if isinstance(step, str)), "")
    if key in ("owner", "steward"):
        return say("Steward") if key == "steward" else say("Owner"), book.theirs(book.manual.body_name(value))
    if key == "cadence":
        return say("Review cycle"), wording.interval(value, say)
    return key.replace("_", " "), book.theirs(value)
