"""Write the memo of a packet from what is on record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from policybook.documents.packet.values import Entry
from policybook.due.wording import ACTIONS
from policybook.model import Manual, Policy, Revision, Text, View
from policybook.redline import Redline
from policybook.redline.summary import entries
from policybook.rules import remaining
from policybook.values import dates

TRIGGERS = {
    "law": "A change of the law.",
    "model": "A change of the model policy it follows.",
    "scheduled": "Its scheduled review.",
    "request": "A request.",
    "practice": "A change of practice.",
    "other": "",
}
_STEPS = {
    "committee": "Committee",
    "counsel": "Counsel",
    "staff": "Staff",
    "notice": "Notice",
    "tabled": "Tabled",
    "returned": "Returned",
    "filed": "Filed",
}
_KINDS = {"added": "new", "removed": "gone"}
_SAID = (("changed", "changed or moved"), ("new", "new"), ("gone", "taken out"))


def of(
    manual: Manual, policy: Policy, revision: Revision, old: Text | None, marked: Redline, meeting: date | None
) -> tuple[Entry, ...]:
    """Return the memo's questions that the record can answer, in the order in which a board asks them."""
    required_still = remaining.still(manual, policy, revision, meeting)
    asked = (
        Entry("What", (_what(policy, revision, old, marked),)),
        Entry("Summary", _prose(revision, "summary")),
        Entry("Why", _why(revision)),
        Entry("Kind of change", _class(revision)),
        Entry("Proposed by", _proposed_by(manual, revision)),
        Entry("Who is affected", _equity(manual, revision), ()),
        Entry("Legal references", (), tuple(_legal(revision))),
        Entry("Related policies", (), tuple(_references(manual, revision))),
        Entry("Readings so far", (), tuple(_readings(revision)) or ("None yet.",) * (not revision.done)),
        Entry("Comment", _comment(revision)),
        Entry("What else was done", (), tuple(_steps(manual, revision))),
        Entry("What the board’s rules still require", (), required_still),
        Entry("Recommended motion", _motion(manual, policy, revision, old, meeting)),
        Entry("Proof", _proof(revision, old)),
    )
    return tuple(entry for entry in asked if entry.paragraphs or entry.points)


def changes(marked: Redline) -> tuple[str, ...]:
    """Return what a redline changes, a sentence for each change, in its order."""
    return tuple(entry.words for entry in entries(marked))


def _what(policy: Policy, revision: Revision, old: Text | None, marked: Redline) -> str:
    name = f"Policy {policy.code}, {revision.title or policy.title}"
    if not revision.makes_text and not revision.done:
        return _without_text(policy, revision, name)
    if revision.done:
        when = f" on {revision.acted.words()}" if revision.acted else ""
        return f"{name}: {ACTIONS[revision.action].lower()}{when}."
    if old is None:
        return f"A new policy: {name}."
    return f"A revision of {name}. {_counted(marked)}{_since(old)}"


def _without_text(policy: Policy, revision: Revision, name: str) -> str:
    """Return what an act would do that leaves the text as it is."""
    until = revision.date("until")
    if revision.action == "suspend" and until is not None:
        part = f"provisions {', '.join(named)} of " if (named := revision.texts("provisions")) else ""
        return f"The suspension of {part}{name}, until {until.words()}. The text stays as it is."
    if revision.action == "rescind":
        instead = f" It is replaced by {', '.join(named)}." if (named := revision.texts("replaced_by")) else ""
        return f"The rescission of {name}. None of its text would be in force any more.{instead}"
    return f"{ACTIONS[revision.action]}: {name}. The text stays as it is."


def _counted(marked: Redline) -> str:
    kinds = Counter(_KINDS.get(op.change, "changed") for op in marked.changes if op.change != "moved-away")
    said = [f"{kinds[kind]} {words}" for kind, words in _SAID if kinds[kind]]
    if not said:
        return "The text stays as it is."
    return f"Parts of the text: {', '.join(said)}."


def _since(old: Text) -> str:
    if isinstance(old, Revision) and old.acted is not None:
        return f" The text it would replace was adopted {_on(old.acted)}."
    return ""


def _on(when: dates.PartialDate) -> str:
    return f"on {when.words()}" if when.exact else f"in {when.words()}"


def _prose(view: View, key: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in view.text(key).split("\n") if part.strip())


