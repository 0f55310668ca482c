"""List what the agency would have to confirm or write down: what is assumed, inferred, disputed or missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policybook.due import wording
from policybook.model import Manual, Policy, Strategy, View
from policybook.model.fact import Fact, fact

_TEAMS = ("action-team", "oversight-team", "committee")


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One thing that isn't known from the agency or a source that states it."""

    subject: str
    """What it is asked about, in the record's words."""
    asked: str
    known: str
    """What the record says until then; empty where it says nothing."""
    why: str
    source: str
    """The id of the source that the record follows."""
    quote: str
    path: str
    """The file to write the answer in, relative to the manual's folder."""


def questions(manual: Manual) -> tuple[OpenQuestion, ...]:
    """Return the open questions, those about who answers first."""
    strategies = [(policy, one) for policy in manual for one in policy.strategies if one.ended is None]
    return (
        *_owners(manual, strategies),
        *_teams(manual),
        *_cadences(manual, strategies),
        *_evaluations(manual),
        *_days(manual),
        *_texts(manual),
        *_rules(manual),
    )


def _owners(manual: Manual, strategies: list[tuple[Policy, Strategy]]) -> Iterator[OpenQuestion]:
    found = [(policy, one, one.owner_on(manual.as_of)) for policy, one in strategies]
    for policy, one, owner in sorted(found, key=lambda three: three[2] is not None and three[2].basis != "assumed"):
        name = f"{policy.code} {one.title}"
        if owner is None:
            yield OpenQuestion(name, "Who owns it?", "", "No owner is recorded.", "", "", one.path)
        elif owner.basis in ("assumed", "inferred"):
            yield _of_fact(name, "Who owns it?", manual.body_name(owner.value or ""), owner)


def _teams(manual: Manual) -> Iterator[OpenQuestion]:
    for body in manual.body_list:
        if body.kind not in _TEAMS or body.ended is not None:
            continue
        if body.text("basis") in ("inferred", "assumed"):
            yield _missing(body, body.name, "What is it called?")
        if not body.has("lead"):
            yield _missing(body, body.name, "Who leads it?")
        if not body.has("meets"):
            yield _missing(body, body.name, "How often does it meet?")


def _missing(part: View, subject: str, asked: str) -> OpenQuestion:
    why = " ".join(part.text("note").split()) or "The record doesn't say."
    return OpenQuestion(subject, asked, "", why, part.text("source"), part.text("quote"), part.path)


def _cadences(manual: Manual, strategies: list[tuple[Policy, Strategy]]) -> Iterator[OpenQuestion]:
    for policy, one in strategies:
        often = one.cadence_on(manual.as_of) or next(iter(one.cadences), None)
        name = f"{policy.code} {one.title}"
        if often is None:
            yield OpenQuestion(name, "How often is it reviewed?", "", "No interval is recorded.", "", "", one.path)
        elif often.basis in ("assumed", "inferred"):
            yield _of_fact(name, "How often is it reviewed?", wording.interval(often.value or ""), often)


def _evaluations(manual: Manual) -> Iterator[OpenQuestion]:
    for policy in manual:
        asked = policy.oversight
        if asked is not None and not asked.has("cadence"):
            yield _missing(asked, f"{policy.code} {policy.title}", "How often is it evaluated?")


def _days(manual: Manual) -> Iterator[OpenQuestion]:
    for policy in manual:
        for act in policy.acts:
            held = fact(act, "date")
            if held is None or not (held.otherwise or (held.value and len(held.value) < len("2014-11-01"))):
                continue
            days = [one.when.words() for one in (held, *held.otherwise) if one.when is not None]
            known = " or ".join(dict.fromkeys(days))
            name = f"{policy.code} {policy.title}, {act.id}"
            why = "Sources disagree." if held.otherwise else "The source names no day."
            yield OpenQuestion(name, "On which day did the board act?", known, why, held.source, held.quote, act.path)


def _texts(manual: Manual) -> Iterator[OpenQuestion]:
    for policy in manual:
        for act in policy.acts:
            if act.makes_text and not act.holds_text:
                why = " ".join(act.text("not_held").split())
                name = f"{policy.code} {policy.title}, {act.id}"
                yield OpenQuestion(name, "What was the text?", "", why, "", "", act.path)


def _rules(manual: Manual) -> Iterator[OpenQuestion]:
    if not manual.agency.rules:
        why = "No rules are recorded, so no act is judged by any."
        asked = "By which rules does the board adopt policies?"
        yield OpenQuestion(manual.agency.name, asked, "", why, "", "", manual.agency.path)


def _of_fact(subject: str, asked: str, known: str, held: Fact) -> OpenQuestion:
    said = {"assumed": "Assumed by whoever wrote the record.", "inferred": "Inferred, not stated."}[held.basis]
    why = " ".join(held.note.split()) or said
    return OpenQuestion(subject, asked, known, why, held.source, held.quote, held.path)
