"""Write several files as one change that survives a crash.

The new files are first written into `.policybook/` in the manual's folder, with a list of what goes where. Once
the list has its final name the change counts as made: it is carried out by renaming, which needs no space. When
the process dies before that, nothing has happened; when it dies later, readers see the manual with the change
(`pending`), and the next command that writes finishes it (`recover`).
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from policybook.record import atomic

FOLDER = ".policybook"
"""Readers pass over this folder; version control should too."""
_LIST = "journal.json"


@dataclass(frozen=True, slots=True)
class Pending:
    """A change that was decided and isn't carried out to its end."""

    files: Mapping[str, bytes]
    """New content by path, as paths are after `moved`."""
    moved: tuple[str, str] | None
    """A folder that gets another name."""


def stage(root: Path, files: Mapping[str, bytes], moved: tuple[str, str] | None) -> None:
    """Write down a change, so that from now on it is made."""
    folder = root / FOLDER
    _discard(root)
    folder.mkdir()
    names = {}
    for number, (path, content) in enumerate(files.items()):
        names[path] = name = f"{number}.new"
        _write(folder / name, content)
    _write(folder / f"{_LIST}~", json.dumps({"files": names, "moved": moved}).encode())
    atomic.sync_folder(folder)
    os.rename(folder / f"{_LIST}~", folder / _LIST)
    atomic.sync_folder(folder)
    atomic.sync_folder(root)


def pending(root: Path) -> Pending | None:
    """Return a change that was decided and not carried out to its end, or None."""
    found = _listed(root)
    if found is None:
        return None
    names, moved = found
    contents = {path: root / FOLDER / name for path, name in names.items()}
    files = {path: file.read_bytes() for path, file in contents.items() if file.exists()}
    return Pending(files, moved if moved and (root / moved[0]).exists() else None)


def recover(root: Path) -> bool:
    """Finish a change that was decided, or forget one that wasn't; return whether one was finished."""
    found = _listed(root)
    if found is not None:
        names, moved = found
        if moved and (root / moved[0]).exists():
            os.rename(root / moved[0], root / moved[1])
            atomic.sync_folder(root)
        for path, name in names.items():
            staged, target = root / FOLDER / name, root / path
            if staged.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                if target.exists():
                    os.chmod(staged, target.stat().st_mode & 0o777)
                os.replace(staged, target)
        for folder in {(root / path).parent for path in names}:
            atomic.sync_folder(folder)
    _discard(root)
    return found is not None


def forget(root: Path) -> None:
    """Remove what was staged, as far as that can be done, where the change doesn't count as made yet."""
    if _listed(root) is None:
        shutil.rmtree(root / FOLDER, ignore_errors=True)


def _listed(root: Path) -> tuple[dict[str, str], tuple[str, str] | None] | None:
    try:
        data = json.loads((root / FOLDER / _LIST).read_bytes())
    except FileNotFoundError:
        return None
    return data["files"], tuple(data["moved"]) if data["moved"] else None


def _discard(root: Path) -> None:
    """Remove the list first, so that what is left of the folder means nothing."""
    folder = root / FOLDER
    if not folder.is_dir():
        return
    (folder / _LIST).unlink(missing_ok=True)
    shutil.rmtree(folder)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
