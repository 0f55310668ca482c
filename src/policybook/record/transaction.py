"""Write a set of files, all or none, and never over a change made meanwhile."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from policybook.errors import PolicybookError
from policybook.record import journal, lock


@dataclass(frozen=True, slots=True)
class Change:
    """One file of the manual as it was read and as it is to be."""

    path: str
    """Relative to the manual's folder."""
    before: bytes | None
    """The bytes that were read; None where there was no file."""
    after: bytes
    moved_from: str = ""
    """The path at which it was read, where that was another."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What an act does to the files."""

    files: tuple[Change, ...]
    moved: tuple[str, str] | None = None
    """A policy's folder that gets another name: the old one and the new."""

    def over(self) -> Mapping[str, bytes]:
        """Return the new content of each file, by path."""
        return {change.path: change.after for change in self.files}


def write(root: Path, changes: Changes, read: Mapping[str, bytes] | None = None) -> None:
    """Write the changes into the manual's folder, all or none of them.

    `read` is what the changes were decided on, by path: the files of the folders that they touch.
    Raises PolicybookError, with everything as it was, where a file was changed since it was read, where one
    that is to be new is there already, or where one can't be written.
    """
    with lock.held(root):
        try:
            journal.recover(root)
            for change in changes.files:
                _unchanged(root, change.moved_from or change.path, change.before)
            _same(root, read or {})
            if changes.moved:
                _plain(root, changes.moved[0])
                _plain(root, changes.moved[1])
                if (root / changes.moved[1]).exists():
                    raise PolicybookError(f"{changes.moved[1]}/ is there already.")
            _writable(root, changes)
            _carry_out(root, changes)
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            raise PolicybookError(
                f"The change can't be written: {where}{error.strerror}. Nothing is written."
            ) from error


def _carry_out(root: Path, changes: Changes) -> None:
    """Stage the changes, and leave nothing behind where that fails; then put them in place."""
    try:
        journal.stage(root, changes.over(), changes.moved)
    except BaseException:
        journal.forget(root)
        raise
    try:
        journal.recover(root)
    except OSError as error:
        raise PolicybookError(
            f"The change is made, but {error.filename or 'a file'} can't be put in its place yet: {error.strerror}. "
            "Once that is mended, run `policybook fmt`: it finishes what was begun."
        ) from error


def _writable(root: Path, changes: Changes) -> None:
    """Refuse before anything is staged where a folder can't be written to: a rename would fail half-way."""
    old, new = changes.moved or ("", "")
    for change in changes.files:
        path = old + change.path.removeprefix(new) if new and change.path.startswith(f"{new}/") else change.path
        folder = next(one for one in (root / path).parents if one.exists())
        if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
            raise PolicybookError(f"{folder.relative_to(root.parent)}/ can't be written to; nothing is written.")


def _same(root: Path, read: Mapping[str, bytes]) -> None:
    """Refuse where what was decided on isn't what stands there now, a new file included."""
    for path, before in read.items():
        _unchanged(root, path, before)
    for folder in {path.rpartition("/")[0] for path in read}:
        if folder and (root / folder).is_dir():
            for entry in os.scandir(root / folder):
                path = f"{folder}/{entry.name}"
                if path not in read and entry.is_file() and entry.name.endswith(".yml"):
                    _unchanged(root, path, None)


def _unchanged(root: Path, path: str, before: bytes | None) -> None:
    """Refuse to write where the file isn't the one that was read."""
    _plain(root, path)
    file = root / path
    now = file.read_bytes() if file.exists() else None
    if now != before:
        what = (
            "is there already" if before is None else "was removed" if now is None else "was changed by somebody else"
        )
        raise PolicybookError(
            f"{path} {what} in the meantime; nothing is written. Look at it, then run the command again."
        )


def _plain(root: Path, path: str) -> None:
    """Refuse to follow a link out of the manual."""
    for part in (root / path, *(root / path).parents):
        if part == root and ".." not in Path(path).parts:
            return
        if part.is_symlink():
            raise PolicybookError(
                f"{part.relative_to(root)} is a link, and links are not followed; nothing is written."
            )
    raise PolicybookError(f"{path} isn't within the manual's folder.")
