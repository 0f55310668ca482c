"""Write the memo of a packet from what is on record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from policybook.documents.packet import motion
from policybook.documents.packet.values import MemoRow
from policybook.due.wording import ACTIONS
from policybook.model import Manual, Policy, Revision, Text, View
from policybook.redline import Redline
from policybook.redline.gist import gists
from policybook.redline.summary import entries
from policybook.rules import remaining
from policybook.text.i18n import ENGLISH, Say, mark
from policybook.values import dates

TRIGGERS = {
    "law": mark("A change of the law."),
    "model": mark("A change of the model policy it follows."),
    "scheduled": mark("Its scheduled review."),
    "request": mark("A request."),
    "practice": mark("A change of practice."),
}
_STEPS = {
    "committee": mark("Committee"),
    "counsel": mark("Counsel"),
    "staff": mark("Staff"),
    "notice": mark("Notice"),
    "tabled": mark("Tabled"),
    "returned": mark("Returned"),
    "filed": mark("Filed"),
}
_KINDS = {"added": "new", "removed": "gone"}
_SAID = (("changed", mark("{n} changed or moved")), ("new", mark("{n} new")), ("gone", mark("{n} taken out")))
_GISTS = 6


def of(
    manual: Manual,
    policy: Policy,
    revision: Revision,
    old: Text | None,
    marked: Redline,
    meeting: date | None,
    say: Say = ENGLISH,
) -> tuple[MemoRow, ...]:
    """Return the memo's questions that the record can answer, the motion first, then in the order a board asks them."""
    asked = (
        MemoRow(say("Recommended motion"), _one(motion.of(manual, policy, revision, say))),
        MemoRow(say("What"), (_what(policy, revision, old, marked, say),), _gist(marked)),
        MemoRow(say("Summary"), _prose(revision, "summary")),
        MemoRow(say("Why"), _why(revision, say)),
        MemoRow(say("Kind of change"), _class(revision, say)),
        MemoRow(say("Proposed by"), _proposed_by(manual, revision)),
        MemoRow(say("Fiscal impact"), _prose(revision, "fiscal")),
        MemoRow(say("Who is affected"), _equity(manual, revision, say)),
        MemoRow(say("Legal references"), (), tuple(_legal(revision))),
        MemoRow(say("Related policies"), (), tuple(_references(manual, revision))),
        MemoRow(
            say("Readings so far"), (), tuple(_readings(revision, say)) or (say("None yet."),) * (not revision.done)
        ),
        MemoRow(say("Votes so far"), (), tuple(_votes(manual, revision, say))),
        MemoRow(say("Comment"), _comment(revision, say)),
        MemoRow(say("What else was done"), (), tuple(_steps(manual, revision, say))),
        MemoRow(
            say("What the board’s rules still require"), (), remaining.still(manual, policy, revision, meeting, say)
        ),
    )
    return tuple(entry for entry in asked if entry.paragraphs or entry.points)


def changes(marked: Redline, say: Say = ENGLISH) -> tuple[str, ...]:
    """Return what a redline changes, a sentence for each change, in its order."""
    return tuple(entry.words for entry in entries(marked, say))


def proof(revision: Revision, old: Text | None, say: Say = ENGLISH) -> tuple[str, ...]:
    """Return the digests by which the texts are known, for the foot of the packet."""
    found = []
    if revision.makes_text:
        found.append(say("Digest of the text presented: {digest}", digest=revision.computed_digest))
    if old is not None and revision.makes_text:
        found.append(say("Digest of the text it is compared with: {digest}", digest=old.computed_digest))
    elif old is not None:
        found.append(say("Digest of the text in force: {digest}", digest=old.computed_digest))
    found.append(say("Redline, clean copy and record were compared and agree."))
    return tuple(found)


def _one(words: str) -> tuple[str, ...]:
    return (words,) if words else ()


def _gist(marked: Redline) -> tuple[str, ...]:
    """Return what each number became: "eight → five school days"."""
    return tuple(dict.fromkeys(gist for op in marked.changes for gist in gists(op)))[:_GISTS]


def _what(policy: Policy, revision: Revision, old: Text | None, marked: Redline, say: Say) -> str:
    name = say("Policy {code}, {title}", code=policy.code, title=say.own(revision.title or policy.title))
    if not revision.makes_text and not revision.done:
        return _without_text(policy, revision, name, say)
    if revision.done:
        action = say(ACTIONS[revision.action]).lower()
        if not revision.acted:
            return f"{name}: {action}."
        return say("{name}: {action} {date}.", name=name, action=action, date=_on(revision.acted, say))
    if old is None:
        return say("A new policy: {name}.", name=name)
    return " ".join(filter(None, (say("A revision of {name}.", name=name), _counted(marked, say), _since(old, say))))


def _without_text(policy: Policy, revision: Revision, name: str, say: Say) -> str:
    """Return what an act would do that leaves the text as it is."""
    until = revision.date("until")
    if revision.action == "suspend" and until is not None:
        if named := revision.texts("provisions"):
            name = say("provisions {ids} of {name}", ids=", ".join(named), name=name)
        return say("The suspension of {name}, until {date}. The text stays as it is.", name=name, date=say.date(until))
    if revision.action == "rescind":
        said = say("The rescission of {name}. None of its text would be in force any more.", name=name)
        instead = ", ".join(revision.texts("replaced_by"))
        replaced = say("It is replaced by {policies}.", policies=instead)
        return f"{said} {replaced}" if instead else said
    return say("{action}: {name}. The text stays as it is.", action=say(ACTIONS[revision.action]), name=name)