def _why(revision: Revision) -> tuple[str, ...]:
    trigger = TRIGGERS.get(revision.text("trigger"), "")
    emergency = str(revision.emergency.get("reason", ""))
    return tuple(part for part in (trigger, *_prose(revision, "reason"), emergency) if part)


def _class(revision: Revision) -> tuple[str, ...]:
    return {
        "editorial": ("Editorial: the words change, not what they ask.",),
        "substantive": ("Substantive: what the policy asks changes.",),
    }.get(revision.text("change"), ())


def _proposed_by(manual: Manual, revision: Revision) -> tuple[str, ...]:
    named = revision.text("proposed_by")
    return (manual.body_name(named),) if named else ()


def _equity(manual: Manual, revision: Revision) -> tuple[str, ...]:
    held = revision.get("equity")
    if not held:
        asked = remaining.rule(manual, revision, "equity") == "required"
        return ("The board’s rules ask for an equity analysis. None is on record.",) if asked else ()
    view = View(held, revision.path)
    found = [view.text("affected")]
    found += [f"Evidence: {view.text('evidence')}"] if view.text("evidence") else []
    found += [f"Changed because of it: {view.text('changed')}"] if view.text("changed") else []
    when = view.date("date")
    made = [
        view.text("tool"),
        manual.body_name(view.text("by")) if view.text("by") else "",
        when.words() if when else "",
    ]
    found += [f"Equity analysis: {', '.join(part for part in made if part)}."] if any(made) else []
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


def _readings(revision: Revision) -> Iterator[str]:
    for reading in revision.readings:
        name = remaining.ordinal(reading.number)
        when = f", {reading.when.words()}" if reading.when else ""
        if reading.waived:
            yield f"{name} reading waived{when}: {reading.waived}"
        else:
            amended = {"editorial": "; amended since, in words only", "substantive": "; amended since, in substance"}
            yield f"{name} reading{when}{amended.get(reading.amended, '').replace(' since', ' before it')}"


def _comment(revision: Revision) -> tuple[str, ...]:
    held = revision.get("comment")
    if not held:
        return ()
    view = View(held, revision.path)
    start, end = view.date("from"), view.date("until")
    opened = " ".join(
        part for part in (f"from {start.words()}" if start else "", f"until {end.words()}" if end else "") if part
    )
    found = [f"Open for comment {opened}.".replace("  ", " ")] if opened else []
    found += [f"Comments go to {view.text('to') or view.text('url')}."] if view.text("to") or view.text("url") else []
    found += [f"Comments received: {view.text('received')}"] if view.text("received") else []
    return tuple(found)


def _steps(manual: Manual, revision: Revision) -> Iterator[str]:
    for held in revision.get("steps") or ():
        view = View(held, revision.path)
        by, when = view.text("by"), view.date("date")
        said = [
            _STEPS.get(view.text("what"), view.text("what")),
            manual.body_name(by) if by else "",
            view.text("outcome"),
        ]
        said += [when.words() if when else view.text("as_written")]
        yield ", ".join(part for part in said if part)


def _motion(
    manual: Manual, policy: Policy, revision: Revision, old: Text | None, meeting: date | None
) -> tuple[str, ...]:
    if revision.done or revision.outcome:
        return ()
    name = f"Policy {policy.code}, {revision.title or policy.title}"
    this = remaining.this_reading(manual, revision)
    if this is not None and not this.last:
        what = name if revision.makes_text else f"the proposal to {revision.action} {name}"
        return (f"That the board take {what}, as presented, for {this.name.lower()} reading.",)
    doing = {"adopt": "adopt", "revise": "adopt the revised"}.get(revision.action, revision.action)
    after = f", on {this.name.lower()} and final reading" if this is not None and this.number > 1 else ""
    effective = f", effective {revision.effective.words()}" if revision.effective else ""
    if not revision.makes_text:
        until = revision.date("until")
        return (f"That the board {doing} {name}{f' until {until.words()}' if until else ''}{after}{effective}.",)
    return (f"That the board {doing} {name}, as presented{after}{effective}.",)


def _proof(revision: Revision, old: Text | None) -> tuple[str, ...]:
    found = [f"Digest of the text presented: {revision.computed_digest}"] if revision.makes_text else []
    if old is not None and not revision.makes_text:
        found.append(f"Digest of the text in force: {old.computed_digest}")
    elif old is not None:
        found.append(f"Digest of the text it is compared with: {old.computed_digest}")
    found.append("Redline, clean copy and record were proved to agree before this packet was written.")
    return tuple(found)
