"""Strategies: provisions that somebody must carry out, and what shows that it is done."""

from __future__ import annotations

from datetime import date
from typing import Any

from policybook.model.fact import Fact, dated, on
from policybook.model.lazy import once
from policybook.model.view import View
from policybook.values import dates
from policybook.values.figures import figure


class Commitment(View):
    """A promise quoted from a strategy's provision."""

    @property
    def quote(self) -> str:
        """Return the promise in the text's own words."""
        return self.text("quote")


class Indicator(View):
    """What is measured, from where it starts to where it should go."""

    @property
    def id(self) -> str:
        """Return the indicator's id."""
        return self.text("id")

    @property
    def rises(self) -> bool | None:
        """Return whether more is better; None where neither the record nor baseline and target say so."""
        if self.has("direction"):
            return self.text("direction") == "up"
        begin, end = (figure(str((self.get(key) or {}).get("value") or "")) for key in ("baseline", "target"))
        return end.number > begin.number if begin and end and begin.number != end.number else None

    @property
    def not_measured_until(self) -> dates.PartialDate | None:
        """Return until when nothing needs to be measured."""
        return self.date("not_measured_until")


class Activity(View):
    """Something that is done to carry out a strategy."""

    def __init__(self, data: Any, path: str, id: str, code: str) -> None:
        super().__init__(data, path, (), f"{code}/{data['strategy']}")
        self.id = id
        """The name its file gives it."""
        self.strategy: str = data["strategy"]
        """The id of the strategy that it carries out."""

    @property
    def what(self) -> str:
        """Return what is done."""
        return self.text("what")

    @property
    def finished(self) -> dates.PartialDate | None:
        """Return when it came to its end."""
        data = self._data.get("finished")
        return dates.parse(data["date"]) if data else None

    def state(self, day: date) -> str:
        """Return where it stands on `day`: planned, under way or finished."""
        if self.finished is not None and self.finished.earliest <= day:
            return "finished"
        since = self.date("since")
        return "planned" if since is not None and since.earliest > day else "under way"


class Strategy(View):
    """One entry of strategies.yml."""

    def __init__(self, data: Any, path: str, at: int, code: str) -> None:
        super().__init__(data, path, ("strategies", at), f"{code}/{data['id']}")
        self.code = code
        """The code of the policy it belongs to."""
        self.id: str = data["id"]
        self.title: str = data["title"]

    @property
    def provision(self) -> str:
        """Return the id of the provision it carries out."""
        return self.text("provision") or self.id

    @once
    def owners(self) -> tuple[Fact, ...]:
        """Return who has answered for it, the earliest first."""
        return dated(self, "owner")

    def owner_on(self, day: date) -> Fact | None:
        """Return who answers for it on `day`."""
        return on(self.owners, day)

    @property
    def support(self) -> tuple[str, ...]:
        """Return the bodies that help."""
        return self.texts("support")

    @once
    def cadences(self) -> tuple[Fact, ...]:
        """Return how often it was to be reviewed, the earliest first."""
        return dated(self, "cadence")

    def cadence_on(self, day: date) -> Fact | None:
        """Return how often it is to be reviewed on `day`."""
        return on(self.cadences, day)

    @property
    def ended(self) -> dates.PartialDate | None:
        """Return when the strategy ended."""
        return self.date("ended")

    @once
    def commitments(self) -> tuple[Commitment, ...]:
        """Return the promises it takes up."""
        return tuple(
            Commitment(data, self._path, (*self._route, "commitments", at), self._subject)
            for at, data in enumerate(self._data.get("commitments") or ())
        )

    @once
    def indicators(self) -> tuple[Indicator, ...]:
        """Return what is measured."""
        return tuple(
            Indicator(data, self._path, (*self._route, "indicators", at), self._subject)
            for at, data in enumerate(self._data.get("indicators") or ())
        )
