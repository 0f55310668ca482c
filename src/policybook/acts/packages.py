"""A package: many policies in one vote, which stands once in the meeting's file."""

from __future__ import annotations

from typing import Any

from policybook.acts import files
from policybook.acts.details import Said
from policybook.errors import PolicybookError
from policybook.model import Manual
from policybook.record.transaction import Change
from policybook.record.yaml import edits


def changes(manual: Manual, said: Said, title: str = "") -> list[Change]:
    """Return the change to the meeting's file that its package needs: none where it is there, or none is named.

    Raises PolicybookError where the package is on record with another vote.
    """
    if not said.package:
        return []
    id = said.meeting or said.day.isoformat()
    path = f"meetings/{id}.yml"
    meeting = manual.meetings.get(id)
    if meeting is None and manual.exists(path):
        raise PolicybookError(f"{path} can't be read. Run `policybook check` and mend it first.")
    own = meeting.packages.get(said.package) if meeting else None
    if own is not None:
        if said.vote is not None and own.get("vote") not in (None, said.vote):
            raise PolicybookError(f"The package ‘{said.package}’ in {path} has another vote. Correct one of the two.")
        if own.get("vote") is None and said.vote is not None:
            raise PolicybookError(f"The package ‘{said.package}’ in {path} has no vote. Write `vote:` there.")
        return []
    entry: dict[str, Any] = {"title": title or said.package.replace("-", " ").capitalize()}
    if said.vote is not None:
        entry["vote"] = said.vote
    entry.update(
        {key: value for key, value in (("moved_by", said.moved_by), ("seconded_by", said.seconded_by)) if value}
    )
    if meeting is None:
        return [files.new(manual, path, {"packages": {said.package: entry}})]
    return [files.changed(manual, path, lambda raw: edits.enter(raw, "meeting", "packages", said.package, entry))]
