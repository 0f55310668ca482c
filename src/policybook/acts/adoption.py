"""Record the adoption of one proposal, with digest and chain; a proposal may also suspend or rescind a policy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from policybook.acts import amendment, emergency, files, lookup, reading, rescind, suspend
from policybook.acts.context import ActContext, ActDetails
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Revision
from policybook.record.transaction import Changes
from policybook.record.yaml import edits
from policybook.rules import comment_period
from policybook.values import dates, digest

_ONLY_PROPOSED = ("based_on", "outcome", "outcome_date")
_VERBS = {"adopt": "adopted", "revise": "revised", "rescind": "rescinded", "suspend": "suspended"}


@dataclass(frozen=True, slots=True)
class AdoptionOptions:
    """What the clerk entered about an adoption beside the details of any act. Empty fields weren't entered."""

    change: str = ""
    """editorial or substantive."""
    amended: str = ""
    """How the meeting amended the text before it voted."""
    emergency: str = ""
    """Why the act could not wait for its readings."""
    ratify_by: date | None = None
    expires: date | None = None
    package_title: str = ""


@dataclass(frozen=True, slots=True)
class Adoption(ActContext):
    """The adoption of one proposal."""

    proposal: Revision
    options: AdoptionOptions

    @property
    def action(self) -> str:
        """Return what the act does: what the proposal says, with adopt and revise told apart by the record."""
        if not self.proposal.makes_text:
            return self.proposal.action
        return "revise" if lookup.is_adopted(self.policy) else "adopt"

    @property
    def change(self) -> str:
        """Return the change class, editorial or substantive."""
        return self.options.change or self.proposal.text("change")


def plan(manual: Manual, policy: Policy, proposal: Revision, details: ActDetails, options: AdoptionOptions) -> Plan:
    """Return the plan of one adoption. Raises PolicybookError where the board's rules don't allow it."""
    what = f"The adoption of {proposal.id} as policy {policy.code}"
    if not proposal.makes_text:
        what = f"The adoption of {proposal.id}, to {proposal.action} policy {policy.code},"
    act = Adoption(manual, policy, details, what, proposal, options)
    reading.require_open(policy, proposal)
    act.require_allowed()
    _require_base(act)
    _require_action(act)
    if act.rules is not None and not options.emergency and act.needs_vote:
        _require_comment_over(act)
    facts = {**act.fields(), **_act_fields(act), **emergency.fields(act.details, options, act.rules, what)}
    amended = amendment.on_the_floor(act, proposal, options.amended)

    def edit(raw: bytes) -> bytes:
        for key in _ONLY_PROPOSED:
            raw = edits.drop(raw, key)
        if amended is not None:
            raw = edits.append(raw, "revision", "readings", amended.reading)
        for key, value in facts.items():
            raw = raw if proposal.get(key) == value else edits.put(raw, "revision", key, value)
        return raw

    changes = (files.changed(manual, proposal.path, edit), *(amended.kept if amended else ()))
    done = f"Policy {policy.code} is {_VERBS.get(act.action, act.action)} on {dates.in_words(details.day)}: revision {proposal.id}."
    steps = (*emergency.next_steps(facts), *_uncommented(act), *_next(act))
    return Plan(Changes(changes), (done,), steps)


def _act_fields(act: Adoption) -> dict[str, Any]:
    """Return the keys that the adoption computes: action, change class, the act before, digest and chain."""
    text = act.proposal.computed_digest if act.proposal.makes_text else digest.NO_TEXT
    found: dict[str, Any] = {"action": act.action}
    if act.proposal.makes_text:
        if act.change:
            found["change"] = act.change
        elif act.action == "revise":
            raise PolicybookError(
                f"{act.what} has no change class. Add --change editorial (the words only) or --change substantive "
                "(what they ask)."
            )
        found["digest"] = text
    before = lookup.last_act(act.policy)
    if before is not None:
        found["follows"] = before.id
    found["chain"] = lookup.chain(act.policy, act.proposal.id, act.action, text)
    return found


def _require_action(act: Adoption) -> None:
    """Refuse to suspend or rescind what isn't adopted, and a suspension without an end."""
    if act.proposal.makes_text:
        return
    lookup.standing_policy(act.manual, act.policy.code)
    if act.action == "suspend":
        until = act.proposal.date("until")
        if until is None:
            raise PolicybookError(f"{act.what} has no last day. Add `until:` in {act.manual.named(act.proposal.path)}.")
        suspend.require_possible(act, until.latest, act.proposal.texts("provisions"))


def _require_base(act: Adoption) -> None:
    """Refuse a proposal whose base is not the text last adopted."""
    base, proposal = lookup.last_text(act.policy), act.proposal
    if base is None or not proposal.has("based_on") or not base.digest or proposal.text("based_on") == base.digest:
        return
    code = act.policy.code
    raise PolicybookError(
        f"The proposal {proposal.id} changes another text than the one last adopted, {base.id}: adopting it would undo "
        f"what was adopted since. Merge it onto that text: policybook propose {code}@{proposal.id} --rebase"
    )


def _require_comment_over(act: Adoption) -> None:
    """Refuse to adopt during the comment period, or after one shorter than the rules ask for."""
    rules = act.rules
    if rules is None:
        return
    until = comment_period.open_on(act.proposal, act.details.day, rules)
    code = f"{act.policy.code}@{act.proposal.id}"
    if until is not None:
        raise PolicybookError(
            f"{act.what} comes before the time for comment ends, {until.words()}. If it ended earlier, record that day: "
            f"policybook update {code} --comment-until DATE"
        )
    if comment_period.days_short(act.proposal, act.change, rules) is not None:
        raise PolicybookError(
            f"{act.what} had less time for comment than the {rules.number('comment_days')} days that the board's rules ask for "
            "(`comment_days`)."
        )


def _uncommented(act: Adoption) -> list[str]:
    """Return a note where the rules ask for a comment period and none is on record."""
    if act.rules is None or act.options.emergency or not act.needs_vote:
        return []
    days = comment_period.unrecorded(act.proposal, act.change, act.rules)
    if days is None:
        return []
    return [
        f"No time for comment on policy {act.policy.code} is on record, and the board's rules ask for {days} "
        f"{'day' if days == 1 else 'days'}. If there was one: policybook update {act.policy.code}@{act.proposal.id} "
        "--comment-from DATE --comment-until DATE"
    ]


def _next(act: Adoption) -> list[str]:
    policy = act.policy
    if act.action == "rescind":
        return list(rescind.next_steps(act.manual, policy))
    if act.action == "suspend":
        return ["The policy is in force again on the day after, unless the board acts again."]
    steps = []
    days = act.rules.number("publish_days") if act.rules else None
    if days:
        last = dates.in_words(act.details.day + timedelta(days=days))
        steps.append(
            f"Publish it by {last}; the board's rules allow {days} days. Once it is on the site: policybook update "
            f"{policy.code}@{act.proposal.id} --published DATE"
        )
    if policy.strategies:
        steps.append(
            f"The text under the strategies of policy {policy.code} has changed: each needs to be reviewed again."
        )
    new = [one.id for one in act.proposal.directions if one.id and one.id not in policy.strategies_by_id]
    steps += [f"Say who carries out the new direction ‘{id}’: policybook strategy {policy.code}/{id}" for id in new]
    languages = sorted({text.language for text in policy.translations})
    if languages:
        steps.append(f"The translations of policy {policy.code} ({', '.join(languages)}) are of the text before.")
    return steps
