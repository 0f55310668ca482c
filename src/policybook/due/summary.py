"""Describe an obligation in words: what is to be done, by when, and where it stands."""

from __future__ import annotations

from policybook.due import accepted, other, states, wording
from policybook.due.obligation import Obligation
from policybook.model import Manual, Review
from policybook.text.i18n import Say, mark

KINDS = {
    "review": mark("Review"),
    "monitoring": mark("Monitoring"),
    "evaluation": mark("Evaluation"),
    "answer": mark("Answer to a recommendation"),
    "next step": mark("Next step"),
    "emergency": mark("Emergency act that lapses"),
}

_SUMMARIES = {
    "review": mark("Review due: {what}"),
    "monitoring": mark("Monitoring due: {what}"),
    "evaluation": mark("Evaluation due: {what}"),
    "answer": mark("Answer due: {what}"),
    "next step": mark("Next step due: {what}"),
    "emergency": mark("Emergency act lapses: {what}"),
}

METHODS = {
    "internal": mark("by an internal report"),
    "external": mark("by an outside party"),
    "direct-inspection": mark("by the board's own inspection"),
}

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

_LONGEST = 120


def pending(manual: Manual, say: Say) -> tuple[Obligation, ...]:
    """Return all that is to be done, by day; what has no day last."""
    found = (*states.by_state(manual), *other.all_of(manual))
    return tuple(sorted(found, key=lambda one: (one.on is None, str(one.on), title(one, say), one.kind)))


def title(one: Obligation, say: Say) -> str:
    """Return what it is about, with the policy's code."""
    return "".join(title_parts(one, say))


def title_parts(one: Obligation, say: Say) -> tuple[str, str]:
    """Return the record's words of the title, and the translated words that follow them."""
    name = f"{one.policy.code} {one.strategy.title if one.strategy else one.policy.title}"
    if one.kind in ("review", "evaluation"):
        return name, ""
    if one.kind == "monitoring":
        return name, f", {say(METHODS[one.what])}"
    what = " ".join(one.what.split())
    return f"{name}: ‘{what if len(what) <= _LONGEST else what[: _LONGEST - 1].rstrip() + '…'}’", ""


def line(one: Obligation, say: Say) -> str:
    """Return kind and title as one line: "Review due: 3210 Publish the figures"."""
    return say(_SUMMARIES[one.kind], what=title(one, say))


def deadline(one: Obligation, manual: Manual, say: Say) -> str:
    """Return by when it is to be done, that it is late, or why no day can be named."""
    if one.on is not None and one.is_late(manual.as_of):
        late = say("overdue since {date}", date=say.day(one.on))
        return "; ".join(part for part in (late, accepted.words(one, manual, say)) if part)
    if one.day is not None:
        return say("due by {date}", date=say.date(one.day))
    return wording.next_review(one, say)


def progress(one: Obligation, say: Say) -> str:
    """Return the last review or report, or that nothing is on record yet."""
    if one.kind == "review" and (one.last is None or one.act is not None):
        return wording.last_review(one, say)
    if one.last is not None:
        return f"{say.date(one.last.when)}: {outcome(one.last, say)}"
    return {
        "monitoring": say("no report on record"),
        "evaluation": say("no evaluation on record"),
        "answer": say("no answer on record"),
        "next step": say("not done, as far as is on record"),
        "emergency": say("no later act on record"),
    }[one.kind]


def outcome(review: Review, say: Say) -> str:
    """Return what a review concluded."""
    return say(OUTCOMES.get(review.outcome, review.outcome))
