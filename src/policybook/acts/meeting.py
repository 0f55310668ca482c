"""Record a meeting of the board: its kind, when notice was given, agenda and minutes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from policybook.acts import files
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual
from policybook.record.transaction import Changes
from policybook.record.yaml import edits
from policybook.values import dates

_ID = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[a-z0-9][a-z0-9-]{0,40})?")
_KEPT = ("kind", "notice", "open")
"""What is on record of a meeting stays: acts are judged by it."""


def plan(manual: Manual, id: str, fields: Mapping[str, Any]) -> Plan:
    """Return the plan of a meeting's file, new or with more fields.

    Raises PolicybookError where the id isn't a day, and where a field would change what is on record.
    """
    day = id[:10]
    if not _ID.fullmatch(id) or not dates.is_date(day):
        raise PolicybookError(
            f"‘{id}’ can't name a meeting. Write its day, and a word for a second one: {_example(id)}."
        )
    path = f"meetings/{id}.yml"
    known = manual.meetings.get(id)
    if known is None and manual.exists(path):
        raise PolicybookError(f"{manual.named(path)} can't be read. Run `policybook check` and mend it first.")
    for key in _KEPT:
        if known is not None and key in fields and known.has(key) and known.get(key) != fields[key]:
            raise PolicybookError(
                f"{manual.named(path)} says `{key}: {known.get(key)}`, and acts are judged by it. If that is wrong, correct "
                "it there, and let somebody who was there confirm it."
            )
    if known is None:
        change = files.new(manual, path, fields)
    else:
        change = files.changed(manual, path, lambda raw: _with(raw, fields))
        if change.after == change.before:
            raise PolicybookError(f"{manual.named(path)} says that already.")
    return Plan(
        Changes((change,)),
        (f"The meeting of {dates.parse(day).words()} is on record.",),
        (f"Name it in the acts of that day: --meeting {id}",) if id != day else (),
    )


def _with(raw: bytes, fields: Mapping[str, Any]) -> bytes:
    for key, value in fields.items():
        raw = edits.put(raw, "meeting", key, value)
    return raw


def _example(id: str) -> str:
    return f"{id[:10]}-special" if dates.is_date(id[:10]) else "2026-12-08 or 2026-12-08-special"
