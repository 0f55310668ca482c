"""Read a manual's folder as paths and bytes, from disk or memory, never outside it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from policybook.errors import PolicybookError, UnreadableFile
from policybook.record import journal
from policybook.record.yaml.reader import MAX_BYTES

LARGEST = 32 << 20  # of a source's text or an attachment; a record's own limit is the reader's
_LEFT_OVER = re.compile(r"\.DS_Store|Thumbs\.db|desktop\.ini|.*~|\..*\.sw[a-p]")
"""What systems and editors leave behind in a folder: no part of a manual."""
_NOT_READ = (".git", journal.FOLDER)
UNREADABLE = "can't be read: this user isn't allowed to"
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_PIECE = 64 << 10  # nearly every file is one: to make room for the largest each time costs more than to read it


class Tree(Protocol):
    """What a manual is read from."""

    label: str
    """How the manual's folder is called in findings: its path within the repository."""

    def paths(self) -> tuple[str, ...]:
        """Return the path of each file, relative to the manual's folder, sorted."""

    def odd(self) -> Mapping[str, str]:
        """Return what isn't a plain file or folder, by path, with what is odd: "is a link …"."""

    def read(self, path: str) -> bytes:
        """Return a file's bytes; for one that is too large, just over the limit."""


class MemoryTree:
    """Files given by hand."""

    def __init__(self, files: Mapping[str, bytes | str], label: str = "policy") -> None:
        self.label = label
        self._files = {path: data.encode() if isinstance(data, str) else data for path, data in files.items()}

    def paths(self) -> tuple[str, ...]:
        """Return the path of each file, sorted."""
        return tuple(sorted(self._files))

    def odd(self) -> Mapping[str, str]:
        """Return nothing: in memory there are only files."""
        return {}

    def read(self, path: str) -> bytes:
        """Return a file's bytes."""
        return self._files[path]


class ReadOnce:
    """A tree whose files are read once: what was judged is what is changed, however long somebody thinks meanwhile."""

    def __init__(self, below: Tree) -> None:
        self.label = below.label
        self._below = below
        self._read: dict[str, bytes] = {}

    def paths(self) -> tuple[str, ...]:
        """Return the path of each file, sorted."""
        return self._below.paths()

    def odd(self) -> Mapping[str, str]:
        """Return what isn't a plain file or folder below."""
        return self._below.odd()

    def read(self, path: str) -> bytes:
        """Return a file's bytes as they were when they were first asked for."""
        if path not in self._read:
            self._read[path] = self._below.read(path)
        return self._read[path]


class Overlay:
    """A tree as it would be with some files written anew, and perhaps a folder renamed."""

    def __init__(self, below: Tree, files: Mapping[str, bytes], moved: tuple[str, str] | None = None) -> None:
        self.label = below.label
        self._below = below
        self._files = dict(files)
        self._origins = {_moved(path, moved): path for path in below.paths()}
        self._moved = moved

    def paths(self) -> tuple[str, ...]:
        """Return the path of each file, sorted."""
        return tuple(sorted({*self._origins, *self._files}))

    def odd(self) -> Mapping[str, str]:
        """Return what isn't a plain file or folder below."""
        return {_moved(path, self._moved): what for path, what in self._below.odd().items()}

    def read(self, path: str) -> bytes:
        """Return a file's bytes, the new ones where there are any."""
        return self._files[path] if path in self._files else self._below.read(self._origins[path])


def _moved(path: str, moved: tuple[str, str] | None) -> str:
    if moved and path.startswith(moved[0] + "/"):
        return moved[1] + path.removeprefix(moved[0])
    return path


class DiskTree:
    """Files under a folder, links not followed."""

    def __init__(self, folder: Path, label: str) -> None:
        self.label = label
        self._root = os.fspath(folder)
        self._paths: list[str] = []
        self._odd: dict[str, str] = {}
        self._scan(self._root, "")
        self._paths.sort()

    def paths(self) -> tuple[str, ...]:
        """Return the path of each file, sorted."""
        return tuple(self._paths)

    def odd(self) -> Mapping[str, str]:
        """Return the links, pipes and other things that are neither file nor folder, with what is odd about each."""
        return self._odd

    def read(self, path: str) -> bytes:
        """Return a file's bytes; for one that is too large, just over the limit."""
        most = (MAX_BYTES if path.endswith(".yml") else LARGEST) + 1
        try:
            handle = os.open(f"{self._root}/{path}", _FLAGS)
        except OSError as error:
            raise UnreadableFile(f"{self.label}/{path}", error.strerror or "the system refused") from None
        try:
            pieces = []
            while most > 0:
                asked = min(most, _PIECE)
                pieces.append(os.read(handle, asked))
                most -= len(pieces[-1])
                if len(pieces[-1]) < asked:
                    break  # a plain file gives less only at its end
            return b"".join(pieces)
        finally:
            os.close(handle)

    def _scan(self, folder: str, prefix: str) -> None:
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            raise PolicybookError(f"{self.label}/{prefix} can't be read: {error.strerror}.") from None
        for entry in entries:
            name = entry.name
            if not name.endswith(".yml") and _LEFT_OVER.fullmatch(name):
                continue
            path = prefix + name
            if not path.isascii() and path != (readable := os.fsencode(path).decode("utf-8", "replace")):
                self._odd[readable] = "has a name that isn't UTF-8"
            elif entry.is_symlink():
                self._odd[path] = "is a link, and links are not followed"
            elif entry.is_dir(follow_symlinks=False):
                if entry.name not in _NOT_READ:
                    self._scan(entry.path, path + "/")
            elif not name.endswith(".yml") and not os.access(entry.path, os.R_OK):
                self._odd[path] = UNREADABLE
            elif entry.is_file(follow_symlinks=False):
                self._paths.append(path)
            else:
                self._odd[path] = "is no plain file, and only those are read"
