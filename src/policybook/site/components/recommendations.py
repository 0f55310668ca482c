"""What an oversight body asks another body to do, and what was answered."""

from __future__ import annotations

from datetime import timedelta

from policybook.due import recommendations as standing
from policybook.exports import urls
from policybook.model import Policy, Recommendation, Response
from policybook.site import day_variants
from policybook.site.components import reviews
from policybook.site.components.facts import bodies, body
from policybook.site.components.tables import items, link
from policybook.site.context import Book
from policybook.site.page import heading
from policybook.text.html import Html, join, tag
from policybook.text.i18n import mark

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
    title = heading(2, join(book.say("Recommendations")), "recommendations")
    return [title, items(told(book, policy, asked, page) for policy, asked in listed)]


def told(book: Book, policy: Policy, asked: Recommendation, page: str) -> Html:
    """Return a recommendation with where it stands, the answers to it, and who of those that were asked hasn't answered."""
    say, found = book.say, standing.standing(book.manual, policy, asked)
    who = say.rich("{body} to {others}", body=body(book, asked.by, page), others=bodies(book, asked.to, page))
    where = urls.policy(policy.code)
    about = Html() if where == page else join(", ", link(book.theirs(f"{policy.code} {policy.title}"), where, page))
    answers = [_answer(book, answer, page) for answer in found.answers]
    silent = [join(body(book, one, page), ": ", _silence(book, asked)) for one in found.silent]
    if found.status == "closed" and asked.closed is not None:
        silent = [join(say("closed: {why}", why=asked.closed.text("why")))]
    made = say("made {date}", date=say.date(asked.when))
    return join(
        who,
        about,
        f" ({made}; ",
        tag("strong", say(standing.STATUS[found.status])),
        "): ",
        tag("q", book.theirs(asked.text("text"))),
        items([*answers, *silent]),
    )


def _answer(book: Book, answer: Response, page: str) -> Html:
    """Return an answer: accepted, declined …, its words, what was committed and what will be done."""
    say = book.say
    resources = say.rich("Committed: {resources}", resources=book.theirs(answer.text("resources")))
    actions = items(reviews.step(book, action) for action in answer.actions) if answer.actions else ""
    return join(
        body(book, answer.by, page),
        ", ",
        tag("strong", say(ANSWERS[answer.answer])),
        f", {say.date(when)}" if (when := answer.date("date")) else "",
        join(": ", book.theirs(answer.text("text"))) if answer.has("text") else "",
        join(" ", resources) if answer.has("resources") else "",
        actions,
    )


def _silence(book: Book, asked: Recommendation) -> Html:
    """Return that no answer is on record, and by when one is, or was, asked for; true on each day without a build."""
    say, today, until = book.say, book.manual.as_of, asked.respond_by
    if until is None:
        return join(say("no answer on record"))
    still = join(say("no answer on record; one is asked for by {date}", date=say.date(until)))
    words = say("no answer on record; one was asked for by {date}", date=say.date(until))
    late = tag("strong", words, class_="pb-overdue")
    if until.latest < today:
        return late
    return day_variants.by_day([(today, still), (until.latest + timedelta(days=1), late)])
