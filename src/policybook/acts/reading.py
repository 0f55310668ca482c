"""Record a reading, and keep the text that was presented; or record a waived reading, with its reason and vote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from policybook.acts import files, lookup
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, PresentedText, Reading, Revision, Rules
from policybook.record.transaction import Change, Changes
from policybook.record.yaml import edits
from policybook.rules import readings, votes
from policybook.values import dates

_MOST = 9
_TEXT = ("title", "text", "footnotes", "attachments")


@dataclass(frozen=True, slots=True)
class ReadingDetails:
    """What the clerk entered about a reading. Empty fields weren't entered."""

    day: date
    amended: str = ""
    """How the text changed since the reading before: none, editorial, substantive."""
    meeting: str = ""
    agenda: str = ""
    waived: str = ""
    """The reason, where the reading was waived instead of held."""
    vote: str | dict[str, int] | None = None
    """The vote that waived it."""


def plan(manual: Manual, named: str, details: ReadingDetails) -> Plan:
    """Return the plan of the next reading of the proposal `named`.

    Raises PolicybookError where the day is too soon or out of order, where a waiver lacks its vote, and where the
    text changed since the reading before and `amended` doesn't say how.
    """
    policy, proposal = lookup.proposal(manual, named)
    require_open(policy, proposal)
    rules = manual.agency.rules_on(details.day)
    number = proposal.readings[-1].number + 1 if proposal.readings else 1
    what = f"Reading {number} of the proposal {proposal.id} on policy {policy.code}"
    lookup.refuse_future(manual, details.day, what)
    lookup.require_meeting(manual, details.meeting)
    if number > _MOST:
        raise PolicybookError(f"{what} can't be recorded: the record counts {_MOST} readings at most.")
    entry = _waiver(manual, details, rules, what) if details.waived else _held(policy, proposal, details, what)
    later = Reading(entry, proposal.path, (), "", number)
    if proposal.readings:
        _require_later(proposal.readings[-1], later, rules, what)

    def edit(raw: bytes) -> bytes:
        for key in ("outcome", "outcome_date"):
            raw = edits.drop(raw, key)
        return edits.append(raw, "revision", "readings", entry)

    changes = [files.changed(manual, proposal.path, edit)]
    if not details.waived:
        changes += kept(manual, policy, proposal, number)
    done = f"{what} is recorded as {'waived' if details.waived else 'held'} on {dates.in_words(details.day)}."
    return Plan(Changes(tuple(changes)), (done,), _next(policy, proposal, later, rules))


def text_changed(policy: Policy, proposal: Revision) -> bool | None:
    """Return whether the text differs from the one last presented, None where none is on record."""
    presented = last_digest(policy, proposal)
    return presented != proposal.computed_digest if presented else None


def last_digest(policy: Policy, proposal: Revision) -> str:
    """Return the digest of the text last presented, empty where none is on record."""
    for reading in reversed(proposal.readings):
        text = _presented(policy, proposal, reading.number)
        known = reading.text("digest") or (text.computed_digest if text else "")
        if known or not (reading.waived or reading.get("amended") == "none"):
            return known  # without `amended` nobody knows which text was presented
    return ""


def kept(manual: Manual, policy: Policy, proposal: Revision, number: int) -> list[Change]:
    """Return the file that keeps the text presented at a reading, none where it exists or there is no text."""
    if not proposal.makes_text:
        return []
    path = f"{policy.folder}/revisions/{proposal.id}.r{number}.yml"
    there = _presented(policy, proposal, number)
    if there is not None and there.computed_digest == proposal.computed_digest:
        return []
    if there is not None:
        raise PolicybookError(
            f"{manual.named(path)} keeps another text for this reading. Look at it, and remove it if it is wrong."
        )
    text = {key: value for key in _TEXT if (value := proposal.get(key)) is not None}
    return [files.new(manual, path, text)]


