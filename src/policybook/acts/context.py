"""The context of an act: the manual, the policy, what the clerk entered, and the refusals that every act shares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from policybook.acts import files, lookup
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Rules
from policybook.record.transaction import Change
from policybook.rules import votes
from policybook.values import dates, digest, slugs


@dataclass(frozen=True, slots=True)
class ActDetails:
    """What the clerk entered about an act. An empty field wasn't entered, and the meeting's value holds."""

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

    @property
    def meeting_id(self) -> str:
        """Return the id of the meeting at which the board acted."""
        return self.meeting or self.day.isoformat()


@dataclass(frozen=True, slots=True)
class ActContext:
    """One act on one policy, before it is recorded."""

    manual: Manual
    policy: Policy
    details: ActDetails
    what: str
    """How a refusal names the act, such as "The rescission of policy 3520"."""

    @property
    def rules(self) -> Rules | None:
        """Return the board's rules on the day of the act."""
        return self.manual.agency.rules_on(self.details.day)

    @property
    def needs_vote(self) -> bool:
        """Return whether the board votes on this policy."""
        return lookup.needs_vote(self.manual, self.policy, self.details.by)

    def fields(self) -> dict[str, Any]:
        """Return the details as keys of a revision, without what the meeting's file already says."""
        details = self.details
        lookup.require_meeting(self.manual, details.meeting)
        found: dict[str, Any] = {"date": details.day.isoformat()}
        if details.effective and details.effective != details.day:
            found["effective"] = details.effective.isoformat()
        named = {
            "by": details.by,
            "reason": details.reason,
            "meeting": details.meeting if details.meeting != details.day.isoformat() else "",
            "package": details.package,
            "moved_by": details.moved_by,
            "seconded_by": details.seconded_by,
            "resolution": details.resolution,
            "minutes": details.minutes,
        }
        found.update({key: value.strip() for key, value in named.items() if value.strip()})
        if details.vote is not None and not details.package:
            found["vote"] = details.vote
        if details.readings:
            found["readings"] = [{"date": day.isoformat()} for day in details.readings]
        return found

    def require_allowed(self) -> None:
        """Refuse an act of a future day, one dated before the act it follows, and one without a vote that carried."""
        lookup.refuse_future(self.manual, self.details.day, self.what)
        lookup.require_readable(self.manual, f"meetings/{self.details.meeting_id}.yml")
        before = lookup.last_act(self.policy)
        if before is not None and before.acted is not None and self.details.day < before.acted.earliest:
            raise PolicybookError(
                f"{self.what} is dated {dates.in_words(self.details.day)}, before the act that it follows, {before.id} of "
                f"{before.acted.words()}. Correct the date."
            )
        if self.needs_vote:
            self._require_vote()

    def _require_vote(self) -> None:
        vote = self.details.vote
        if vote is None:
            vote = vote_on_record(self.manual, self.details.meeting_id, self.details.package)
        if vote is None:
            raise PolicybookError(f"{self.what} has no vote. Add --vote: unanimous, consent, or 4-1 (for and against).")
        if vote == "consent" and self.rules is not None and self.rules.get("consent_counts") is False:
            raise PolicybookError(
                f"{self.what} can't pass on the consent agenda: the board's rules don't count it. Record its own vote."
            )
        wrong = votes.faults(self.manual, vote)
        if wrong:
            raise PolicybookError(f"{self.what} can't be recorded as done. {' '.join(wrong)}")

    def new_act(self, action: str, more: dict[str, Any]) -> Change:
        """Return the new file of an act that leaves the text unchanged, with its chain."""
        id = slugs.free(self.details.day.isoformat(), self.policy.by_id)
        before = lookup.last_act(self.policy)
        assert before is not None
        data = {
            "action": action,
            **self.fields(),
            **more,
            "follows": before.id,
            "chain": lookup.chain(self.policy, id, action, digest.NO_TEXT),
        }
        return files.new(self.manual, f"{self.policy.folder}/revisions/{id}.yml", data)


def vote_on_record(manual: Manual, meeting: str, package: str) -> Any:
    """Return the vote of a package, else of its meeting, or None where none is recorded."""
    found = manual.meetings.get(meeting)
    return ((found.packages.get(package) or {}).get("vote") or found.get("vote")) if found is not None else None
