"""What an oversight body asks another body to do, and what was answered."""

from __future__ import annotations

from policybook.html import Html, join, tag
from policybook.model import Policy, Recommendation
from policybook.say import mark
from policybook.site import urls
from policybook.site.book import Book
from policybook.site.page import heading
from policybook.site.parts.facts import bodies, body
from policybook.site.parts.tables import items, link, paragraph

ANSWERS = {
    "accepted": mark("accepted"),
    "accepted-in-part": mark("accepted in part"),
    "declined": mark("declined"),
    "noted": mark("noted"),
}


def section(book: Book, listed: list[tuple[Policy, Recommendation]], page: str) -> list[str]:
    """Return the section on recommendations, or nothing where there are none; its page's own policy isn't named."""
    if not listed:
        return []
    title = heading(2, join(book.say("Recommendations")), "recommendations", searched=False)
    return [title, items(told(book, policy, asked, page) for policy, asked in listed)]


def told(book: Book, policy: Policy, asked: Recommendation, page: str) -> Html:
    """Return a recommendation with the answers to it."""
    say, until = book.say, asked.respond_by
    who = say.rich("{body} to {others}", body=body(book, asked.by, page), others=bodies(book, asked.to, page))
    where = urls.policy(policy.code)
    about = Html() if where == page else join(", ", link(book.theirs(f"{policy.code} {policy.title}"), where, page))
    answers = [
        join(
            body(book, answer.by, page),
            ", ",
            tag("strong", say(ANSWERS[answer.text("answer")])),
            f", {say.date(when)}" if (when := answer.date("date")) else "",
            ": ",
            book.theirs(answer.text("text")),
        )
        for answer in asked.responses
    ]
    none = paragraph(
        say("No answer on record; one is asked for by {date}.", date=say.date(until))
        if until
        else say("No answer on record."),
        note=True,
    )
    return join(who, about, ": ", tag("q", book.theirs(asked.text("text"))), items(answers) or none)
