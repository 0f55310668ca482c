"""Record a meeting of a team: who was there, what it worked on, which steps are done and which come next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from policybook.acts import files, lookup, review
from policybook.acts.plan import Plan
from policybook.due import meetings, other, reviews, steps
from policybook.errors import PolicybookError
from policybook.model import Body, Manual, Policy
from policybook.model.fact import fact
from policybook.record.transaction import Changes
from policybook.text.suggest import did_you_mean
from policybook.values import cadence, dates, slugs

DID = ("considered", "designed", "reviewed", "decided")

_WORD = re.compile(r"[a-z0-9][a-z0-9-]{0,30}")


@dataclass(frozen=True, slots=True)
class ItemDetails:
    """One thing that a team worked on."""

    did: str
    about: str = ""
    """The policy's code and the strategy's id; or the code alone; empty for what is about no policy."""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class StepDetails:
    """What was agreed on."""

    about: str
    what: str
    by: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class MeetingDetails:
    """What was entered about a team's meeting."""

    day: date
    present: int | None = None
    of: int | None = None
    minutes: str = ""
    items: Sequence[ItemDetails] = ()
    steps: Sequence[StepDetails] = ()
    closes: Sequence[str] = ()
    """Steps that are done: an id, after the policy's code and a slash where several policies have it."""
    word: str = ""
    """A word for a second meeting on one day."""


def plan(manual: Manual, body: Body, details: MeetingDetails) -> Plan:
    """Return the plan of a team's meeting. Raises PolicybookError where the details contradict the record."""
    _refuse(manual, body, details)
    id = "-".join(part for part in (details.day.isoformat(), body.id, details.word) if part)
    path = f"meetings/{id}.yml"
    if manual.exists(path):
        raise PolicybookError(
            f"A meeting of that day is on record already: {manual.named(path)}. Was there a second one, name it with --word."
        )
    data: dict[str, Any] = {
        "body": body.id,
        "present": details.present,
        "of": details.of,
        "minutes": details.minutes,
        "items": _items(manual, body, details),
    }
    change = files.new(manual, path, {key: value for key, value in data.items() if value})
    return Plan(
        Changes((change,)),
        (f"{body.name} met on {dates.in_words(details.day)}.",),
        tuple(_next(manual, body, details, id)),
    )


def _refuse(manual: Manual, body: Body, details: MeetingDetails) -> None:
    if body.kind == "board":
        raise PolicybookError(
            f"{body.name} is the board: record its meeting with `policybook meeting {details.day.isoformat()}`."
        )
    lookup.refuse_future(manual, details.day, f"This meeting of {body.name}")
    if body.ended is not None and body.ended.latest < details.day:
        raise PolicybookError(f"{body.name} ended {body.ended.words()}, before that day.")
    if details.word and not _WORD.fullmatch(details.word):
        raise PolicybookError(f"‘{details.word}’ can't name a meeting. Write a word in lower case, such as evening.")
    if details.present is not None and details.present < 1:
        raise PolicybookError("Somebody must have been present: without anybody no meeting was held.")
    if details.present is not None and details.of is not None and details.present > details.of:
        raise PolicybookError(f"{details.present} of {details.of} members can't have been present.")
    for step in details.steps:
        if step.due and not dates.is_date(step.due):
            raise PolicybookError(f"‘{step.due}’ isn't a date. Write it as 2026-11-24.")


def _items(manual: Manual, body: Body, details: MeetingDetails) -> list[dict[str, Any]]:
    """Return the items with the steps agreed on and those that are done, each under what it is about."""
    items: list[dict[str, Any]] = []
    for one in details.items:
        if one.did not in DID:
            raise PolicybookError(
                f"‘{one.did}’ isn't what a team does with an item: {', '.join(DID[:-1])} or {DID[-1]}."
            )
        about = _about(manual, one.about) if one.about else ""
        entry = {"did": one.did, "strategy": about, "outcome": one.outcome}
        items.append({key: value for key, value in entry.items() if value})
    taken = {(step.policy.code, step.id) for step in steps.of_manual(manual)}
    for step in details.steps:
        about = _about(manual, step.about)
        code = review.target(manual, about)[0].code
        id = slugs.free(slugs.provision(step.what), {name for policy, name in taken if policy == code})
        taken.add((code, id))
        new = {"id": id, "what": step.what, "by": step.by or body.id, "due": step.due}
        item = _item(items, about, "decided")
        item.setdefault("next", []).append({key: value for key, value in new.items() if value})
    for written in details.closes:
        policy, id = _open_step(manual, written, details.day)
        own = next((one for one in items if str(one.get("strategy", "")).partition("/")[0] == policy.code), None)
        item = own if own is not None else _item(items, policy.code, "reviewed")
        item.setdefault("closes", []).append(id)
    return items


def _item(items: list[dict[str, Any]], about: str, did: str) -> dict[str, Any]:
    """Return the item about a strategy, a new one where there is none."""
    for one in items:
        if one.get("strategy") == about:
            return one
    items.append({"did": did, "strategy": about})
    return items[-1]


def _about(manual: Manual, written: str) -> str:
    policy, strategy = review.target(manual, written)
    return f"{policy.code}/{strategy.id}" if strategy else policy.code


def _open_step(manual: Manual, written: str, day: date) -> tuple[Policy, str]:
    """Return the policy and id of an open step, named by its id, or by code and id."""
    code, _, id = written.rpartition("/")
    found = [
        step
        for step in steps.of_manual(manual)
        if step.id and step.done is None and step.since.earliest <= day and code in ("", step.policy.code)
    ]
    named = [step for step in found if step.id == id]
    if len(named) > 1:
        names = " or ".join(f"{step.policy.code}/{id}" for step in named)
        raise PolicybookError(f"Several policies have an open step ‘{id}’: write {names}.")
    if not named:
        there = [step.id for step in found]
        hint = did_you_mean(id, there) or f"Open steps with an id: {', '.join(there) or 'none'}."
        raise PolicybookError(f"There is no open step ‘{written}’. {hint}")
    return named[0].policy, id


def _next(manual: Manual, body: Body, details: MeetingDetails, id: str) -> list[str]:
    """Return when the team meets next, what it has to do by when, and how its reviews name the meeting."""
    said, day = [], details.day
    closed = {one.rpartition("/")[2] for one in details.closes}
    known = fact(body, "meets")
    often = cadence.parse(known.value) if known and known.value and known.basis != "assumed" else None
    on = often.next_after(day) if often and often.count else None
    if on is not None and not any(one.day.latest > day for one in meetings.of_body(manual, body).held):
        said.append(f"The next meeting is due by {dates.in_words(on)}.")
    elif on is None:
        said.append("How often the team meets isn't on record: write it under `meets` in bodies.yml.")
    for step in other.next_steps(manual):
        if step.by == body.id and step.on is not None and step.part.text("id") not in closed:
            said.append(f"Still open: ‘{step.what}’ of policy {step.policy.code}, due {dates.in_words(step.on)}.")
    for one in reviews.all_of(manual):
        if one.strategy is not None and one.by == body.id and one.on is not None:
            what = f"{one.policy.code}/{one.strategy.id}"
            said.append(
                f"Review due by {dates.in_words(one.on)}: policybook review {what} --by {body.id} --meeting {id}"
            )
    return said
