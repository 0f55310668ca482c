"""Everything that somebody has still to do by a day: reviews, monitoring, answers, next steps, acts to be followed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from policybook.due import other as owed
from policybook.due import wording
from policybook.due.items import Promise, promises
from policybook.due.other import Owed
from policybook.exports import urls
from policybook.model import Policy
from policybook.site import day_variants
from policybook.site.components import reviews
from policybook.site.components.facts import body
from policybook.site.components.stewardship import METHODS
from policybook.site.components.tables import link
from policybook.site.context import Book
from policybook.text.html import Html, join, tag
from policybook.text.i18n import mark

KINDS = {
    "review": mark("Review"),
    "monitoring": mark("Monitoring"),
    "answer": mark("Answer to a recommendation"),
    "next step": mark("Next step"),
    "emergency": mark("Emergency act that lapses"),
}

_SUMMARIES = {
    "review": mark("Review due: {what}"),
    "monitoring": mark("Monitoring due: {what}"),
    "answer": mark("Answer due: {what}"),
    "next step": mark("Next step due: {what}"),
    "emergency": mark("Emergency act lapses: {what}"),
}

_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Pending:
    """One thing to do: exactly one of `promise`, a review, and `owed`, anything else, is there."""

    promise: Promise | None = None
    owed: Owed | None = None

    @property
    def kind(self) -> str:
        """Return what it is, a key of `KINDS`."""
        return self.owed.kind if self.owed else "review"

    @property
    def policy(self) -> Policy:
        """Return the policy it belongs to."""
        if self.owed is not None:
            return self.owed.policy
        assert self.promise is not None
        return self.promise.policy

    @property
    def by(self) -> str:
        """Return the id of the body that must act; empty where nobody is on record."""
        return self.owed.by if self.owed else self.promise.owner if self.promise else ""

    @property
    def on(self) -> date | None:
        """Return the last day on which it is in time."""
        return self.owed.day.latest if self.owed else self.promise.due.on if self.promise else None

    @property
    def url(self) -> str:
        """Return the page of the site where it stands."""
        return self.promise.url if self.promise else urls.policy(self.policy.code)

    def title(self, book: Book) -> str:
        """Return what it is about, with the policy's code, in the record's own words."""
        name, how = self._title(book)
        return f"{name}{how}"

    def named(self, book: Book) -> Html:
        """Return the same for a page."""
        name, how = self._title(book)
        return join(book.theirs(name), how)

    def _title(self, book: Book) -> tuple[str, str]:
        """Return the record's words, and ours that follow them."""
        if self.owed is None:
            assert self.promise is not None
            return self.promise.title, ""
        name = f"{self.policy.code} {self.policy.title}"
        if self.kind == "monitoring":
            return name, f", {book.say(METHODS[self.owed.what])}"
        what = " ".join(self.owed.what.split())
        return f"{name}: ‘{what if len(what) <= _LONGEST else what[: _LONGEST - 1].rstrip() + '…'}’", ""

    def said(self, book: Book) -> str:
        """Return kind and title as one line: "Review due: 3210 Publish the figures"."""
        return book.say(_SUMMARIES[self.kind], what=self.title(book))

    def when(self, book: Book) -> str:
        """Return in words by when it is to be done, that it is late, or why no day can be named."""
        say, day = book.say, self.on
        if day is not None and day < book.manual.as_of:
            return say("overdue since {date}", date=say.day(day))
        if self.owed is not None:
            return say("due by {date}", date=say.date(self.owed.day))
        assert self.promise is not None
        return wording.next_review(self.promise.due, say)

    def stands(self, book: Book) -> str:
        """Return where it stands: the last review, or that nothing is on record yet."""
        say = book.say
        if self.owed is None:
            assert self.promise is not None
            return reviews.last(book, self.promise.due)
        if self.owed.last is not None:
            return f"{say.date(self.owed.last.when)}: {reviews.outcome(book, self.owed.last)}"
        return {
            "answer": say("no answer on record"),
            "next step": say("not done, as far as is on record"),
            "emergency": say("no later act on record"),
        }[self.owed.kind]


def pending(book: Book) -> tuple[Pending, ...]:
    """Return all of it, by day; what has no day last."""
    found = [Pending(promise=promise) for promise in promises(book)]
    found += [Pending(owed=one) for one in owed.all_of(book.manual)]
    return tuple(sorted(found, key=lambda one: (one.on is None, str(one.on), one.title(book), one.kind)))


def told(book: Book, one: Pending, url: str) -> Html:
    """Return it as one line of a list: what it is, who must act, and by when."""
    owner = join(" (", body(book, one.by, url), ")") if one.by else Html()
    return join(book.say(KINDS[one.kind]), ": ", link(one.named(book), one.url, url), owner, ": ", by_when(book, one))


def by_when(book: Book, one: Pending) -> Html:
    """Return by when it is to be done; once that day is past, that it is overdue; true on each day without a build."""
    if one.promise is not None:
        return reviews.next_due(book, one.promise.due)
    words, day = join(one.when(book)), one.on
    if day is None or day < book.manual.as_of:
        return tag("strong", words, class_="pb-overdue")
    late = tag("strong", book.say("overdue since {date}", date=book.say.day(day)), class_="pb-overdue")
    return day_variants.by_day([(book.manual.as_of, words), (day + timedelta(days=1), late)])