def require_open(policy: Policy, proposal: Revision) -> None:
    """Refuse a proposal that has ended, or whose text isn't on record."""
    if proposal.outcome in ("withdrawn", "not-adopted"):
        ended = "was withdrawn" if proposal.outcome == "withdrawn" else "was not adopted"
        raise PolicybookError(
            f"The proposal {proposal.id} on policy {policy.code} {ended}. `policybook propose {policy.code}` begins another."
        )
    if any(provision.prose.strip() == lookup.NO_TEXT_YET for provision in proposal.all_provisions):
        raise PolicybookError(
            f"The proposal {proposal.id} on policy {policy.code} has no text yet: it says ‘{lookup.NO_TEXT_YET}’. Give it "
            f"one: policybook propose {policy.code}@{proposal.id} --from FILE"
        )
    if proposal.makes_text and not proposal.holds_text:
        raise PolicybookError(f"The proposal {proposal.id} on policy {policy.code} holds no text.")


def _presented(policy: Policy, proposal: Revision, number: int) -> PresentedText | None:
    return next((text for text in policy.presented if text.revision_id == proposal.id and text.number == number), None)


def _waiver(manual: Manual, details: ReadingDetails, rules: Rules | None, what: str) -> dict[str, Any]:
    if details.vote is None:
        raise PolicybookError(f"{what} is waived by a vote. Add it with --vote.")
    wrong = votes.faults(manual, details.vote, (rules.text("waive_vote") if rules else "") or "majority")
    if wrong:
        raise PolicybookError(f"{what} can't be waived under the board's rules. {' '.join(wrong)}")
    return {"date": details.day.isoformat(), **_where(details), "waived": details.waived, "vote": details.vote}


def _held(policy: Policy, proposal: Revision, details: ReadingDetails, what: str) -> dict[str, Any]:
    changed = text_changed(policy, proposal)
    if changed and details.amended not in ("editorial", "substantive"):
        raise PolicybookError(
            f"{what} presents a text that isn't the one read before. Say how it was changed: --amended editorial "
            "(the words only) or --amended substantive (what they ask)."
        )
    if changed is False and details.amended not in ("", "none"):
        raise PolicybookError(
            f"{what} can't be of an amended text: it is word for word the one read before. Edit the proposal’s text first."
        )
    amended = details.amended or ("none" if changed is False else "")
    entry: dict[str, Any] = {"date": details.day.isoformat()}
    if amended and proposal.readings:
        entry["amended"] = amended
    digest = {"digest": proposal.computed_digest} if proposal.makes_text else {}
    return {**entry, **_where(details), **digest}


def _where(details: ReadingDetails) -> dict[str, str]:
    meeting = details.meeting if details.meeting != details.day.isoformat() else ""
    return {key: value for key, value in (("meeting", meeting), ("agenda", details.agenda)) if value}


def _require_later(last: Reading, later: Reading, rules: Rules | None, what: str) -> None:
    """Refuse a reading that isn't after the last one, or comes too soon after it."""
    if last.when and later.when and later.when.earliest <= last.when.latest:
        raise PolicybookError(f"{what} must come after the last one, of {last.when.words()}.")
    apart = readings.days_short(last, later, rules) if rules else None
    earliest = readings.earliest_next(last, rules) if rules else None
    if apart is not None and rules is not None and earliest is not None:
        raise PolicybookError(
            f"{what} would be {apart} days after the last one, of {last.when.words() if last.when else ''}; the board's "
            f"rules ask for {rules.number('days_between_readings')} (`days_between_readings`). It can be held from "
            f"{dates.in_words(earliest)} on, or be waived: --waived REASON --vote VOTE."
        )


def _next(policy: Policy, proposal: Revision, later: Reading, rules: Rules | None) -> tuple[str, ...]:
    code = policy.code
    if rules is None:
        return (f"The board's rules aren't on record. Once it has acted: policybook adopt {code}",)
    needed = readings.needed(rules, proposal.action)
    held = readings.count((*proposal.readings, later), rules)
    steps = []
    if later.amended == "substantive" and rules.text("substantive_amendment") == "restart" and proposal.readings:
        steps.append("The amendment is substantive, so under the board's rules the count of readings starts again.")
    if held >= needed:
        return (
            *steps,
            f"It has the readings that the rules ask for. Once the board has acted: policybook adopt {code}",
        )
    earliest = readings.earliest_next(later, rules)
    on = f", on {dates.in_words(earliest)} or later" if earliest else ""
    return (*steps, f"{held} of {needed} readings. The next one{on}: policybook reading {code}")
