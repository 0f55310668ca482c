"""What is due, as JSON for programs; `schemas/published/due.schema.json` says what it looks like."""

from __future__ import annotations

import json
from typing import Any

from policybook.due import accepted
from policybook.due.listing import Listing
from policybook.due.obligation import Obligation
from policybook.due.summary import progress, title


def render(listing: Listing) -> str:
    """Return the listing as JSON, form 1."""
    value = {
        "schema": 1,
        "kind": "due",
        "as_of": listing.manual.as_of.isoformat(),
        "within_days": listing.days,
        "summary": {
            "overdue": len(listing.overdue),
            "accepted": listing.accepted,
            "due": len(listing.pressing) - len(listing.overdue) - listing.accepted,
            "later": listing.later,
            "undated": len(listing.undated) + len(listing.unreported),
        },
        "due": [_entry(listing, one) for one in listing.pressing],
        "undated": [_entry(listing, one) for one in (*listing.undated, *listing.unreported)],
        "meetings": [
            {
                "body": clock.body.id,
                "due": clock.on.isoformat() if clock.on else None,
                "overdue": clock.is_late(listing.manual.as_of),
                "last": clock.last.day.text if clock.last else None,
                "kept": clock.kept,
                "late": clock.late,
                "missed": clock.missed,
            }
            for clock in listing.meetings
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _entry(listing: Listing, one: Obligation) -> dict[str, Any]:
    held = accepted.waiver(one, listing.manual)
    return {
        "kind": one.kind.replace(" ", "-"),
        "policy": one.policy.code,
        "strategy": one.strategy.id if one.strategy else None,
        "title": title(one, listing.say),
        "owner": one.by or None,
        "due": one.on.isoformat() if one.on else None,
        "overdue": one.is_late(listing.manual.as_of),
        "accepted": {"by": held.by, "until": held.until.text} if held else None,
        "why": one.why,
        "cadence": one.cadence.value if one.cadence else None,
        "basis": (one.cadence.basis or None) if one.cadence else None,
        "last": {"date": one.last.when.text, "by": one.last.by, "outcome": one.last.outcome} if one.last else None,
        "act": one.act.id if one.act else None,
        "stands": progress(one, listing.say),
    }
