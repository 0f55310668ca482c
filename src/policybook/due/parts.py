"""Divide the strategies and texts of a manual into parts, so that no page of the site grows with the manual."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from policybook.due.obligation import Obligation
from policybook.due.states import by_state
from policybook.model import Manual, natural

ROWS = 40
"""So many strategies and texts are told on one page."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of policies whose strategies and texts are told together."""

    series: str
    """The title of their series; empty where they have none, or where the part is the whole manual."""
    listed: tuple[Obligation, ...]

    @property
    def codes(self) -> tuple[str, str]:
        """Return the first and the last code."""
        return self.listed[0].policy.code, self.listed[-1].policy.code

    @property
    def strategies(self) -> list[Obligation]:
        """Return the next review of each strategy."""
        return [one for one in self.listed if one.strategy is not None]

    @property
    def texts(self) -> list[Obligation]:
        """Return the next review of each policy's own text."""
        return [one for one in self.listed if one.strategy is None]


def whole(manual: Manual) -> Part:
    """Return everything that is reviewed, by code; texts that hold no longer are left out."""
    listed = [one for one in by_state(manual) if one.strategy is not None or one.why != "not in force"]
    return Part("", tuple(sorted(listed, key=lambda one: natural(one.policy.code))))


def parts(manual: Manual) -> list[Part]:
    """Return stretches of at most `ROWS` rows, none across two series; a policy is never divided."""
    by_code: dict[str, list[Obligation]] = defaultdict(list)
    for one in whole(manual).listed:
        by_code[one.policy.code].append(one)
    found: list[Part] = []
    for code, owed in by_code.items():
        series = manual.agency.series_of(code)
        name = series.text("title") if series else ""
        if found and found[-1].series == name and len(found[-1].listed) + len(owed) <= ROWS:
            found[-1] = Part(name, (*found[-1].listed, *owed))
        else:
            found.append(Part(name, tuple(owed)))
    return found
