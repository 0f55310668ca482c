"""What goes wrong with the set-up, as opposed to the record: the command can't run and exits with 2."""

from __future__ import annotations


class PolicybookError(Exception):
    """The command can't run; its text is one sentence that says why and what to do."""


class UnreadableFile(PolicybookError):
    """One file of the record can't be read, as its permissions are."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} can't be read: {why}.")
        self.why = why
