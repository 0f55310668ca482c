"""Record what one meeting did with proposals: those it adopted, with digest and chain, and how the others ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from policybook.acts import details, files, lookup, packages, reading
from policybook.acts.details import Said
from policybook.acts.plan import Plan
from policybook.errors import PolicybookError
from policybook.model import Manual, Policy, Revision, Rules
from policybook.record.transaction import Change, Changes
from policybook.record.yaml import edits
from policybook.rules import comment_period
from policybook.values import dates

OUTCOMES = ("withdrawn", "not-adopted", "postponed")
_ONLY_PROPOSED = ("based_on", "outcome", "outcome_date")


@dataclass(frozen=True, slots=True)
class Adopting:
    """What is said of adopting beside what is said of any act; what is empty wasn't said."""

    change: str = ""
    """editorial or substantive."""
    amended: str = ""
    """How the meeting itself amended the text before it voted."""
    emergency: str = ""
    """Why the act could not wait for its readings."""
    ratify_by: date | None = None
    expires: date | None = None
    package_title: str = ""


def plan(
    manual: Manual,
    adopted: Sequence[str],
    said: Said,
    more: Adopting,
    ended: Mapping[str, Sequence[str]] | None = None,
) -> Plan:
    """Return the plan of one meeting's decisions on proposals, each named by code, or code, @ and id.

    `ended` names those that were withdrawn, not adopted or postponed. Raises PolicybookError where the board's
    rules don't allow an adoption, and where one proposal is named twice.
    """
    done: list[str] = []
    following: list[str] = []
    changes = packages.changes(manual, said, more.package_title) if adopted else []
    seen: set[str] = set()
    for named in adopted:
        policy, proposal = _once(manual, named, seen)
        own, amended = _adoption(manual, policy, proposal, said, more)
        changes += own
        done.append(
            f"Policy {policy.code} is {_verb(policy, proposal)} on {dates.in_words(said.day)}: revision {proposal.id}."
        )
        following += _uncommented(manual, policy, proposal, said, more)
        following += _next(manual, policy, said, amended)
    for outcome, names in (ended or {}).items():
        for named in names:
            policy, proposal = _once(manual, named, seen)
            changes.append(_end(manual, policy, proposal, outcome, said.day))
            done.append(
                f"The proposal {proposal.id} on policy {policy.code} is recorded as {outcome.replace('-', ' ')}."
            )
            if outcome == "postponed":
                following.append(f"When the board takes it up again: policybook reading {policy.code}")
    return Plan(Changes(tuple(changes)), tuple(done), tuple(dict.fromkeys(following)))


def _once(manual: Manual, named: str, seen: set[str]) -> tuple[Policy, Revision]:
    policy, proposal = lookup.proposal(manual, named)
    if policy.folder in seen:
        raise PolicybookError(f"Policy {policy.code} is named twice; one meeting decides once on a policy.")
    seen.add(policy.folder)
    return policy, proposal


def _adoption(
    manual: Manual, policy: Policy, proposal: Revision, said: Said, more: Adopting
) -> tuple[list[Change], bool]:
    """Return the files of one adoption, and whether its text was amended at the meeting."""
    what = f"The adoption of {proposal.id} as policy {policy.code}"
    reading.going_on(policy, proposal)
    details.allowed(manual, policy, said, what)
    _based_on(policy, proposal)
    rules = manual.agency.rules_on(said.day)
    if rules is not None and not more.emergency and lookup.voted(manual, policy, said.by):
        _comment_over(manual, proposal, said.day, more.change or proposal.text("change"), rules, what)
    action = "revise" if lookup.stands(policy) else "adopt"
    change = more.change or proposal.text("change")
    if action == "revise" and not change:
        raise PolicybookError(
            f"{what} doesn't say whether it changes the words only or what they ask: --change editorial or --change substantive."
        )
    facts = details.facts(manual, said)
    facts.update({"action": action, **({"change": change} if change else {}), **_emergency(said, more, rules, what)})
    amendment, kept = _amended(manual, policy, proposal, said, more, what)
    before = lookup.last_act(policy)
    if before is not None:
        facts["follows"] = before.id
    facts["digest"] = proposal.computed_digest
    facts["chain"] = lookup.chain(policy, proposal.id, action, proposal.computed_digest)

    def edit(raw: bytes) -> bytes:
        for key in _ONLY_PROPOSED:
            raw = edits.drop(raw, key)
        if amendment is not None:
            raw = edits.put(raw, "revision", "readings", amendment)
        for key, value in facts.items():
            raw = raw if proposal.get(key) == value else edits.put(raw, "revision", key, value)
        return raw

    return [files.changed(manual, proposal.path, edit), *kept], amendment is not None


def _based_on(policy: Policy, proposal: Revision) -> None:
    """Refuse a proposal that was written against another text than the one last adopted."""
    base = lookup.last_text(policy)
    if base is None or not proposal.has("based_on") or not base.digest or proposal.text("based_on") == base.digest:
        return
    raise PolicybookError(
        f"The proposal {proposal.id} changes another text than the one last adopted, {base.id}: adopting it would undo, "
        f"unseen, what was adopted since. Compare the two (policybook redline {policy.code} {base.id} {proposal.id}), put "
        f"into the proposal what is missing, then write `based_on: {base.digest}` in the proposal."
    )


