"""Strategies on a policy's page: who answers for each, how often it is looked at, what was promised and measured."""

from __future__ import annotations

from collections import Counter

from policybook.due import changed, wording
from policybook.due import reviews as due
from policybook.exports import urls
from policybook.model import Activity, Policy, Strategy
from policybook.site.components import chart, reviews
from policybook.site.components import stewardship as kept
from policybook.site.components.facts import bodies, body, sourced
from policybook.site.components.tables import facts, items, paragraph
from policybook.site.context import Book
from policybook.site.page import blocks, heading
from policybook.text.html import Html, join, tag
from policybook.text.i18n import mark

STATES = {"planned": mark("planned"), "under way": mark("under way"), "finished": mark("finished")}


def of_policy(book: Book, policy: Policy) -> list[str]:
    """Return the section on who answers for a policy's strategies and its text, or nothing where there is neither."""
    parts = [*(_strategy(book, policy, strategy) for strategy in policy.strategies), *kept.text_itself(book, policy)]
    return [heading(2, join(book.say("Strategies and owners")), "strategies"), *parts] if parts else []


def summary(book: Book, policy: Policy) -> Html:
    """Return one sentence: how many strategies there are, how their owners are known, when one was last reviewed."""
    say, today = book.say, book.manual.as_of
    going_on = [one for one in policy.strategies if one.ended is None or one.ended.earliest > today]
    if not going_on or not policy.texts_to_come(today):
        return Html()
    owners = Counter(owner.basis if (owner := one.owner_on(today)) and owner.value else "none" for one in going_on)
    known = len(going_on) - owners["inferred"] - owners["assumed"] - owners["none"]
    ids = {one.id for one in going_on}
    held = [review.when for review in policy.reviews if review.of in ids and review.when.earliest <= today]
    last = max(held, key=lambda when: when.latest, default=None)
    said = (
        say.many("{n} owner is stated", "{n} owners are stated", known) if known else "",
        say.many("{n} owner is inferred", "{n} owners are inferred", owners["inferred"]) if owners["inferred"] else "",
        say.many("{n} owner is assumed", "{n} owners are assumed", owners["assumed"]) if owners["assumed"] else "",
        say.many("{n} owner isn't recorded", "{n} owners aren't recorded", owners["none"]) if owners["none"] else "",
        say("last review {date}", date=say.date(last)) if last else say("no review on record"),
    )
    first = tag("a", say.many("{n} strategy", "{n} strategies", len(going_on)), href="#strategies")
    return paragraph(first, *(f"; {words}" for words in said if words), ".", note=True)


def _strategy(book: Book, policy: Policy, strategy: Strategy) -> str:
    say, page = book.say, urls.policy(policy.code)
    found = due.of_strategy(book.manual, policy, strategy)
    owner, cadence = strategy.owner_on(book.manual.as_of), strategy.cadence_on(book.manual.as_of)
    answers = body(book, owner.value, page) if owner and owner.value else join(say("not recorded"))
    often = wording.interval(cadence.value, say) if cadence and cadence.value else say("not recorded")
    rows = facts(
        [
            (say("Owner"), sourced(book, answers, owner, page)),
            (say("Helps"), bodies(book, strategy.support, page)),
            (say("Review cycle"), sourced(book, often, cadence, page)),
            (say("Last review"), reviews.last(book, found)),
            (say("Text"), _changed(book, policy, strategy)),
            (say("Next review"), reviews.next_due(book, found)),
        ]
    )
    shown = next((text for text in reversed(policy.acts) if text.holds_text), None)
    there = shown is not None and strategy.provision in shown.by_id
    lead = tag("p", tag("a", say("Read the provision"), href=f"#{strategy.provision}")) if there else Html()
    promises = [tag("q", book.theirs(promise.quote)) for promise in strategy.commitments]
    kept = join(paragraph(say("What the text promises:")), items(promises)) if promises else Html()
    doing: list[str | Html] = [
        *(book.theirs(activity) for activity in strategy.texts("activities")),
        *(_activity(book, one, page) for one in policy.activities if one.strategy == strategy.id),
    ]
    done = join(paragraph(say("What is done:")), items(doing)) if doing else Html()
    return blocks(
        heading(3, book.theirs(strategy.title), f"strategy-{strategy.id}"),
        tag("div", lead, rows, kept, done),
        *(chart.of_indicator(book, policy, strategy, indicator) for indicator in strategy.indicators),
        reviews.held(book, policy, strategy.id, page),
    )


def _activity(book: Book, one: Activity, page: str) -> Html:
    """Return an activity: what is done, who leads it, where it stands, and what shows it."""
    say = book.say
    lead = join(", ", body(book, one.text("lead"), page)) if one.has("lead") else Html()
    began = one.date("since")
    since = join(", ", say("since {date}", date=say.date(began))) if began else ""
    resources = join(". ", say.rich("Committed: {resources}", resources=book.theirs(one.text("resources"))))
    shown = ", ".join(str(entry["title"]) for entry in one.get("evidence") or ())
    return join(
        book.theirs(one.what),
        lead,
        since,
        " (",
        tag("strong", say(STATES[one.state(book.manual.as_of)])),
        ")",
        resources if one.has("resources") else "",
        join(". ", say.rich("Evidence: {evidence}", evidence=book.theirs(shown))) if shown else "",
    )


def _changed(book: Book, policy: Policy, strategy: Strategy) -> Html:
    """Return that the text has changed since the last review, where it has."""
    if changed.since_review(book.manual, policy, strategy) is None:
        return Html()
    return tag("strong", book.say("changed since the last review"), class_="pb-overdue")
