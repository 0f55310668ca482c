"""What goes wrong with the set-up, as opposed to the record: the command can't run and exits with 2."""

from __future__ import annotations


class PolicybookError(Exception):
    """The command can't run; its text is one sentence that says why and what to do."""
