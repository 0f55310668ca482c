"""The state of the record: findings, what was accepted for a time, and what waits to be confirmed."""

from __future__ import annotations

from policybook import wording
from policybook.finding import SEVERITIES, Finding
from policybook.html import Html, join
from policybook.model import Fact
from policybook.say import Say
from policybook.site import head, urls
from policybook.site.book import Book
from policybook.site.page import Page, blocks, heading
from policybook.site.parts.facts import body
from policybook.site.parts.tables import link, paragraph, table


def page(book: Book) -> Page:
    """Return the page."""
    say, url = book.say, urls.STATUS
    title = say("State of the record")
    open_ = [finding for finding in book.findings if finding.waived_by is None]
    parts: list[str] = [
        heading(1, join(title)),
        paragraph(
            say(
                "On every change a program checks that the record is sound and that somebody answers for each promise."
            ),
            " ",
            link(say("All checks"), urls.CHECKS, url),
        ),
        paragraph(_summary(open_, say), " ", say("As of {date}.", date=say.day(book.manual.as_of))),
    ]
    for severity in SEVERITIES:
        found = [finding for finding in open_ if finding.severity == severity]
        if found:
            named = _severities(say)[severity]
            parts += [heading(2, join(named), severity), _findings(book, found, named, url)]
    parts += _waived(book, url)
    parts += _assumed(book, url)
    description = say(
        "What the checks found in the manual of {agency}, and what was accepted for a time.",
        agency=book.manual.agency.name,
    )
    return Page(url, title, description, blocks(*parts), search=False, head=head.of_page(book, url, title, description))


def _severities(say: Say) -> dict[str, str]:
    return {"error": say("Errors"), "warning": say("Warnings"), "notice": say("Notices")}


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
        (f"{finding.path}:{finding.span.line}", finding.message, link(finding.check, urls.check(finding.check), url))
        for finding in found
    ]
    return table((say("Where"), say("What"), say("Check")), rows, name)


def _waived(book: Book, url: str) -> list[str]:
    say = book.say
    if not book.manual.waivers:
        return []
    title = say("Accepted for a time")
    rows = [
        (
            waiver.subject,
            link(waiver.check, urls.check(waiver.check), url),
            body(book, waiver.by, url),
            say.date(waiver.until),
            waiver.text("reason"),
        )
        for waiver in book.manual.waivers
    ]
    head_ = (say("What"), say("Check"), say("Accepted by"), say("Until"), say("Why"))
    return [heading(2, join(title), "waivers"), table(head_, rows, title)]


def _assumed(book: Book, url: str) -> list[str]:
    say = book.say
    found = [fact for fact in book.manual.facts if fact.basis == "assumed"]
    if not found:
        return []
    title = say("Waiting to be confirmed")
    rows = [(_subject(book, fact, url), _named(fact), fact.value or "", fact.note) for fact in found]
    said = paragraph(say("These values are {basis}.", basis=wording.basis(found[0], say)))
    return [
        heading(2, join(title), "assumed"),
        said,
        table((say("What"), say("Field"), say("Value"), say("Note")), rows, title),
    ]


def _subject(book: Book, fact: Fact, url: str) -> Html:
    place = fact.at()
    code, _, id = place.subject.partition("/")
    policy = book.manual.find(code.partition("#")[0].partition("@")[0])
    if policy is None:
        return join(place.subject or place.path)
    where = urls.policy(policy.code) + (f"#strategy-{id}" if id in policy.strategies_by_id else "")
    return link(place.subject, where, url)


def _named(fact: Fact) -> str:
    return ".".join(str(step) for step in fact.at().route if not isinstance(step, int))
