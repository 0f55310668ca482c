"""What a clerk says of any act of the board: when, with what vote, at which meeting; and how it stands in the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from policybook.acts import files, lookup
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy
from policybook.record.transaction import Change
from policybook.rules import votes
from policybook.values import dates, digest, slugs


@dataclass(frozen=True, slots=True)
class Said:
    """An act's own facts; what is empty wasn't said, and the meeting's holds."""

    day: date
    vote: str | dict[str, int] | None = None
    effective: date | None = None
    by: str = ""
    meeting: str = ""
    package: str = ""
    moved_by: str = ""
    seconded_by: str = ""
    resolution: str = ""
    minutes: str = ""
    reason: str = ""
    readings: tuple[date, ...] = ()
    """Days on which the matter was read, for an act that was never a proposal."""


def facts(manual: Manual, said: Said) -> dict[str, Any]:
    """Return what was said as keys of a revision, those that the meeting already says left out."""
    lookup.meeting(manual, said.meeting)
    found: dict[str, Any] = {"date": said.day.isoformat()}
    if said.effective and said.effective != said.day:
        found["effective"] = said.effective.isoformat()
    named = {
        "by": said.by,
        "reason": said.reason,
        "meeting": said.meeting if said.meeting != said.day.isoformat() else "",
        "package": said.package,
        "moved_by": said.moved_by,
        "seconded_by": said.seconded_by,
        "resolution": said.resolution,
        "minutes": said.minutes,
    }
    found.update({key: value.strip() for key, value in named.items() if value.strip()})
    if said.vote is not None and not said.package:
        found["vote"] = said.vote
    if said.readings:
        found["readings"] = [{"date": day.isoformat()} for day in said.readings]
    return found


def allowed(manual: Manual, policy: Policy, said: Said, what: str) -> None:
    """Refuse an act that hasn't come, comes before the one it follows, or has no vote that carried."""
    lookup.came(manual, said.day, what)
    before = lookup.last_act(policy)
    if before is not None and before.acted is not None and said.day < before.acted.earliest:
        raise PolicybookError(
            f"{what} is dated {dates.in_words(said.day)}, before the act that it follows, {before.id} of "
            f"{before.acted.words()}. Correct the date."
        )
    if not lookup.voted(manual, policy, said.by):
        return
    vote = said.vote
    if vote is None:
        vote = vote_on_record(manual, said.meeting or said.day.isoformat(), said.package)
    if vote is None:
        raise PolicybookError(f"{what} has no vote. Say it with --vote: unanimous, consent, or 4-1 (for and against).")
    rules = manual.agency.rules_on(said.day)
    if vote == "consent" and rules is not None and rules.get("consent_counts") is False:
        raise PolicybookError(
            f"{what} can't pass on the consent agenda: the board's rules don't count it. Record its own vote."
        )
    wrong = votes.faults(manual, vote)
    if wrong:
        raise PolicybookError(f"{what} can't be recorded as done. {' '.join(wrong)}")


def without_text(manual: Manual, policy: Policy, action: str, said: Said, more: dict[str, Any]) -> Change:
    """Return the new file of an act that leaves the text alone, with its chain."""
    id = slugs.free(said.day.isoformat(), policy.by_id)
    before = lookup.last_act(policy)
    assert before is not None
    data = {
        "action": action,
        **facts(manual, said),
        **more,
        "follows": before.id,
        "chain": lookup.chain(policy, id, action, digest.NO_TEXT),
    }
    return files.new(manual, f"{policy.folder}/revisions/{id}.yml", data)


def vote_on_record(manual: Manual, meeting: str, package: str) -> Any:
    """Return the vote that a meeting, or its package, has on record, or None."""
    found = manual.meetings.get(meeting)
    return ((found.packages.get(package) or {}).get("vote") or found.get("vote")) if found is not None else None
