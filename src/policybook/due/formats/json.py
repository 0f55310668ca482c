"""What is due, as JSON for programs; `schemas/published/due.schema.json` says what it looks like."""

from __future__ import annotations

import json
from typing import Any

from policybook.due.listing import Listing
from policybook.due.other import Monitored
from policybook.site.components.due import Pending
from policybook.site.components.stewardship import METHODS


def render(listing: Listing) -> str:
    """Return the listing as JSON, form 1."""
    value = {
        "schema": 1,
        "kind": "due",
        "as_of": listing.book.manual.as_of.isoformat(),
        "within_days": listing.days,
        "summary": {
            "overdue": len(listing.overdue),
            "due": len(listing.pressing) - len(listing.overdue),
            "later": listing.later,
            "undated": len(listing.undated) + len(listing.unreported),
        },
        "due": [_entry(listing, one) for one in listing.pressing],
        "undated": [
            *(_entry(listing, one) for one in listing.undated),
            *(_unreported(listing, one) for one in listing.unreported),
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _entry(listing: Listing, one: Pending) -> dict[str, Any]:
    review, owed = one.promise, one.owed
    cadence = review.due.cadence if review else owed.cadence if owed else None
    last = review.due.last if review else owed.last if owed else None
    return {
        "kind": one.kind.replace(" ", "-"),
        "policy": one.policy.code,
        "strategy": review.strategy.id if review and review.strategy else None,
        "title": one.title(listing.book),
        "owner": one.by or None,
        "due": one.on.isoformat() if one.on else None,
        "overdue": listing.late(one),
        "why": review.due.why if review else "scheduled",
        "cadence": cadence.value if cadence else None,
        "basis": (cadence.basis or None) if cadence else None,
        "last": {"date": last.when.text, "by": last.by, "outcome": last.outcome} if last else None,
        "act": review.due.act.id if review and review.due.act else None,
        "stands": one.stands(listing.book),
    }


def _unreported(listing: Listing, one: Monitored) -> dict[str, Any]:
    return {
        "kind": "monitoring",
        "policy": one.policy.code,
        "strategy": None,
        "title": f"{one.policy.code} {one.policy.title}, {listing.book.say(METHODS[one.method])}",
        "owner": one.by or None,
        "due": None,
        "overdue": False,
        "why": "no review",
        "cadence": one.cadence.value,
        "basis": one.cadence.basis or None,
        "last": None,
        "act": None,
        "stands": listing.book.say("no report on record"),
    }
