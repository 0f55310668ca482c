"""The agency that publishes, the rules it set itself, and what belongs to no single policy."""

from __future__ import annotations

from datetime import date
from typing import Any

from policybook.model.fact import Fact, fact
from policybook.model.lazy import once
from policybook.model.view import View
from policybook.values import cadence, codes, dates


class Series(View):
    """A group of codes under one heading."""

    @property
    def starts(self) -> str:
        """Return what the codes of this series begin with."""
        return self.text("starts")

    @property
    def title(self) -> str:
        """Return the heading."""
        return self.text("title")

    @property
    def cadence(self) -> Fact | None:
        """Return how often policies of this series are to be reviewed."""
        return fact(self, "cadence")

    @property
    def steward(self) -> Fact | None:
        """Return the body answerable for the texts of policies that name no steward of their own."""
        return fact(self, "steward")


class Rules(View):
    """What the board requires of its own acts, from a day on."""

    @property
    def since(self) -> dates.PartialDate | None:
        """Return from when these rules hold."""
        return self.date("since")

    @property
    def readings(self) -> int:
        """Return how many readings an act needs."""
        return int(self._data.get("readings") or 1)

    def number(self, key: str) -> int | None:
        """Return a number of days or the like, or None where no such rule is set."""
        value = self._data.get(key)
        return int(value) if value is not None else None

    def part(self, key: str) -> dict[str, Any]:
        """Return a rule that has parts: `emergency`, `correct`."""
        value = self._data.get(key)
        return value if isinstance(value, dict) else {}


class Agency(View):
    """The public body, as agency.yml describes it."""

    @property
    def name(self) -> str:
        """Return the agency's name."""
        return self.text("name")

    @property
    def short_name(self) -> str:
        """Return the short name, or the name."""
        return self.text("short_name") or self.name

    @property
    def fiction(self) -> bool:
        """Return whether the manual is plainly marked as fiction."""
        return bool(self._data.get("fiction"))

    @property
    def official(self) -> bool:
        """Return whether this is the agency's own publication."""
        return self._data.get("official") is not False

    @property
    def language(self) -> str:
        """Return the language of the texts."""
        return self.text("language") or "en"

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages of the promised translations."""
        return self.texts("languages")

    @property
    def time_zone(self) -> str:
        """Return the time zone that decides what today is."""
        return self.text("time_zone") or "UTC"

    @property
    def day_first(self) -> bool | None:
        """Return whether people write the day before the month, None where that isn't known."""
        order = self.text("date_order")
        if order:
            return order == "day-first"
        return False if self.time_zone.startswith(("America/", "US/")) else None

    @once
    def series(self) -> tuple[Series, ...]:
        """Return the series, as listed."""
        return tuple(Series(data, self._path, ("series", at)) for at, data in enumerate(self._data.get("series") or ()))

    @once
    def _series_by_start(self) -> tuple[tuple[str, Series], ...]:
        """Return the series with what their codes begin with, the longest first."""
        keyed = [(codes.key(series.starts), series) for series in self.series]
        return tuple(sorted(keyed, key=lambda pair: -len(pair[0])))

    @property
    def synonyms(self) -> tuple[tuple[str, ...], ...]:
        """Return the groups of words that a search takes for one another."""
        return tuple(tuple(group) for group in self._data.get("synonyms") or ())

    def series_of(self, code: str) -> Series | None:
        """Return the series of a code: the longest `starts` that it begins with wins."""
        folded = codes.key(code)
        return next((series for start, series in self._series_by_start if folded.startswith(start)), None)

    @once
    def rules(self) -> tuple[Rules, ...]:
        """Return the rules, the earliest first."""
        listed = [Rules(data, self._path, ("rules", at)) for at, data in enumerate(self._data.get("rules") or ())]
        return tuple(sorted(listed, key=lambda rules: rules.since.earliest if rules.since else date.min))

    @once
    def _rules_since(self) -> tuple[tuple[date, Rules], ...]:
        return tuple((rules.since.earliest if rules.since else date.min, rules) for rules in self.rules)

    def rules_on(self, day: date) -> Rules | None:
        """Return the rules that held on `day`, or None where none are on record."""
        held = None
        for since, rules in self._rules_since:
            if since <= day:
                held = rules
        return held


class Body(View):
    """A board, officer, team or committee that acts."""

    @property
    def id(self) -> str:
        """Return the body's id."""
        return self.text("id")

    @property
    def name(self) -> str:
        """Return the body's name."""
        return self.text("name")

    @property
    def kind(self) -> str:
        """Return the body's kind: board, officer, action-team …"""
        return self.text("kind")

    @property
    def ended(self) -> dates.PartialDate | None:
        """Return when the body ceased to be."""
        return self.date("ended")

    @property
    def meets(self) -> cadence.Cadence | None:
        """Return how often it meets, where that is known and understood."""
        held = fact(self, "meets")
        return cadence.parse(held.value) if held and held.value else None


class Waiver(View):
    """A finding accepted for a time, by a body, for a reason."""

    @property
    def check(self) -> str:
        """Return the id of the check."""
        return self.text("check")

    @property
    def subject(self) -> str:
        """Return what the finding is about."""
        return self.text("subject")

    @property
    def by(self) -> str:
        """Return the body that accepted it."""
        return self.text("by")

    @property
    def until(self) -> dates.PartialDate:
        """Return the last day on which it holds."""
        return dates.parse(self.text("until"))


class Source(View):
    """A document that facts came from."""

    def __init__(self, data: Any, path: str, id: str, words: bytes | None) -> None:
        super().__init__(data, path, (), path)
        self.id = id
        self.raw = words
        """The bytes of its text as kept beside it, or None where the text isn't held."""

    @property
    def title(self) -> str:
        """Return the document's title."""
        return self.text("title")

    @property
    def part_of(self) -> str:
        """Return the id of the source that this is a part of, such as an import; empty where it stands alone."""
        return self.text("part_of")

    @once
    def words(self) -> str | None:
        """Return the document's text, or None where it isn't held."""
        return self.raw.decode("utf-8", "replace").removeprefix("\ufeff") if self.raw is not None else None

    @once
    def squeezed(self) -> str:
        """Return the document's text with each run of white space as one space, for finding quotes in it."""
        return " ".join((self.words or "").split())