def _comment_over(manual: Manual, proposal: Revision, day: date, change: str, rules: Rules, what: str) -> None:
    """Refuse to adopt while the public may still comment, or after a shorter time than the rules ask for."""
    until = comment_period.open_on(proposal, day, rules)
    if until is not None:
        raise PolicybookError(
            f"{what} comes before the time for comment ends, {until.words()}. If it ended earlier, write that day in "
            f"{manual.named(proposal.path)}: `comment: {{until: …}}`."
        )
    if comment_period.days_short(proposal, change, rules) is not None:
        raise PolicybookError(
            f"{what} had less time for comment than the {rules.number('comment_days')} days that the board's rules ask for "
            "(`comment_days`)."
        )


def _emergency(said: Said, more: Adopting, rules: Rules | None, what: str) -> dict[str, Any]:
    if not more.emergency:
        return {}
    rule = rules.part("emergency") if rules else {}
    if rules is not None and rule.get("allowed") is not True:
        raise PolicybookError(
            f"{what} can't be an emergency: the board's rules don't allow one (`emergency`). Record the readings instead."
        )
    days = int(rule.get("days") or 0)
    latest = said.day + timedelta(days=days) if days else None
    end = more.ratify_by or more.expires or latest
    if end is None:
        raise PolicybookError(f"{what} needs a day on which it lapses: --ratify-by DATE or --expires DATE.")
    if latest is not None and end > latest:
        raise PolicybookError(
            f"{what} may hold for {days} days under the board's rules, until {dates.in_words(latest)}."
        )
    key = "expires" if more.expires and not more.ratify_by else "ratify_by"
    return {"emergency": {"reason": more.emergency, key: end.isoformat()}}


def _amended(
    manual: Manual, policy: Policy, proposal: Revision, said: Said, more: Adopting, what: str
) -> tuple[list[Any] | None, list[Change]]:
    """Return the readings with the amendment that the meeting made, where it made one, and the text it read."""
    changed = reading.text_changed(policy, proposal)
    if not changed:
        if more.amended in ("editorial", "substantive") and changed is False:
            raise PolicybookError(f"{what}: the text is word for word the one read last, so nothing was amended.")
        return None, []
    if more.amended not in ("editorial", "substantive"):
        raise PolicybookError(
            f"{what} can't be recorded: its text isn't the one that was read last. If the meeting amended it, say how: "
            "--amended editorial or --amended substantive. If it was read again, record that first: "
            f"policybook reading {policy.code}."
        )
    listed = [dict(entry) for entry in proposal.get("readings") or ()]
    last = proposal.readings[-1]
    if last.when is not None and last.when.exact and last.when.earliest == said.day and not last.waived:
        listed[-1].update(amended=more.amended, digest=proposal.computed_digest)
        change = _kept_anew(manual, policy, proposal, last.number)
        return listed, [change]
    listed.append({"date": said.day.isoformat(), "amended": more.amended, "digest": proposal.computed_digest})
    text = {key: proposal.get(key) for key in ("title", "text", "footnotes", "attachments")}
    return listed, reading.kept(manual, policy, proposal, last.number + 1, text)


def _kept_anew(manual: Manual, policy: Policy, proposal: Revision, number: int) -> Change:
    """Return the text of that day's reading as it was amended there."""
    path = f"{policy.folder}/revisions/{proposal.id}.r{number}.yml"
    text = {
        key: value for key in ("title", "text", "footnotes", "attachments") if (value := proposal.get(key)) is not None
    }
    if not manual.exists(path):
        return files.new(manual, path, text)
    return replace(files.record(manual, path, text), before=manual.bytes_of(path))


def _end(manual: Manual, policy: Policy, proposal: Revision, outcome: str, day: date) -> Change:
    lookup.came(manual, day, f"The end of the proposal {proposal.id} on policy {policy.code}")
    if proposal.outcome in ("withdrawn", "not-adopted"):
        reading.going_on(policy, proposal)

    def edit(raw: bytes) -> bytes:
        return edits.put(edits.put(raw, "revision", "outcome", outcome), "revision", "outcome_date", day.isoformat())

    return files.changed(manual, proposal.path, edit)


def _verb(policy: Policy, proposal: Revision) -> str:
    return "revised" if lookup.stands(policy) else "adopted"


def _uncommented(manual: Manual, policy: Policy, proposal: Revision, said: Said, more: Adopting) -> list[str]:
    rules = manual.agency.rules_on(said.day)
    if rules is None or more.emergency or not lookup.voted(manual, policy, said.by):
        return []
    days = comment_period.unrecorded(proposal, more.change or proposal.text("change"), rules)
    if days is None:
        return []
    return [
        f"No time for comment on policy {policy.code} is on record, and the board's rules ask for {days} "
        f"{'day' if days == 1 else 'days'}. If there was one, write it in {manual.named(proposal.path)}: `comment: {{from: …, until: …}}`."
    ]


def _next(manual: Manual, policy: Policy, said: Said, amended: bool) -> list[str]:
    steps = []
    rules = manual.agency.rules_on(said.day)
    days = rules.number("publish_days") if rules else None
    if days:
        last = dates.in_words(said.day + timedelta(days=days))
        steps.append(
            f"Publish it by {last} and write that day under `published:`; the board's rules allow {days} days."
        )
    if policy.strategies:
        steps.append(
            f"The text under the strategies of policy {policy.code} has changed: each needs to be looked at again."
        )
    languages = sorted({text.language for text in policy.translations})
    if languages:
        steps.append(f"The translations of policy {policy.code} ({', '.join(languages)}) are of the text before.")
    return steps
