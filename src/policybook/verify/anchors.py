"""Compare a manual with anchors outside it: a bundle, a printed digest, or an earlier revision of the repository."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from policybook.errors import PolicybookError
from policybook.exports import bundle
from policybook.exports.bundle import contents, manifest
from policybook.model import Manual
from policybook.model.chain import acts
from policybook.record import git, loader, locate
from policybook.values import dates
from policybook.verify import base as manual_proof
from policybook.verify import bundle as bundle_proof
from policybook.verify import compare_acts as act_proof
from policybook.verify import digest as digest_proof
from policybook.verify import record as record_proof
from policybook.verify.compare_acts import SideNames
from policybook.verify.result import Discrepancy, ProofResult, listed

BEFORE = "What was altered before the anchor was made: that doesn't show against it."


def succeeds(made: manifest.Manifest, anchor: Path) -> ProofResult:
    """Return whether a bundle names the anchor, if that is a bundle, as the one before it."""
    before = made.previous
    if before is None or anchor.name == contents.MANIFEST:
        return ProofResult()
    named = bundle.previous(anchor)
    if named == before:
        return ProofResult(shown=(f"It names {anchor.name} as the archive before it.",))
    if named.as_of != before.as_of:
        return ProofResult()
    said = f"The archive that it names as the one before it, of the same day as {anchor.name}, is another one."
    return ProofResult(problems=(Discrepancy(contents.MANIFEST, said),))


def anchored(outcome: ProofResult, manual: Manual, anchor: str) -> ProofResult:
    """Return the result with what one more anchor shows."""
    hexadecimal = digest_proof.digest_in(anchor)
    if hexadecimal is not None:
        return outcome + digest_proof.verify(manual, hexadecimal)
    path = Path(anchor)
    if not path.exists():
        raise PolicybookError(
            f"‘{anchor}’ is no anchor: neither a file that is there, nor a digest (sha256: and 64 letters and digits)."
        )
    known = _no_longer_alone(outcome)
    if path.name == contents.MANIFEST and path.is_file():
        made = manifest.read(path.read_bytes())
        found = act_proof.compare(made.acts, acts(manual), SideNames(_called(made)))
    else:
        files = bundle.read(path)
        made = bundle.manifest_of(files)
        broken = bundle_proof.verify(files, made).problems
        if broken:
            said = f"The anchor {path.name} is itself not whole, and proves nothing: {broken[0].message}"
            return outcome + ProofResult(problems=(Discrepancy(str(path), said),))
        known = _translations_known(known)
        found = compared(bundle_proof.manual_in(files, made), manual, SideNames(_called(made)))
    return known + found + ProofResult(unknown=(BEFORE,))


def based(outcome: ProofResult, manual: Manual, folder: Path, revision: str) -> ProofResult:
    """Return the result with what an earlier revision of the repository shows."""
    base = git.base(locate.repository(folder), locate.label(folder), revision)
    if base.tree is None:
        raise PolicybookError(f"There was no manual at ‘{revision}’, so there is nothing to hold the record act_proof.")
    reading = loader.read(base.tree)
    earlier = Manual(reading.records, reading.unread, base.tree, manual.as_of)
    lost = [f"{path} could not be read there, so nothing is known of it." for path in sorted(reading.unread)]
    notes = tuple(note for note in (BEFORE, base.note, *lost) if note)
    found = compared(earlier, manual, SideNames(f"the revision {revision}"))
    return _translations_known(_no_longer_alone(outcome)) + found + ProofResult(unknown=notes)


def _no_longer_alone(outcome: ProofResult) -> ProofResult:
    """Return a result without what only a proof without an anchor must say."""
    return replace(
        outcome, unknown=tuple(one for one in outcome.unknown if one not in (record_proof.ALONE, bundle_proof.ALONE))
    )


def _translations_known(outcome: ProofResult) -> ProofResult:
    """Return a result without the reservation about translations, which the anchor holds too."""
    return replace(outcome, unknown=tuple(one for one in outcome.unknown if one != record_proof.TRANSLATIONS))


def compared(anchor: Manual, record: Manual, names: SideNames) -> ProofResult:
    """Return how the record differs from an anchor that is a whole manual."""
    found = act_proof.compare(acts(anchor), acts(record), names)
    more = tuple(manual_proof.problems(anchor, record, names))
    renewed = manual_proof.renewed_translations(anchor, record)
    unread = (
        (f"Whether these translations, made anew since {names.anchor}, are right: {listed(renewed)}.",)
        if renewed
        else ()
    )
    return replace(
        found, shown=found.shown if not more else (), problems=found.problems + more, unknown=found.unknown + unread
    )


def _called(made: manifest.Manifest) -> str:
    return f"the bundle of {dates.in_words(date.fromisoformat(made.as_of))}"
