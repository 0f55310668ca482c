"""Show progress of long work on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_WORTH_SHOWING = 2000


@contextmanager
def reading(wanted: bool) -> Iterator[Callable[[int, int], None]]:
    """Yield a function that reports how many files have been read."""
    if not wanted or not sys.stderr.isatty():
        yield lambda done, of: None
        return

    def show(done: int, of: int) -> None:
        if of >= _WORTH_SHOWING:
            sys.stderr.write(f"\rReading the manual: {done:,} of {of:,} files")
            sys.stderr.flush()

    try:
        yield show
    finally:
        sys.stderr.write("\r\x1b[K")


@contextmanager
def importing() -> Iterator[Callable[[int, int], None]]:
    """Yield a function that shows a bar of how many documents have been read."""
    if not sys.stderr.isatty():
        yield lambda done, of: None
        return

    def show(done: int, of: int) -> None:
        filled = 30 * done // max(of, 1)
        sys.stderr.write(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done} of {of} documents")
        sys.stderr.flush()

    try:
        yield show
    finally:
        sys.stderr.write("\r\x1b[K")
