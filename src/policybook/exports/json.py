"""Export the manual as JSON: an index, each policy, each revision; `schemas/published/data.schema.json` says what they look like."""

from __future__ import annotations

import json
from typing import Any

from policybook.due import recommendations, reviews, steps
from policybook.due.obligation import Obligation
from policybook.due.recommendations import RecommendationStatus
from policybook.exports import urls
from policybook.model import Fact, Item, Manual, Meeting, Policy, Provision, Review, Revision, Strategy
from policybook.model.in_force import Answer

VERSION = 1


def written(data: dict[str, Any]) -> bytes:
    """Return data as JSON: the same data gives the same bytes."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def index(manual: Manual) -> dict[str, Any]:
    """Return the list of all policies with what stands on the manual's day."""
    agency = manual.agency
    return {
        "schema": VERSION,
        "kind": "index",
        "agency": agency.name,
        "fiction": agency.fiction,
        "official": agency.official,
        "as_of": manual.as_of.isoformat(),
        "language": agency.language,
        "text_licence": agency.text("text_licence") or None,
        "attribution": agency.text("attribution") or None,
        "policies": [
            {
                "code": policy.code,
                "title": policy.title,
                "kind": policy.kind,
                "url": urls.policy(policy.code),
                "data": urls.policy_data(policy.code),
                "standing": _standing(manual, policy),
            }
            for policy in manual
        ],
    }


def of_policy(manual: Manual, policy: Policy) -> dict[str, Any]:
    """Return one policy: what stands, its strategies with what is due, its revisions."""
    series = manual.agency.series_of(policy.code)
    return {
        "schema": VERSION,
        "kind": "policy",
        "as_of": manual.as_of.isoformat(),
        "code": policy.code,
        "title": policy.title,
        "type": policy.kind,
        "series": series.title if series else None,
        "url": urls.policy(policy.code),
        "former_codes": [code for code, _ in policy.former_codes],
        "standing": _standing(manual, policy),
        "steward": _fact(manual.steward_of(policy)),
        "cadence": _fact(manual.cadence_of(policy)),
        "review": _due(reviews.of_policy(manual, policy)),
        "oversight": dict(policy.oversight.data) if policy.oversight is not None else None,
        "strategies": [_strategy(manual, policy, strategy) for strategy in policy.strategies],
        "reviews": [_review(one) for one in policy.reviews if one.when.earliest <= manual.as_of],
        "recommendations": [
            _recommendation(recommendations.standing(manual, policy, one))
            for one in policy.recommendations
            if one.when.earliest <= manual.as_of
        ],
        "meetings": [
            _met(meeting, item)
            for held in manual.team_meetings.values()
            for meeting in held
            for item in meeting.items
            if steps.policy_of(manual, item) is policy
        ],
        "revisions": [_listed(policy, revision) for revision in (*policy.acts, *policy.proposals)],
    }


def _met(meeting: Meeting, item: Item) -> dict[str, Any]:
    return {
        "meeting": meeting.id,
        "body": meeting.body,
        "date": meeting.day.text,
        "strategy": item.strategy or None,
        "did": item.did,
        "outcome": item.text("outcome") or None,
        "closes": list(item.texts("closes")),
        "next": list(item.get("next") or ()),
    }


def _review(one: Review) -> dict[str, Any]:
    return {
        "id": one.id,
        "of": one.of,
        "by": one.by,
        "date": one.when.text,
        "method": one.text("method") or None,
        "outcome": one.outcome,
        "summary": one.text("summary"),
        "findings": list(one.get("findings") or ()),
        "digest": one.digest or None,
        "evidence": list(one.get("evidence") or ()),
        "measured": list(one.get("measured") or ()),
        "next_steps": list(one.get("next_steps") or ()),
    }


def _recommendation(found: RecommendationStatus) -> dict[str, Any]:
    one = found.asked
    return {
        "id": one.id,
        "status": found.status,
        "by": one.by,
        "to": list(one.to),
        "about": list(one.about),
        "date": one.when.text,
        "respond_by": one.respond_by.text if one.respond_by else None,
        "text": one.text("text"),
        "evaluation": one.text("evaluation") or None,
        "responses": list(one.get("responses") or ()),
        "silent": list(found.silent),
        "closed": dict(one.closed.data) if one.closed is not None else None,
    }


