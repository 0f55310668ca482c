"""Apply the board's rules on emergency acts: whether one is allowed, and when it lapses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from policybook.acts.context import ActDetails
from policybook.errors import PolicybookError
from policybook.model import Rules
from policybook.values import dates

if TYPE_CHECKING:
    from policybook.acts.adoption import AdoptionOptions


def fields(details: ActDetails, options: AdoptionOptions, rules: Rules | None, what: str) -> dict[str, Any]:
    """Return the key `emergency` of an emergency act, empty for any other. Refuses one that the rules forbid."""
    if not options.emergency:
        return {}
    rule = rules.part("emergency") if rules else {}
    if rules is not None and rule.get("allowed") is not True:
        raise PolicybookError(
            f"{what} can't be an emergency: the board's rules don't allow one (`emergency`). Record the readings instead."
        )
    days = int(rule.get("days") or 0)
    latest = details.day + timedelta(days=days) if days else None
    end = options.ratify_by or options.expires or latest
    if end is None:
        raise PolicybookError(f"{what} needs a day on which it lapses: --ratify-by DATE or --expires DATE.")
    if latest is not None and end > latest:
        raise PolicybookError(
            f"{what} may be in force for {days} days under the board's rules, until {dates.in_words(latest)}."
        )
    key = "expires" if options.expires and not options.ratify_by else "ratify_by"
    return {"emergency": {"reason": options.emergency, key: end.isoformat()}}


def next_steps(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """Return when an emergency act lapses, and what the board must do to keep it."""
    entry = facts.get("emergency") or {}
    end = entry.get("ratify_by") or entry.get("expires")
    if end is None:
        return ()
    day = dates.in_words(date.fromisoformat(end))
    return (
        f"This is an emergency act: it lapses after {day}. To keep it, the board must adopt it again by that day, with "
        "the readings that the rules ask for.",
    )
