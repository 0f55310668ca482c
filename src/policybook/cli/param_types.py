"""What is typed at an option or a question: one of some words, a day, a vote. Told at once where it is none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from policybook.model import Manual


class OneOf(click.Choice[str]):
    """One of some words."""

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__(list(words))

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> str:
        """Return the word; fail with those that it could be."""
        if value in self.choices:
            return str(value)
        from policybook.text.suggest import did_you_mean
        from policybook.text.terminal import safe

        hint = did_you_mean(str(value), tuple(self.choices)) or f"It is one of {', '.join(self.choices)}."
        self.fail(f"‘{safe(str(value))}’ isn't known here. {hint}", param, context)


class Day(click.ParamType):  # type: ignore[type-arg]  # generic only in newer click
    """A day, as in 2026-11-24; none after `latest`, where something must have happened."""

    name = "day"

    def __init__(self, latest: date | None = None) -> None:
        self._latest = latest

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> date:
        """Return the day; fail where it is none."""
        if isinstance(value, date):
            return value
        from policybook.errors import PolicybookError
        from policybook.record import locate
        from policybook.text.terminal import safe

        try:
            day = locate.day(str(value).strip())
        except PolicybookError as error:
            self.fail(safe(str(error)), param, context)
        if self._latest is not None and day > self._latest:
            from policybook.values import dates

            self.fail(
                f"{dates.in_words(day)} hasn't come yet: today is {dates.in_words(self._latest)}.", param, context
            )
        return day


class Code(click.ParamType):  # type: ignore[type-arg]
    """The code of a policy on record."""

    name = "code"

    def __init__(self, manual: Manual) -> None:
        self._manual = manual

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> str:
        """Return the code; fail where no policy goes by it."""
        from policybook.acts import lookup
        from policybook.errors import PolicybookError
        from policybook.text.terminal import safe

        try:
            return lookup.policy(self._manual, str(value).strip()).code
        except PolicybookError as error:
            self.fail(safe(str(error)), param, context)


class Vote(click.ParamType):  # type: ignore[type-arg]
    """A vote: unanimous, consent, 4-1, or the counts by name."""

    name = "vote"

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> str | dict[str, int]:
        """Return the vote as a record holds it; fail where it is none."""
        if isinstance(value, dict):
            return value
        from policybook.errors import PolicybookError
        from policybook.rules import votes
        from policybook.text.terminal import safe

        try:
            return votes.parse(str(value))
        except PolicybookError as error:
            self.fail(safe(str(error)), param, context)


DAY = Day()
VOTE = Vote()