def of_revision(manual: Manual, policy: Policy, revision: Revision) -> dict[str, Any]:
    """Return one revision with its text."""
    return {
        "schema": VERSION,
        "kind": "revision",
        "as_of": manual.as_of.isoformat(),
        "code": policy.code,
        **_listed(policy, revision),
        "states": list(policy.states(revision, manual.as_of)) if revision.done else ["not adopted"],
        "readings": [
            {
                "number": reading.number,
                "date": reading.when.text if reading.when else None,
                "waived": reading.waived or None,
                "amended": reading.amended,
            }
            for reading in revision.readings
        ],
        "vote": manual.of_meeting(revision, "vote"),
        "text": [_provision(one) for one in revision.provisions] if revision.holds_text else None,
        "footnotes": revision.footnotes,
        "attachments": list(revision.get("attachments") or ()),
    }


def _listed(policy: Policy, revision: Revision) -> dict[str, Any]:
    effective = revision.effective if revision.done else None
    url = urls.revision if revision.done else urls.proposal
    return {
        "id": revision.id,
        "action": revision.action,
        "done": revision.done,
        "outcome": revision.outcome or None,
        "title": revision.title or None,
        "date": revision.acted.text if revision.acted else None,
        "effective": effective.text if effective else None,
        "follows": revision.follows or None,
        "text_held": revision.holds_text,
        "digest": revision.computed_digest or None,
        "chain": revision.chain or None,
        "url": url(policy.code, revision.id),
        "data": urls.revision_data(policy.code, revision.id),
    }


def _standing(manual: Manual, policy: Policy) -> list[dict[str, Any]]:
    """Return what stands: one answer, or each that may be true where that isn't certain."""
    if not policy.is_held:
        return [{"state": "text not held", "revision": None, "since": None}]
    return [_answer(manual, answer) for answer in policy.standing(manual.as_of).answers]


def _answer(manual: Manual, answer: Answer) -> dict[str, Any]:
    act = answer.act or answer.revision
    since = act.effective if act else None
    found: dict[str, Any] = {
        "state": answer.state,
        "revision": answer.revision.id if answer.revision else None,
        "since": since.text if since else None,
    }
    if answer.state == "in force" and answer.revision is not None and not manual.agency.official:
        source = manual.sources.get(str(answer.revision.recorded.get("source") or ""))
        known = (source.date("retrieved") or source.date("published")) if source is not None else None
        found |= {"state": "latest known", "known_as_of": known.text if known else None}
    return found


def _strategy(manual: Manual, policy: Policy, strategy: Strategy) -> dict[str, Any]:
    day = manual.as_of
    return {
        "id": strategy.id,
        "title": strategy.title,
        "provision": strategy.provision,
        "owner": _fact(strategy.owner_on(day)),
        "support": list(strategy.support),
        "cadence": _fact(strategy.cadence_on(day)),
        "activities": [
            {"id": one.id, "state": one.state(day), **one.data}
            for one in policy.activities
            if one.strategy == strategy.id
        ],
        "review": _due(reviews.of_strategy(manual, policy, strategy)),
    }


def _due(found: Obligation) -> dict[str, Any]:
    last = found.last
    return {
        "why": found.why,
        "due": found.on.isoformat() if found.on else None,
        "last": {"date": last.when.text, "by": last.by, "outcome": last.outcome} if last else None,
    }


def _fact(fact: Fact | None) -> dict[str, Any] | None:
    if fact is None:
        return None
    return {
        "is": fact.value,
        "basis": fact.basis or None,
        "source": fact.source or None,
        "note": fact.note or None,
    }


def _provision(one: Provision) -> dict[str, Any]:
    parts: dict[str, Any] = {
        "id": one.id,
        "label": one.label,
        "heading": one.heading,
        "level": one.level if one.heading else None,
        "kind": one.kind if one.kind != "text" else None,
        "text": one.prose,
        "table": one.rows,
        "items": [_provision(item) for item in one.items],
    }
    return {key: value for key, value in parts.items() if value}
