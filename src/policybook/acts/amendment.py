"""Record an amendment that the meeting itself made before it voted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from policybook.acts import reading
from policybook.acts.context import ActContext
from policybook.errors import PolicybookError
from policybook.model import Revision
from policybook.record.transaction import Change

_KINDS = ("editorial", "substantive")


@dataclass(frozen=True, slots=True)
class Amendment:
    """The entry under `readings` that records an amendment, and the file that keeps the amended text."""

    reading: dict[str, Any]
    kept: tuple[Change, ...]


def on_the_floor(act: ActContext, proposal: Revision, amended: str) -> Amendment | None:
    """Return the amendment made at the meeting, None where the text is the one read last.

    The readings held before stay as they are recorded: the amended text is a reading of its own, on the day of the
    vote. Raises PolicybookError where the text changed and `amended` doesn't say how, and where it didn't change.
    """
    changed = reading.text_changed(act.policy, proposal)
    if not changed:
        if amended in _KINDS and changed is False:
            raise PolicybookError(f"{act.what}: the text is word for word the one read last, so nothing was amended.")
        return None
    if amended not in _KINDS:
        raise PolicybookError(
            f"{act.what} can't be recorded: its text isn't the one that was read last. If the meeting amended it, add "
            "--amended editorial or --amended substantive. If it was read again, record that first: "
            f"policybook reading {act.policy.code}."
        )
    number = proposal.readings[-1].number + 1
    entry = {"date": act.details.day.isoformat(), "amended": amended, "digest": proposal.computed_digest}
    return Amendment(entry, tuple(reading.kept(act.manual, act.policy, proposal, number)))
