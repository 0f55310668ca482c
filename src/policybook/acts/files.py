"""Prepare the files that an act writes, each with the bytes it was made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from policybook.errors import PolicybookError
from policybook.model import Manual
from policybook.record import format
from policybook.record import paths as places
from policybook.record.transaction import Change, Changes
from policybook.record.yaml import formatter


def new(manual: Manual, path: str, data: Mapping[str, Any]) -> Change:
    """Return a new record at `path`. Raises PolicybookError where the file exists."""
    if manual.exists(path):
        raise PolicybookError(f"{path} exists already.")
    return record(manual, path, data)


def changed(manual: Manual, path: str, edit: Callable[[bytes], bytes]) -> Change:
    """Return the file at `path` with `edit` applied."""
    before = manual.bytes_of(path)
    if before is None:
        raise PolicybookError(f"There is no {path}.")
    try:
        return Change(path, before, edit(before))
    except PolicybookError as error:
        raise PolicybookError(f"{path}: {error}") from None


def record(manual: Manual, path: str, data: Mapping[str, Any]) -> Change:
    """Return a record that replaces whatever is at `path`."""
    place = places.home(path)
    if isinstance(place, places.Misplaced):
        raise PolicybookError(f"{place.message} {place.help}")
    return Change(
        path,
        manual.bytes_of(path),
        formatter.record(place.kind, data, format.modeline(manual.bytes_of("agency.yml") or b"", path, place.kind)),
    )


def moved(changes: Changes, old: str, new: str) -> Changes:
    """Return the changes with the folder `old` renamed to `new`."""
    files = tuple(
        replace(
            change,
            path=new + change.path.removeprefix(old),
            moved_from=change.path if change.before is not None else "",
        )
        for change in changes.files
    )
    return Changes(files, (old, new))
