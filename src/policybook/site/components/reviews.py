"""Reviews: when the last one was, when the next one is due, and what they found."""

from __future__ import annotations

from datetime import timedelta

from policybook.due import accepted, summary, wording
from policybook.due.obligation import Obligation
from policybook.model import Policy, Review, View, Waiver
from policybook.site import day_variants
from policybook.site.components.facts import body, outside
from policybook.site.components.tables import items, paragraph
from policybook.site.context import Book
from policybook.text.html import Html, join, tag


def next_due(book: Book, found: Obligation) -> Html:
    """Return when the next review falls due; once that day is past, that it is overdue."""
    if found.on is None:
        return join(wording.next_review(found, book.say))
    late = tag("strong", book.say("overdue since {date}", date=book.say.day(found.on)), class_="pb-overdue")
    held = accepted.waiver(found, book.manual)
    if held is not None:
        late = join(late, "; ", lateness_accepted(book, held))
    after = found.on + timedelta(days=1)
    if after <= book.manual.as_of:
        return late
    return day_variants.by_day([(book.manual.as_of, join(wording.next_review(found, book.say))), (after, late)])


def lateness_accepted(book: Book, held: Waiver) -> Html:
    """Return who accepted that something is late, and until when."""
    name = book.theirs(book.manual.body_name(held.by))
    return book.say.rich("accepted by {body} until {date}", body=name, date=book.say.date(held.until))


def last(book: Book, found: Obligation) -> str:
    """Return when the last review was and what it concluded."""
    return summary.progress(found, book.say)


def told(book: Book, review: Review, page: str) -> Html:
    """Return a review as a reader wants it: the day, who looked, what they concluded and why."""
    say = book.say
    head = say.rich(
        "{date}, {body}: {outcome}",
        date=say.date(review.when),
        body=body(book, review.by, page),
        outcome=tag("strong", summary.outcome(review, say)),
    )
    steps = [step(book, one) for one in review.parts("next_steps")]
    findings = items(_finding(book, one) for one in review.parts("findings")) if review.has("findings") else ""
    return join(
        head,
        paragraph(book.theirs(review.text("summary"))),
        _interpretation(book, review),
        findings,
        _evidence(book, review),
        *(paragraph(step, note=True) for step in steps),
    )


def _interpretation(book: Book, review: Review) -> Html:
    """Return how those who reported read the policy, where they say so."""
    said = review.text("interpretation")
    return paragraph(book.say.rich("Interpretation: {words}", words=book.theirs(said))) if said else Html()


def _evidence(book: Book, review: Review) -> Html:
    """Return what shows the conclusion, with links."""
    pieces = review.parts("evidence")
    if not pieces:
        return Html()
    shown = [outside(book.theirs(one.text("title")), one.text("url")) for one in pieces]
    listed = join(*(part for at, one in enumerate(shown) for part in ((", " if at else ""), one)))
    return paragraph(book.say.rich("Evidence: {evidence}", evidence=listed), note=True)


def _finding(book: Book, one: View) -> Html:
    """Return what an evaluation found of one strategy."""
    policy = book.manual.find(one.at().subject)
    known = policy.strategies_by_id.get(one.text("strategy")) if policy else None
    outcome = book.say(summary.OUTCOMES[one.text("outcome")])
    return join(
        book.theirs(known.title if known else one.text("strategy")),
        ": ",
        tag("strong", outcome),
        ". ",
        book.theirs(one.text("text")),
    )


def step(book: Book, one: View) -> Html:
    """Return a step that was promised: what is to be done by when, or that it was done."""
    say, done = book.say, one.date("done")
    what, by = book.theirs(one.text("what")), book.theirs(book.manual.body_name(one.text("by")))
    if done is not None and done.earliest <= book.manual.as_of:
        return say.rich("Done {date}: {what}, by {body}", date=say.date(done), what=what, body=by)
    until = f", {say.date(when)}" if (when := one.date("due")) else ""
    return say.rich("Next: {what}, by {body}{until}", what=what, body=by, until=until)


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
