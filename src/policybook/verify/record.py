"""Verify the record against itself: recompute every digest and every chain."""

from __future__ import annotations

from collections.abc import Iterator

from policybook.model import Manual, Policy, Revision
from policybook.values import digest
from policybook.verify.result import Discrepancy, ProofResult, counted

ALONE = (
    "Whether somebody rewrote a text together with its digest and every later chain, or dropped the newest revision of "
    "a policy. That shows only against something outside the record: give a revision of the "
    "repository with --base, or with --anchor an earlier bundle, or a digest printed in the packet or the minutes."
)
"""What a proof without an anchor can't show."""

TRANSLATIONS = (
    "Whether the words of a translation were altered: a translation names the text it is of, and has no digest of its own. "
    "That shows only against a revision of the repository (--base) or an earlier bundle (--anchor)."
)
"""What a proof can't show without an anchor that holds the translations."""


def verify(manual: Manual, only: str = "") -> ProofResult:
    """Return whether the record agrees with itself. `only` limits it to one policy's folder."""
    policies = [policy for policy in manual if not only or policy.folder == only]
    acts = [act for policy in policies for act in policy.acts]
    problems = [problem for policy in policies for problem in _of_policy(manual, policy)]
    if not only:
        problems += _sources(manual)
    lost = sorted(path for path in manual.unread if not only or path.startswith(only + "/"))
    problems += [Discrepancy(path, f"{path} can't be read, so nothing can be said about it.") for path in lost]
    held = counted(sum(act.holds_text for act in acts), "text", "texts")
    tied = counted(len(acts), "act", "acts")
    shown: tuple[str, ...] = (
        f"The record agrees with itself: {held} of {tied} {'has' if held == '1 text' else 'have'} the digest that is on "
        "record, and each act is tied to the one before.",
    )
    read = sum(len(policy.presented) for policy in policies)
    if read:
        kept = counted(read, "text that was read to the board", "texts that were read to the board")
        shown += (f"So {'does' if read == 1 else 'do'} {kept} at a reading and kept.",)
    translated = any(policy.translations for policy in policies)
    return ProofResult(
        (), () if problems else shown, tuple(problems), (ALONE, *((TRANSLATIONS,) if translated else ()))
    )


def _of_policy(manual: Manual, policy: Policy) -> Iterator[Discrepancy]:
    followed: dict[str, Revision] = {}
    for act in policy.acts:
        name, subject = f"Revision {act.id} of policy {policy.code}", f"{policy.code}@{act.id}"
        if act.holds_text and act.digest != act.computed_digest:
            what = "is not the one that its digest stands for" if act.digest else "has no digest on record"
            yield Discrepancy(subject, f"The text of revision {act.id} of policy {policy.code} {what}.")
        before = policy.by_id.get(act.follows)
        if act.follows and (before is None or not before.done):
            yield Discrepancy(
                subject, f"{name} follows {act.follows}, which is not on record: it was dropped or renamed."
            )
        elif act.follows in followed:
            other = followed[act.follows].id
            yield Discrepancy(subject, f"{name} follows the same act as {other}: only one of them can.")
        else:
            followed[act.follows] = act
        previous = (before.id, before.chain) if before else None
        if act.chain != digest.of_act(previous, act.id, act.action, act.chained_text):
            what = "doesn't fit the act and the one before" if act.chain else "is missing"
            yield Discrepancy(subject, f"The chain of revision {act.id} of policy {policy.code} {what}.")
    yield from _presented(policy)
    yield from _translations(policy)
    for revision in policy.revisions:
        for listed in revision.get("attachments") or ():
            data = manual.bytes_of(f"{policy.folder}/attachments/{listed['file']}")
            if data is None or digest.of_bytes(data) != listed["sha256"]:
                what = "is missing" if data is None else "is not the file that was adopted"
                yield Discrepancy(
                    f"{policy.code}@{revision.id}",
                    f"The attachment ‘{listed['file']}’ of revision {revision.id} of policy {policy.code} {what}.",
                )


def _presented(policy: Policy) -> Iterator[Discrepancy]:
    """Yield each text kept of a reading that isn't the one whose digest the reading names."""
    for text in policy.presented:
        revision = policy.by_id.get(text.revision_id)
        said = f"The text kept of reading {text.number} of revision {text.revision_id} of policy {policy.code}"
        subject = f"{policy.code}@{text.revision_id}"
        reading = next((one for one in revision.readings if one.number == text.number), None) if revision else None
        if reading is None:
            yield Discrepancy(subject, f"{said} belongs to a reading that isn't on record.")
        elif reading.text("digest") not in ("", text.computed_digest):
            yield Discrepancy(subject, f"{said} is not the one that the digest of that reading stands for.")


def _translations(policy: Policy) -> Iterator[Discrepancy]:
    """Yield each translation of a text that isn't on record."""
    for one in policy.translations:
        if policy.text_with(one.of) is None:
            yield Discrepancy(
                f"{policy.code}@{one.revision_id}",
                f"The translation into {one.language} of revision {one.revision_id} of policy {policy.code} is of a text "
                "that isn't on record.",
            )


def _sources(manual: Manual) -> Iterator[Discrepancy]:
    for source in manual.sources.values():
        recorded = source.text("sha256")
        if source.raw is None and recorded:
            yield Discrepancy(source.path, f"The text of the source ‘{source.title}’ is missing.")
        elif source.raw is not None and recorded != digest.of_bytes(source.raw):
            yield Discrepancy(
                source.path, f"The text of the source ‘{source.title}’ has changed since it was recorded."
            )
