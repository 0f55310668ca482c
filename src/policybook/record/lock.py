"""Let one command at a time write to a manual."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from policybook.errors import PolicybookError

_WAIT = 10.0
"""Seconds to wait for a command that is writing."""
_BUSY = "Another command is writing to {folder}. Wait until it has ended, then run this one again."


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the manual's lock. The system releases it when the process ends, however it ends.

    Raises PolicybookError where another command holds it for longer than ten seconds.
    """
    handle = _opened(folder)
    try:
        _acquire(handle, folder)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _opened(folder: Path) -> int:
        return os.open(folder / ".policybook.lock~", os.O_RDWR | os.O_CREAT)

    def _try(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _opened(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _try(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _acquire(handle: int, folder: Path) -> None:
    deadline = time.monotonic() + _WAIT
    while True:
        try:
            _try(handle)
            return
        except OSError:
            if time.monotonic() > deadline:
                raise PolicybookError(_BUSY.format(folder=folder)) from None
            time.sleep(0.05)
