"""Lay out a policy for a terminal: state, facts, text with footnotes, strategies, proposals and history."""

from __future__ import annotations

from collections.abc import Iterator

from policybook.documents import plain_text
from policybook.due import reviews, wording
from policybook.model import Fact, Manual, Policy, Revision
from policybook.rules import votes
from policybook.text import markup
from policybook.text.i18n import ENGLISH


def text(manual: Manual, policy: Policy, shown: Revision | None) -> str:
    """Return the page of a policy as paragraphs; lists are indented."""
    blocks = [_state(manual, policy, shown), _facts(manual, policy), _text(manual, policy, shown), *_footnotes(shown)]
    for title, lines in (
        ("Strategies", _strategies(manual, policy)),
        ("Open proposals", _proposals(policy)),
        ("History", _history(manual, policy)),
    ):
        listed = "\n".join(f"    {line}" for line in lines)
        blocks += [title, listed] if listed else []
    return "\n\n".join(block for block in blocks if block)


def _state(manual: Manual, policy: Policy, shown: Revision | None) -> str:
    said = wording.standing(policy, manual.as_of)
    lines = [f"{said[:1].upper()}{said[1:]}."]
    if shown is not None and not shown.done:
        lines.append(f"Proposal {shown.id}: not adopted.")
    elif shown is not None and shown is not policy.standing(manual.as_of).text:
        states = ", ".join(policy.states(shown, manual.as_of))
        lines.append(f"This is revision {shown.id}: {states}.")
    if shown is not None and shown.lapses is not None and shown is policy.standing(manual.as_of).text:
        lines.append(f"An emergency act: it lapses after {shown.lapses.words()} unless the board acts again.")
    if not manual.agency.official:
        lines.append(f"This is an unofficial copy, not a publication of {manual.agency.name}.")
    if manual.agency.fiction:
        lines.append("The agency and its policies are fictional.")
    return " ".join(lines)


def _facts(manual: Manual, policy: Policy) -> str:
    series = manual.agency.series_of(policy.code)
    cadence, steward = manual.cadence_of(policy), manual.steward_of(policy)
    due = reviews.of_policy(manual, policy)
    rows = [
        ("Kind", policy.kind.replace("-", " ")),
        ("Series", series.title if series else ""),
        ("Belongs to", ", ".join(policy.parents)),
        ("Steward", _known(manual.body_name(steward.value or ""), steward) if steward else "none"),
        (
            "Reviewed",
            _known(wording.interval(cadence.value), cadence) if cadence and cadence.value else "not recorded",
        ),
        ("Next review", wording.next_review(due)),
        ("Former codes", ", ".join(code for code, _ in policy.former_codes)),
    ]
    return "\n".join(f"    {name}: {value}" for name, value in rows if value)


def _known(words: str, fact: Fact | None) -> str:
    """Return a value with how it is known, where it is not the agency's own word."""
    basis = wording.basis(fact)
    return f"{words} ({basis})" if basis else words


def _text(manual: Manual, policy: Policy, shown: Revision | None) -> str:
    if shown is not None and shown.holds_text:
        return plain_text.of_text(shown, notes=True)
    if shown is not None and not shown.makes_text:
        return f"This act ({shown.action}) leaves the text as it is."
    if shown is not None:
        return f"The text isn't held. {shown.text('not_held')}".strip()
    if not policy.is_held:
        return policy.text("not_held")
    surely = "" if policy.standing(manual.as_of).certain else "surely "
    held = ", ".join(one.id for one in policy.texts_of())
    return f"No text is {surely}in force. " + (f"Show one of its revisions with --revision: {held}." if held else "")


def _footnotes(shown: Revision | None) -> Iterator[str]:
    if shown is not None and shown.holds_text and shown.footnotes:
        yield "Footnotes"
        yield "\n".join(f"    [{name}] {markup.plain(note)}" for name, note in shown.footnotes.items())


def _strategies(manual: Manual, policy: Policy) -> Iterator[str]:
    for strategy in policy.strategies:
        owner, cadence = strategy.owner_on(manual.as_of), strategy.cadence_on(manual.as_of)
        often = f", {wording.interval(cadence.value)}" if cadence and cadence.value else ""
        due = wording.next_review(reviews.of_strategy(manual, policy, strategy))
        yield f"{strategy.id}: {strategy.title}. Owner: {wording.body(manual, owner)}{often}; {due}."


def _proposals(policy: Policy) -> Iterator[str]:
    for one in policy.proposals:
        if not one.outcome:
            read = f", {len(one.readings)} reading{'s' * (len(one.readings) != 1)}" if one.readings else ""
            yield f"{one.id}{read}: {one.text('summary') or one.title or f'to {one.action} the policy'}"


def _history(manual: Manual, policy: Policy) -> Iterator[str]:
    for act in reversed(policy.acts):
        vote = manual.of_meeting(act, "vote")
        voted = f", {votes.in_words(vote)}" if vote is not None else ""
        action = ENGLISH(wording.ACTIONS[act.action]).lower()
        yield f"{act.id}: {action}, {wording.when(act, ENGLISH)}{voted}"
