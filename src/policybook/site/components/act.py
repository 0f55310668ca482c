"""An act of the board, as it is on record: who and when, its steps, readings and vote, the digests."""

from __future__ import annotations

from policybook.due import wording
from policybook.exports import urls
from policybook.model import Reading, Revision
from policybook.site.components import proposals
from policybook.site.components.facts import body, outside, said_by
from policybook.site.components.tables import facts, items, link
from policybook.site.context import Book
from policybook.text.html import Html, join, tag
from policybook.text.i18n import mark
from policybook.values import dates

STEPS = {
    "committee": mark("discussed in committee"),
    "counsel": mark("looked at by counsel"),
    "staff": mark("prepared by staff"),
    "notice": mark("notice given"),
    "tabled": mark("laid aside"),
    "returned": mark("sent back"),
    "filed": mark("filed"),
}


def told(book: Book, act: Revision, url: str) -> Html:
    """Return what is on record of an act, or of a proposal: who acted and when, the readings, the vote, the digests."""
    say, manual = book.say, book.manual
    published = act.date("published")
    effective, until = act.effective, act.date("until")
    begins = say("In force from") if act.makes_text or not act.done else say("Takes effect")
    rows: list[tuple[str, str | Html]] = [
        (say("Action"), say(wording.ACTIONS[act.action]) if act.done else ""),
        (say("Date"), join(wording.when(act, say), _dated_by(book, act, url)) if act.done else ""),
        (begins, say.date(effective) if effective else ""),
        (say("Until"), say.date(until) if until else ""),
        (say("Published"), say.date(published) if published else ""),
        (say("By"), body(book, act.text("by"), url) if act.text("by") else ""),
        (say("Why"), book.theirs(act.text("reason"))),
        (say("What was corrected"), book.theirs(act.text("what"))),
        (say("On whose authority"), book.theirs(act.text("authority"))),
        (say("Code before"), act.text("from")),
        (say("Code after"), act.text("to")),
        (say("Proposed by"), body(book, act.text("proposed_by"), url) if act.text("proposed_by") else ""),
        (say("Steps"), items(_step(book, step, url) for step in act.get("steps") or ())),
        (say("Readings"), items(_reading(book, reading) for reading in act.readings)),
        (say("Vote"), vote(book, manual.of_meeting(act, "vote"))),
        (say("Moved by"), book.theirs(str(manual.of_meeting(act, "moved_by") or ""))),
        (say("Seconded by"), book.theirs(str(manual.of_meeting(act, "seconded_by") or ""))),
        (say("Resolution"), book.theirs(act.text("resolution"))),
        (say("Minutes"), _minutes(manual.of_meeting(act, "minutes"))),
        (say("Emergency"), book.theirs(str(act.emergency.get("reason") or ""))),
        (say("Taken over from"), _recorded(book, act, url)),
        (say("Digest of the text"), tag("code", act.digest, class_="pb-digest") if act.digest else ""),
        (say("Chain"), tag("code", act.chain, class_="pb-digest") if act.chain else ""),
        (say("Note"), book.theirs(act.text("note"))),
    ]
    return facts(rows)


def _dated_by(book: Book, act: Revision, url: str) -> Html:
    return said_by(book, act.date_fact, url) if act.date_fact else Html()


def _step(book: Book, step: dict[str, str], url: str) -> Html:
    say, what = book.say, STEPS[step["what"]]
    return join(
        say(what),
        join(": ", body(book, step["by"], url)) if step.get("by") else "",
        f", {say.date(dates.parse(step['date']))}" if step.get("date") else "",
        join(": ", book.theirs(step["outcome"])) if step.get("outcome") else "",
    )


def _reading(book: Book, reading: Reading) -> Html:
    say = book.say
    day = say.date(reading.when) if reading.when else say("on a day not known")
    named = proposals.reading(reading.number, say)
    if reading.waived:
        return say.rich(
            "{reading}, {date}: waived: {reason}", reading=named, date=day, reason=book.theirs(reading.waived)
        )
    amended = {
        "editorial": say("amended in wording since the one before"),
        "substantive": say("amended in substance since the one before"),
    }.get(reading.amended, "")
    return join(f"{named}, {day}", f"; {amended}" if amended else "")


def vote(book: Book, cast: object) -> str:
    """Return a vote in words."""
    say = book.say
    if cast == "unanimous":
        return say("unanimous")
    if cast == "consent":
        return say("on the consent agenda")
    if not isinstance(cast, dict):
        return ""
    said = [
        say("{n} for", n=cast["for"]) if cast.get("for") is not None else "",
        say("{n} against", n=cast["against"]) if cast.get("against") is not None else "",
        say("{n} abstaining", n=cast["abstain"]) if cast.get("abstain") is not None else "",
        say("{n} absent", n=cast["absent"]) if cast.get("absent") is not None else "",
    ]
    return ", ".join(part for part in said if part)


def _minutes(where: object) -> Html:
    return outside(where, where) if isinstance(where, str) else Html()


def _recorded(book: Book, act: Revision, url: str) -> Html:
    source = str(act.recorded.get("source") or "")
    if not source:
        return Html()
    held = book.manual.sources.get(source)
    return link(book.theirs(held.title if held else source), urls.source(source), url)
