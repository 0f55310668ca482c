"""Meetings: what is true of a whole meeting of the board, and what a team worked on when it met."""

from __future__ import annotations

from typing import Any

from policybook.model.lazy import once
from policybook.model.view import View
from policybook.values import dates


class Item(View):
    """One thing that a team worked on at a meeting."""

    @property
    def did(self) -> str:
        """Return what it did with it: considered, designed, reviewed, decided."""
        return self.text("did")

    @property
    def code(self) -> str:
        """Return the code of the policy it is about; empty where the record names none."""
        return self.text("strategy").rpartition("/")[0] or self.text("strategy")

    @property
    def strategy(self) -> str:
        """Return the id of the strategy it is about; empty for the policy as a whole."""
        code, slash, id = self.text("strategy").rpartition("/")
        return id if slash and code else ""

    @property
    def next(self) -> tuple[View, ...]:
        """Return the steps that were agreed on."""
        return tuple(
            View(data, self._path, (*self._route, "next", at), self._subject)
            for at, data in enumerate(self._data.get("next") or ())
        )


class Meeting(View):
    """What is true of a whole meeting, said once."""

    def __init__(self, data: Any, path: str, id: str) -> None:
        super().__init__(data, path, (), path)
        self.id = id
        """The name its file gives it: its date, and a word where a day had two, or the body that met."""

    @property
    def day(self) -> dates.PartialDate:
        """Return the day of the meeting."""
        written = self.text("date") or self.id[:10]
        return dates.parse(written) if dates.is_date(written) else dates.parse(self.id[:4])

    @property
    def body(self) -> str:
        """Return the team or committee that met; empty for the board."""
        return self.text("body")

    @property
    def packages(self) -> dict[str, Any]:
        """Return the packages of policies that one vote passed, by name."""
        return self._data.get("packages") or {}

    @once
    def items(self) -> tuple[Item, ...]:
        """Return what a team worked on."""
        return tuple(
            Item(data, self._path, ("items", at), self._subject)
            for at, data in enumerate(self._data.get("items") or ())
        )