def _counted(marked: Redline, say: Say) -> str:
    kinds = Counter(_KINDS.get(op.change, "changed") for op in marked.changes if op.change != "moved-away")
    said = [say(words, n=kinds[kind]) for kind, words in _SAID if kinds[kind]]
    return say("Parts of the text: {counts}.", counts=", ".join(said)) if said else say("The text stays as it is.")


def _since(old: Text, say: Say) -> str:
    if isinstance(old, Revision) and old.acted is not None:
        return say("The text it would replace was adopted {date}.", date=_on(old.acted, say))
    return ""


def _on(when: dates.PartialDate, say: Say) -> str:
    return say("on {date}", date=say.date(when)) if when.exact else say("in {date}", date=say.date(when))


def _prose(view: View, key: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in view.text(key).split("\n") if part.strip())


def _why(revision: Revision, say: Say) -> tuple[str, ...]:
    known = TRIGGERS.get(revision.text("trigger"), "")
    trigger = say(known) if known else ""
    emergency = str(revision.emergency.get("reason", ""))
    return tuple(part for part in (trigger, *_prose(revision, "reason"), emergency) if part)


def _class(revision: Revision, say: Say) -> tuple[str, ...]:
    return {
        "editorial": (say("Editorial: the words change, not what they ask."),),
        "substantive": (say("Substantive: what the policy asks changes."),),
    }.get(revision.text("change"), ())


def _proposed_by(manual: Manual, revision: Revision) -> tuple[str, ...]:
    named = revision.text("proposed_by")
    return (manual.body_name(named),) if named else ()


def _equity(manual: Manual, revision: Revision, say: Say) -> tuple[str, ...]:
    held = revision.get("equity")
    if not held:
        asked = remaining.rule(manual, revision, "equity") == "required"
        return (say("The board’s rules ask for an equity analysis. None is on record."),) if asked else ()
    view = View(held, revision.path)
    found = [view.text("affected")]
    found += [say("Evidence: {words}", words=view.text("evidence"))] if view.text("evidence") else []
    found += [say("Changed because of it: {words}", words=view.text("changed"))] if view.text("changed") else []
    when = view.date("date")
    made = [
        view.text("tool"),
        manual.body_name(view.text("by")) if view.text("by") else "",
        say.date(when) if when else "",
    ]
    found += [say("Equity analysis: {words}.", words=", ".join(part for part in made if part))] if any(made) else []
    return tuple(part for part in found if part)


def _legal(revision: Revision) -> Iterator[str]:
    for citation in revision.legal:
        title = citation.text("title")
        yield f"{citation.cite} ({title})" if title else citation.cite


def _references(manual: Manual, revision: Revision) -> Iterator[str]:
    for reference in revision.references:
        found = manual.find(reference.code) if reference.code else None
        name = f"{reference.code} {found.title}" if found else reference.code or reference.text("title")
        why = reference.text("why")
        yield f"{name}: {why}" if why else name


def _readings(revision: Revision, say: Say) -> Iterator[str]:
    amended = {
        "editorial": say("amended before it, in words only"),
        "substantive": say("amended before it, in substance"),
    }
    for reading in revision.readings:
        name = say("{ordinal} reading", ordinal=motion.ordinal(reading.number, say))
        parts = [name[:1].upper() + name[1:], say.date(reading.when) if reading.when else ""]
        if reading.waived:
            yield say("{reading}, waived: {why}", reading=", ".join(filter(None, parts)), why=reading.waived)
        else:
            yield "; ".join(filter(None, (", ".join(filter(None, parts)), amended.get(reading.amended, ""))))


def _votes(manual: Manual, revision: Revision, say: Say) -> Iterator[str]:
    """Yield each vote on the proposal that is on record, in steps and at meetings."""
    for held in revision.get("steps") or ():
        view = View(held, revision.path)
        votes = view.get("votes") or view.get("vote")
        if votes:
            when = view.date("date")
            by = manual.body_name(view.text("by")) if view.text("by") else ""
            yield ", ".join(filter(None, (by, say.date(when) if when else "", _tally(votes))))


def _tally(votes: object) -> str:
    if isinstance(votes, dict):
        return ", ".join(
            f"{key} {value if isinstance(value, (int, str)) else len(value)}" for key, value in votes.items()
        )
    return str(votes)


def _comment(revision: Revision, say: Say) -> tuple[str, ...]:
    held = revision.get("comment")
    if not held:
        return ()
    view = View(held, revision.path)
    start, end = view.date("from"), view.date("until")
    found = []
    if start and end:
        found.append(say("Open for comment from {start} until {end}.", start=say.date(start), end=say.date(end)))
    elif end:
        found.append(say("Open for comment until {end}.", end=say.date(end)))
    elif start:
        found.append(say("Open for comment from {start}.", start=say.date(start)))
    where = view.text("to") or view.text("url")
    found += [say("Comments go to {where}.", where=where)] if where else []
    found += [say("Comments received: {words}", words=view.text("received"))] if view.text("received") else []
    return tuple(found)


def _steps(manual: Manual, revision: Revision, say: Say) -> Iterator[str]:
    for held in revision.get("steps") or ():
        view = View(held, revision.path)
        by, when, what = view.text("by"), view.date("date"), view.text("what")
        said = [say(_STEPS[what]) if what in _STEPS else what, manual.body_name(by) if by else "", view.text("outcome")]
        said += [say.date(when) if when else view.text("as_written")]
        yield ", ".join(part for part in said if part)
