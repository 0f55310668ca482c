"""Word facts for people, the same way everywhere: what is in force, what is due, how it is known."""

from __future__ import annotations

from datetime import date

from policybook.due.meetings import Clock
from policybook.due.obligation import Obligation
from policybook.model import Fact, Manual, Policy, Revision
from policybook.model.in_force import Answer
from policybook.text.i18n import ENGLISH, Say, mark
from policybook.values import cadence

BASIS = {
    "stated": mark("stated by a source"),
    "inferred": mark("inferred, not stated"),
    "assumed": mark("our assumption, to be confirmed"),
}

ACTIONS = {
    "adopt": mark("Adopted"),
    "revise": mark("Revised"),
    "reaffirm": mark("Reviewed without changes"),
    "renumber": mark("Renumbered"),
    "suspend": mark("Suspended"),
    "rescind": mark("Rescinded"),
    "correct": mark("Corrected"),
}

STATES = {
    "not adopted": mark("not adopted"),
    "not yet effective": mark("adopted, not yet effective"),
    "in force": mark("in force"),
    "superseded": mark("superseded"),
    "suspended": mark("suspended"),
    "rescinded": mark("rescinded"),
    "lapsed": mark("lapsed"),
}

OUTCOMES = {
    "withdrawn": mark("withdrawn"),
    "not-adopted": mark("not adopted"),
    "postponed": mark("postponed"),
}


def standing(policy: Policy, day: date, say: Say = ENGLISH) -> str:
    """Return what stands on `day`: "in force since December 2019", "perhaps …, or …"."""
    if not policy.is_held:
        return say("full text not available here")
    if not policy.acts and any(not proposal.outcome for proposal in policy.proposals):
        return say("proposed, not adopted")
    stands = policy.standing(day)
    said = [
        latest_known(answer.revision, say)
        if answer.state == "in force" and answer.revision is not None and not policy.official
        else of_answer(answer, say)
        for answer in stands.answers
    ]
    if stands.certain:
        return said[0]
    return say("perhaps {words}", words=say(", or ").join(said))


def latest_known(revision: Revision, say: Say = ENGLISH) -> str:
    """Return what an unofficial copy knows of a text: "latest version known here: revised December 2019"."""
    named = say("{action} {date}", action=say(ACTIONS[revision.action]).lower(), date=when(revision, say))
    said = say("latest version known here: {act}", act=named)
    return said if revision.holds_text else say("{standing} (text not available)", standing=said)


def of_answer(answer: Answer, say: Say = ENGLISH) -> str:
    """Return one answer in words."""
    revision = answer.revision
    if answer.state == "in force" and revision is not None:
        return _in_force(revision, say)
    if answer.state == "not yet effective" and revision is not None and revision.effective:
        return say("adopted, in force from {date}", date=say.date(revision.effective))
    if answer.state == "suspended" and answer.act is not None:
        until = answer.act.date("until")
        return say("suspended until {date}", date=say.date(until)) if until else say("suspended")
    if answer.state == "rescinded" and answer.act is not None and answer.act.effective:
        return say("rescinded {date}", date=say.date(answer.act.effective))
    return say(STATES[answer.state])


def _in_force(revision: Revision, say: Say) -> str:
    if revision.effective is not None:
        said = say("in force since {date}", date=say.date(revision.effective))
    elif revision.seen is not None:
        said = say("in force, seen {date}", date=say.date(revision.seen))
    else:
        said = say("in force")
    return said if revision.holds_text else say("{standing} (text not available)", standing=said)


def next_review(found: Obligation, say: Say = ENGLISH) -> str:
    """Return when the next review falls due, or why no day can be named."""
    if found.why == "scheduled" and found.on is not None:
        return say("due by {date}", date=say.day(found.on))
    if found.why == "assumed cadence":
        often = (
            interval(found.cadence.value or "", say) if found.cadence else say.many("every year", "every {n} years", 1)
        )
        return say(
            "no day until the interval ({interval}, our suggestion) is confirmed",
            interval=often,
        )
    return {
        "no review": say("no day until the first one is on record"),
        "no cadence": say("not recorded"),
        "as needed": say("as needed"),
        "ended": say("ended"),
        "not in force": say("not in force"),
    }.get(found.why, say("no day can be named"))


def last_review(found: Obligation, say: Say = ENGLISH) -> str:
    """Return when the last review on record was, or the board's act that counts as one."""
    if found.act is not None and found.act.acted is not None:
        return f"{say.date(found.act.acted)}: {say(ACTIONS[found.act.action]).lower()}"
    return say.date(found.last.when) if found.last else say("no review on record here")


def next_meeting(clock: Clock, late: bool, say: Say = ENGLISH) -> str:
    """Return when a team meets next, that it should have met, or why no day can be named."""
    if clock.on is None:
        return say("no day until the first one is on record") if clock.last is None else say("no day can be named")
    if late:
        return say("overdue since {date}", date=say.day(clock.on))
    return say("due by {date}", date=say.day(clock.on))


def last_meeting(clock: Clock, say: Say = ENGLISH) -> str:
    """Return when a team last met, as far as is on record."""
    if clock.last is None:
        return say("no meeting on record")
    return say("last met {date}", date=say.date(clock.last.day))


def interval(written: str, say: Say = ENGLISH) -> str:
    """Return how often, as people read it: "every 3 years in March"; as written where it isn't understood."""
    often = cadence.parse(written)
    if often is None or not often.count:
        return say(written) if often else written
    if often.unit == "week":
        said = say.many("every week", "every {n} weeks", often.count)
    elif often.unit == "month":
        said = say.many("every month", "every {n} months", often.count)
    else:
        said = say.many("every year", "every {n} years", often.count)
    if often.month is None:
        return said
    return say("{interval} in {month}", interval=said, month=say.month(often.month))


WITHOUT_INTERVAL = (mark("by series"), mark("as needed"))


def basis(fact: Fact | None, say: Say = ENGLISH) -> str:
    """Return how a fact is known, empty for the agency's own word."""
    return say(BASIS[fact.basis]) if fact and fact.basis in BASIS else ""


def body(manual: Manual, fact: Fact | None, say: Say = ENGLISH) -> str:
    """Return the name of the body that a fact names."""
    return manual.body_name(fact.value) if fact and fact.value else say("not recorded")


def when(act: Revision, say: Say) -> str:
    """Return the day of an act, as precise as it is known."""
    if act.acted is not None:
        return say.date(act.acted)
    return say("on or before {date}", date=say.date(act.seen)) if act.seen else say("on a day not known")
