"""Facts in words for people: what stands, what is due, how it is known; one wording everywhere."""

from __future__ import annotations

from datetime import date

from policybook import due
from policybook.dates import in_words
from policybook.model import Fact, Manual, Policy
from policybook.model.in_force import Answer

BASIS = {
    "stated": "stated by a source",
    "inferred": "inferred, not stated",
    "assumed": "our assumption, to be confirmed",
}

ACTIONS = {
    "adopt": "Adopted",
    "revise": "Revised",
    "reaffirm": "Reviewed without changes",
    "renumber": "Renumbered",
    "suspend": "Suspended",
    "rescind": "Rescinded",
    "correct": "Corrected",
}


def standing(policy: Policy, day: date) -> str:
    """Return what stands on `day`: "in force since December 2019", "perhaps …, or …"."""
    if not policy.is_held:
        return "listed by number and title; the text is not held"
    stands = policy.standing(day)
    said = [of_answer(answer) for answer in stands.answers]
    return said[0] if stands.certain else "perhaps " + ", or ".join(said)


def of_answer(answer: Answer) -> str:
    """Return one answer in words."""
    revision = answer.revision
    if answer.state == "in force" and revision is not None:
        held = "" if revision.holds_text else " (text not held)"
        if revision.effective is None:
            seen = revision.seen
            return f"in force, seen {seen.words()}{held}" if seen else f"in force{held}"
        return f"in force since {revision.effective.words()}{held}"
    if answer.state == "not yet effective" and revision is not None and revision.effective:
        return f"adopted, in force from {revision.effective.words()}"
    if answer.state == "suspended" and answer.act is not None:
        until = answer.act.date("until")
        return f"suspended until {until.words()}" if until else "suspended"
    if answer.state == "rescinded" and answer.act is not None and answer.act.effective:
        return f"rescinded {answer.act.effective.words()}"
    return answer.state


def next_review(found: due.Due) -> str:
    """Return when the next review falls due, or why no day can be named."""
    if found.why == "scheduled" and found.on is not None:
        return f"due by {in_words(found.on)}"
    if found.why == "assumed cadence":
        interval = found.cadence.value if found.cadence else "yearly"
        return f"No interval is on record; {interval} is our suggestion, to be confirmed."
    return {
        "no review": "no review on record here",
        "no cadence": "no interval on record",
        "as needed": "as needed",
        "ended": "ended",
        "not in force": "not in force",
    }.get(found.why, "no day can be named")


def last_review(found: due.Due) -> str:
    """Return when the last review on record was."""
    return found.last.when.words() if found.last else "no review on record here"


def basis(fact: Fact | None) -> str:
    """Return how a fact is known, empty for the agency's own word."""
    return BASIS.get(fact.basis, "") if fact else ""


def body(manual: Manual, fact: Fact | None) -> str:
    """Return the name of the body that a fact names."""
    return manual.body_name(fact.value) if fact and fact.value else "nobody on record"
