"""Find the manual from the working folder, and the day that counts as today."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

from policybook.errors import PolicybookError
from policybook.record import journal
from policybook.record.tree import DiskTree, Overlay, Tree
from policybook.record.yaml import reader
from policybook.values import dates, written_day

FOLDER = "policy"


def find(start: Path, given: str | None = None) -> Path:
    """Return the folder that holds the manual: `given`, or found by walking up from `start`.

    Raises PolicybookError where there is none.
    """
    if given is not None:
        folder = Path(given)
        for candidate in (folder, folder / FOLDER):
            if _holds_manual(candidate):
                return candidate.resolve()
        raise PolicybookError(f"There is no manual in {given}: a manual's folder holds agency.yml.")
    for parent in (start, *start.parents):
        for candidate in (parent / FOLDER, parent):
            if _holds_manual(candidate):
                return candidate
    raise PolicybookError(
        "There is no manual here: no policy/agency.yml in this folder or any above it. "
        "Go to the manual's folder, or name it with --manual DIR; `policybook init DIR` begins one."
    )


def tree(manual: Path) -> Tree:
    """Return the manual's files, named as seen from the repository they are in.

    A change that was interrupted after it counted as made is seen as made; nothing is written.
    """
    files = DiskTree(manual, label(manual))
    change = journal.pending(manual)
    return files if change is None else Overlay(files, change.files, change.moved)


def repository(manual: Path) -> Path:
    """Return the repository that the manual is in; without one, the folder around it."""
    for parent in (manual, *manual.parents):
        if (parent / ".git").exists():
            return parent
    return manual.parent


def label(manual: Path) -> str:
    """Return the manual's folder as findings name it: relative to its repository, with forward slashes."""
    named = manual.relative_to(repository(manual)).as_posix()
    return "" if named == "." else named


def today(files: Tree) -> date:
    """Return today in the agency's time zone, or in UTC where that zone isn't known.

    SOURCE_DATE_EPOCH, where it is set, is taken for now, so that two builds give the same bytes.
    """
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    data = reader.read(files.read("agency.yml")).data if "agency.yml" in files.paths() else None
    written = (data or {}).get("time_zone")
    try:
        zone = ZoneInfo(written) if isinstance(written, str) else ZoneInfo("UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = ZoneInfo("UTC")
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        day = (datetime.fromtimestamp(int(epoch), zone) if epoch.isdigit() else datetime.now(zone)).date()
        if written_day.plausible(day):
            return day
        raise ValueError(day)
    except (ValueError, OverflowError, OSError):
        raise PolicybookError(
            f"SOURCE_DATE_EPOCH is {epoch[:40]}, which is no time: it counts seconds since 1970."
        ) from None


def day(written: str) -> date:
    """Return the day that `--as-of` names; raise PolicybookError where it isn't a day."""
    if not dates.is_date(written) or not dates.parse(written).exact:
        raise PolicybookError(f"‘{written}’ isn't a day. Write it as 2026-11-24.")
    return dates.parse(written).earliest


def _holds_manual(folder: Path) -> bool:
    return (folder / "agency.yml").is_file() or (folder / "bodies.yml").is_file()
