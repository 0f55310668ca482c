"""A set of files to write together: all of them or none, and none over a change that somebody else made meanwhile."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from policybook.errors import PolicybookError
from policybook.record import atomic


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


def write(root: Path, changes: Changes) -> None:
    """Write the changes into the manual's folder.

    Raises PolicybookError, with everything as it was, where a file was changed since it was read, where one
    that is to be new is there already, or where one can't be written.
    """
    for change in changes.files:
        _unchanged(root, change.moved_from or change.path, change.before)
    if changes.moved:
        _plain(root, changes.moved[0])
        _plain(root, changes.moved[1])
        if (root / changes.moved[1]).exists():
            raise PolicybookError(f"{changes.moved[1]}/ is there already.")
    done: list[Change] = []
    made: list[Path] = []
    try:
        if changes.moved:
            _rename(root, *changes.moved)
        for change in changes.files:
            _unchanged(root, change.path, change.before)
            _make_folders(root, (root / change.path).parent, made)
            atomic.write(root / change.path, change.after)
            done.append(change)
    except BaseException:
        _undo(root, changes, done, made)
        raise


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


def _make_folders(root: Path, folder: Path, made: list[Path]) -> None:
    """Make the folders that are missing, and add them to `made`, the outermost first."""
    for one in [one for one in (folder, *folder.parents) if root in one.parents and not one.exists()][::-1]:
        try:
            one.mkdir()
        except OSError as error:
            raise PolicybookError(f"{one.relative_to(root)}/ can't be made: {error.strerror}.") from error
        made.append(one)


def _rename(root: Path, old: str, new: str) -> None:
    try:
        os.rename(root / old, root / new)
    except OSError as error:
        raise PolicybookError(f"{old}/ can't be renamed to {new}/: {error.strerror}.") from error


def _undo(root: Path, changes: Changes, done: Iterable[Change], made: Iterable[Path]) -> None:
    """Put everything back as it was."""
    for change in done:
        if change.before is None:
            (root / change.path).unlink(missing_ok=True)
        else:
            atomic.write(root / change.path, change.before)
    for folder in reversed(list(made)):
        folder.rmdir()
    if changes.moved and (root / changes.moved[1]).exists() and not (root / changes.moved[0]).exists():
        os.rename(root / changes.moved[1], root / changes.moved[0])
