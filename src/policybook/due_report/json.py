"""What is due, as JSON for programs; `schemas/published/due.schema.json` says what it looks like."""

from __future__ import annotations

import json
from typing import Any

from policybook.due_report import Listing
from policybook.site.parts.promises import Promise


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
            "undated": len(listing.undated),
        },
        "due": [_entry(listing, promise) for promise in listing.pressing],
        "undated": [_entry(listing, promise) for promise in listing.undated],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _entry(listing: Listing, promise: Promise) -> dict[str, Any]:
    found, last = promise.due, promise.due.last
    return {
        "policy": promise.policy.code,
        "strategy": promise.strategy.id if promise.strategy else None,
        "title": promise.title,
        "owner": promise.owner or None,
        "due": found.on.isoformat() if found.on else None,
        "overdue": listing.late(promise),
        "why": found.why,
        "cadence": found.cadence.value if found.cadence else None,
        "basis": (found.cadence.basis or None) if found.cadence else None,
        "last": {"date": last.when.text, "by": last.by, "outcome": last.outcome} if last else None,
        "act": found.act.id if found.act else None,
    }
