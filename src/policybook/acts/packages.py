"""Record a package: several policies passed in one vote, which is stored in the meeting's file."""

from __future__ import annotations

from typing import Any

from policybook.acts import files
from policybook.acts.context import ActDetails
from policybook.errors import PolicybookError
from policybook.model import Manual
from policybook.model.meeting import Meeting
from policybook.record.transaction import Change
from policybook.record.yaml import edits


def changes(manual: Manual, details: ActDetails, title: str = "") -> list[Change]:
    """Return the change to the meeting's file that records the package and its vote, if one is needed.

    Raises PolicybookError where the package is on record with another vote.
    """
    if not details.package:
        return []
    id = details.meeting_id
    path = f"meetings/{id}.yml"
    meeting = manual.meetings.get(id)
    if meeting is None and manual.exists(path):
        raise PolicybookError(f"{path} can't be read. Run `policybook check` and mend it first.")
    own = meeting.packages.get(details.package) if meeting else None
    if meeting is not None and own is not None:
        if details.vote is not None and own.get("vote") not in (None, details.vote):
            raise PolicybookError(
                f"The package ‘{details.package}’ in {path} has another vote. Correct one of the two."
            )
        if own.get("vote") is None and details.vote is not None:
            return [files.changed(manual, path, lambda raw: _with_vote(raw, meeting, details))]
        return []
    entry: dict[str, Any] = {"title": title or details.package.replace("-", " ").capitalize()}
    if details.vote is not None:
        entry["vote"] = details.vote
    entry.update(
        {key: value for key, value in (("moved_by", details.moved_by), ("seconded_by", details.seconded_by)) if value}
    )
    if meeting is None:
        return [files.new(manual, path, {"packages": {details.package: entry}})]
    return [files.changed(manual, path, lambda raw: edits.enter(raw, "meeting", "packages", details.package, entry))]


def _with_vote(raw: bytes, meeting: Meeting, details: ActDetails) -> bytes:
    """Return the meeting's file with the vote added to a package that it already names."""
    packages = {name: dict(entry) for name, entry in meeting.packages.items()}
    packages[details.package]["vote"] = details.vote
    return edits.put(raw, "meeting", "packages", packages)
