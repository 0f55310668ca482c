"""Reviews: when the last one was, when the next one is due, and what they found."""

from __future__ import annotations

from datetime import timedelta

from policybook.due import reviews, wording
from policybook.model import Policy, Review
from policybook.site import day_variants
from policybook.site.components.facts import body
from policybook.site.components.tables import items, paragraph
from policybook.site.context import Book
from policybook.text.html import Html, join, tag
from policybook.text.i18n import mark

SOON = 90
"""So many days before a thing is due it is said to be due soon."""

OUTCOMES = {
    "on-track": mark("on track"),
    "needs-attention": mark("needs attention"),
    "off-track": mark("off track"),
    "confirmed": mark("confirmed"),
    "revise": mark("to be revised"),
    "rescind": mark("to be rescinded"),
    "compliant": mark("compliant"),
    "not-compliant": mark("not compliant"),
}


def next_due(book: Book, found: reviews.Due) -> Html:
    """Return when the next review falls due; once that day is past, that it is overdue."""
    if found.on is None:
        return join(wording.next_review(found, book.say))
    late = tag("strong", book.say("overdue since {date}", date=book.say.day(found.on)), class_="pb-overdue")
    after = found.on + timedelta(days=1)
    if after <= book.manual.as_of:
        return late
    return day_variants.by_day([(book.manual.as_of, join(wording.next_review(found, book.say))), (after, late)])


def last(book: Book, found: reviews.Due) -> str:
    """Return when the last review was and what it concluded."""
    if found.last is None or found.act is not None:
        return wording.last_review(found, book.say)
    return f"{book.say.date(found.last.when)}: {outcome(book, found.last)}"


def outcome(book: Book, review: Review) -> str:
    """Return what a review concluded."""
    return book.say(OUTCOMES.get(review.outcome, review.outcome))


def told(book: Book, review: Review, page: str) -> Html:
    """Return a review as a reader wants it: the day, who looked, what they concluded and why."""
    say = book.say
    head = say.rich(
        "{date}, {body}: {outcome}",
        date=say.date(review.when),
        body=body(book, review.by, page),
        outcome=tag("strong", outcome(book, review)),
    )
    steps = [
        say.rich(
            "Next: {what}, by {body}{until}",
            what=book.theirs(step.text("what")),
            body=book.theirs(book.manual.body_name(step.text("by"))),
            until=f", {say.date(when)}" if (when := step.date("due")) else "",
        )
        for step in review.parts("next_steps")
    ]
    return join(head, paragraph(book.theirs(review.text("summary"))), *(paragraph(step, note=True) for step in steps))


def held(book: Book, policy: Policy, of: str, page: str) -> str:
    """Return the reviews on record of a strategy, or of the policy itself, the newest first, folded away."""
    listed = sorted(
        (review for review in policy.reviews if review.of == of and review.when.earliest <= book.manual.as_of),
        key=lambda review: (review.when.latest, review.id),
        reverse=True,
    )
    if not listed:
        return ""
    return tag(
        "details",
        tag("summary", book.say.many("{n} review on record", "{n} reviews on record", len(listed))),
        items(told(book, review, page) for review in listed),
    )


def state(book: Book, found: reviews.Due) -> str:
    """Return which group a strategy belongs to on the day of the build: overdue, soon, later, or why none."""
    if found.on is None:
        return found.why
    if found.on < book.manual.as_of:
        return "overdue"
    return "soon" if found.on <= book.manual.as_of + timedelta(days=SOON) else "later"
