"""Run the command; `--version` and `--help` are answered before anything is imported."""

from __future__ import annotations

import gc
import os
import sys
from io import TextIOWrapper
from pathlib import Path

from policybook import __version__


def main() -> None:
    """Answer `--version` and `--help`, or run the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")  # what is piped is UTF-8 everywhere, on Windows too
    asked = sys.argv[1:]
    if asked == ["--version"]:
        print(f"policybook, version {__version__}")
    elif asked in (["--help"], ["-h"]) and not sys.stdout.isatty():
        print(Path(__file__).with_name("help.txt").read_text(encoding="utf-8"), end="")
    else:
        gc.set_threshold(100_000)  # a command is over before there is much garbage
        from policybook.cli.main import main as run

        try:
            run()
        except SystemExit as end:
            _leave(end.code)


def _leave(code: object) -> None:
    """Exit without freeing the manual value by value, which would take a twentieth of a check."""
    status = code if isinstance(code, int) else 0
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # nobody reads on, or the disk is full
        status = 2
    os._exit(status)
