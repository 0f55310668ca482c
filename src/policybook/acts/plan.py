"""What an act would do: the files to write, and in words what was done and what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from policybook.record.transaction import Changes


@dataclass(frozen=True, slots=True)
class Plan:
    """An act before anything is written."""

    changes: Changes
    done: tuple[str, ...]
    """What it does, a sentence for each policy."""
    next: tuple[str, ...] = ()
    """What comes next, a sentence each."""
