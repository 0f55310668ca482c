"""Record an activity that carries out a strategy, and that one came to its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from policybook.acts import files, lookup
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Strategy
from policybook.record.transaction import Changes
from policybook.record.yaml import edits
from policybook.text.suggest import did_you_mean
from policybook.values import dates, slugs


@dataclass(frozen=True, slots=True)
class ActivityDetails:
    """What was entered about an activity."""

    what: str
    lead: str
    since: str = ""
    """A date as precise as it is known."""
    resources: str = ""
    evidence: tuple[str, ...] = ()


def plan(manual: Manual, policy: Policy, strategy: Strategy, details: ActivityDetails) -> Plan:
    """Return the plan of a new activity. Raises PolicybookError where the details contradict the record."""
    if strategy.ended is not None and strategy.ended.latest < manual.as_of:
        raise PolicybookError(f"‘{strategy.title}’ of policy {policy.code} ended {strategy.ended.words()}.")
    ended = manual.bodies[details.lead].ended
    if ended is not None and ended.latest < manual.as_of:
        raise PolicybookError(f"{manual.body_name(details.lead)} ended {ended.words()}.")
    if details.since and not dates.is_date(details.since):
        raise PolicybookError(f"‘{details.since}’ isn't a date. Write it as 2026-11-24, 2026-11 or 2026.")
    known = {" ".join(one.what.split()).casefold() for one in policy.activities if one.strategy == strategy.id}
    if " ".join(details.what.split()).casefold() in known:
        raise PolicybookError(f"‘{strategy.title}’ has the activity ‘{details.what}’ already.")
    id = slugs.free(slugs.provision(details.what), {one.id for one in policy.activities})
    data: dict[str, Any] = {
        "what": details.what,
        "strategy": strategy.id,
        "lead": details.lead,
        "since": details.since,
        "resources": details.resources,
        "evidence": [{"title": title} for title in details.evidence],
    }
    change = files.new(
        manual, f"{policy.folder}/activities/{id}.yml", {key: value for key, value in data.items() if value}
    )
    return Plan(
        Changes((change,)),
        (f"{manual.body_name(details.lead)} leads ‘{details.what}’, for ‘{strategy.title}’ of policy {policy.code}.",),
        (f"When it came to its end: policybook activity {policy.code}/{strategy.id} --finish {id}",),
    )


def finish(manual: Manual, policy: Policy, id: str, day: date, outcome: str) -> Plan:
    """Return the plan of an activity's end. Raises PolicybookError where there is none, or it ended before."""
    known = {one.id: one for one in policy.activities}
    if id not in known:
        hint = did_you_mean(id, known) or f"Its activities: {', '.join(known) or 'none'}."
        raise PolicybookError(f"Policy {policy.code} has no activity {id}. {hint}")
    found = known[id]
    if found.finished is not None:
        raise PolicybookError(f"‘{found.what}’ was finished {found.finished.words()} already.")
    lookup.refuse_future(manual, day, "The end of this activity")
    since = found.date("since")
    if since is not None and day < since.earliest:
        raise PolicybookError(f"‘{found.what}’ began {since.words()}, after that day.")
    entry = {"date": day.isoformat(), "outcome": outcome}
    entry = {key: value for key, value in entry.items() if value}
    change = files.changed(manual, found.path, lambda raw: edits.put(raw, "activity", "finished", entry))
    return Plan(Changes((change,)), (f"‘{found.what}’ of policy {policy.code} is finished.",))
