"""Define Click parameter types for dates, votes, codes and choices."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from policybook.model import Manual


class ChoiceParam(click.Choice[str]):
    """One of several words."""

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__(list(words))

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> str:
        """Return the word, or fail and list the choices."""
        if value in self.choices:
            return str(value)
        from policybook.text.suggest import did_you_mean
        from policybook.text.terminal import safe

        hint = did_you_mean(str(value), tuple(self.choices)) or f"It is one of {', '.join(self.choices)}."
        self.fail(f"‘{safe(str(value))}’ isn't a choice here. {hint}", param, context)


class DateParam(click.ParamType):  # type: ignore[type-arg]  # generic only in newer click
    """A day, as people write it; none after `latest`, for what must have happened."""

    name = "day"

    def __init__(self, latest: date | None = None) -> None:
        self._latest = latest

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> date:
        """Return the day, or fail."""
        if isinstance(value, date):
            return value
        from policybook.text.terminal import safe
        from policybook.values import written_day

        written = str(value).strip()
        try:
            day = written_day.parse(written)
        except written_day.Ambiguous:
            order = _day_first(context)
            if order is None:
                self.fail(f"‘{safe(written)}’ could be two days. Write it as 2026-11-24.", param, context)
            day = written_day.parse(written, order)
        except ValueError:
            self.fail(f"‘{safe(written)}’ isn't a day. Write it as 2026-11-24 or Nov 24, 2026.", param, context)
        if self._latest is not None and day > self._latest:
            from policybook.values import dates

            self.fail(
                f"{dates.in_words(day)} hasn't come yet: today is {dates.in_words(self._latest)}.", param, context
            )
        return day


class PolicyCodeParam(click.ParamType):  # type: ignore[type-arg]
    """The code of a policy on record."""

    name = "code"

    def __init__(self, manual: Manual) -> None:
        self._manual = manual

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> str:
        """Return the code, or fail where no policy has it."""
        from policybook.acts import lookup
        from policybook.errors import PolicybookError
        from policybook.text.terminal import safe

        try:
            return lookup.policy(self._manual, str(value).strip()).code
        except PolicybookError as error:
            self.fail(safe(str(error)), param, context)


class VoteParam(click.ParamType):  # type: ignore[type-arg]
    """A vote: unanimous, consent, 4-1, or the counts by name."""

    name = "vote"

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> str | dict[str, int]:
        """Return the vote as the record holds it, or fail."""
        if isinstance(value, dict):
            return value
        from policybook.errors import PolicybookError
        from policybook.rules import votes
        from policybook.text.terminal import safe

        try:
            return votes.parse(str(value))
        except PolicybookError as error:
            self.fail(safe(str(error)), param, context)


class BodyParam(click.ParamType):  # type: ignore[type-arg]
    """A body of the manual, by id or name."""

    name = "body"

    def __init__(self, manual: Manual) -> None:
        self._manual = manual

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> str:
        """Return the id of the body, or fail."""
        from policybook.acts import lookup
        from policybook.errors import PolicybookError
        from policybook.text.terminal import safe

        try:
            return lookup.body_id(self._manual, str(value).strip())
        except PolicybookError as error:
            self.fail(safe(str(error)), param, context)


def _day_first(context: click.Context | None) -> bool | None:
    """Return the date order of the manual that the command works on, None where it isn't known."""
    from pathlib import Path

    from policybook.errors import PolicybookError
    from policybook.model.agency import Agency
    from policybook.record import locate
    from policybook.record.yaml import reader

    try:
        folder = context.params.get("folder") if context else None
        tree = locate.tree(locate.find(Path.cwd(), folder if isinstance(folder, str) else None))
        data = reader.read(tree.read("agency.yml"), frozenset()).data
    except (PolicybookError, OSError, KeyError):
        return None
    return Agency(data, "agency.yml", (), "agency.yml").day_first if data else None


DATE = DateParam()
VOTE = VoteParam()
