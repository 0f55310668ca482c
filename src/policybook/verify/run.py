"""Run a verification: decide what is compared with which anchors, and put the results together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from policybook.errors import PolicybookError
from policybook.exports import bundle
from policybook.exports.bundle import archive, contents, manifest
from policybook.model import Manual
from policybook.model.chain import acts
from policybook.record import git, loader, locate
from policybook.values import dates, digest
from policybook.verify import anchor as act_proof
from policybook.verify import base as manual_proof
from policybook.verify import bundle as bundle_proof
from policybook.verify import digest as digest_proof
from policybook.verify import download
from policybook.verify import imported as imported_proof
from policybook.verify import record as record_proof
from policybook.verify.anchor import SideNames
from policybook.verify.result import Discrepancy, ProofResult, listed

BEFORE = "What was altered before the anchor was made: that doesn't show against it."
_REPACKED = (
    "Every file in it is as it was, but the archive was packed again since: its own bytes are not the first ones."
)


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be verified, and against what."""

    target: str | None = None
    anchors: tuple[str, ...] = ()
    base: str | None = None
    """A revision of the repository to compare the record with."""
    folder: str | None = None
    as_of: date | None = None
    imported: str | None = None
    """The folder of files that the manual was imported from."""


def answer(question: Request) -> tuple[ProofResult, str, date]:
    """Return the result, what it is about, in words, and the day taken for today.

    Raises PolicybookError where the target or an anchor can't be read.
    """
    path = Path(question.target) if question.target else None
    if path is not None and not path.exists():
        raise PolicybookError(f"There is no file or folder {path}.")
    if path is not None and _is_bundle(path):
        return _of_bundle(question, path)
    here = path is not None and path.is_dir() and question.folder is None
    folder = locate.find(path.resolve() if here and path else Path.cwd(), question.folder)
    manual = _manual(folder, question.as_of)
    name = f"The manual of {manual.agency.name}"
    if path is None or folder.is_relative_to(path.resolve()):
        outcome = record_proof.verify(manual)
        if question.imported:
            outcome += imported_proof.verify(manual, Path(question.imported))
    elif path.resolve().is_relative_to(folder):
        only = path.resolve().relative_to(folder).parts[0]
        if only not in [policy.folder for policy in manual]:
            raise PolicybookError(
                f"{path} belongs to no policy. Name a policy's folder, or nothing for the whole record."
            )
        outcome, name = record_proof.verify(manual, only), f"{only} in the manual of {manual.agency.name}"
    else:
        return (
            download.verify(manual, path),
            f"{path.name}, held against the manual of {manual.agency.name}",
            manual.as_of,
        )
    for anchor in question.anchors:
        outcome = _anchored(outcome, manual, anchor)
    if question.base is not None:
        outcome = _based(outcome, manual, folder, question.base)
    return outcome, name, manual.as_of


def _of_bundle(question: Request, path: Path) -> tuple[ProofResult, str, date]:
    files = bundle.read(path)
    made = bundle.manifest_of(files)
    outcome = bundle_proof.verify(files, made)
    manual = bundle_proof.manual_in(files, made)
    if path.is_file() and not outcome.problems and path.read_bytes() != archive.packed(files, manual.as_of):
        outcome += ProofResult(shown=(_REPACKED,))
    for anchor in question.anchors:
        hexadecimal = digest_proof.digest_in(anchor)
        if hexadecimal is not None:
            named = bundle_proof.named(files, hexadecimal)
            whole = hexadecimal == digest.of_bytes(files[contents.MANIFEST])
            outcome = (replace(outcome, unknown=()) if whole else outcome) + named
        else:
            outcome = _anchored(outcome, manual, anchor) + _succeeds(made, Path(anchor))
    record = _record_beside(question, made.agency)
    if record is not None:
        outcome = replace(outcome, unknown=()) + _compared(manual, record, SideNames("the archive"))
        outcome = replace(outcome, anchors=(*outcome.anchors[:-1], "the record beside it"))
    return outcome, f"{path.name}, the archive of {made.agency}", manual.as_of


def _succeeds(made: manifest.Manifest, anchor: Path) -> ProofResult:
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


def _record_beside(question: Request, agency: str) -> Manual | None:
    """Return the manual that a bundle can be held against: the one named, or one of the same agency found here."""
    if question.folder is not None:
        return _manual(locate.find(Path.cwd(), question.folder), question.as_of)
    try:
        folder = locate.find(Path.cwd())
    except PolicybookError:
        return None
    manual = _manual(folder, question.as_of)
    return manual if manual.agency.name == agency else None


def _anchored(outcome: ProofResult, manual: Manual, anchor: str) -> ProofResult:
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
        found = _compared(bundle_proof.manual_in(files, made), manual, SideNames(_called(made)))
    return known + found + ProofResult(unknown=(BEFORE,))


def _based(outcome: ProofResult, manual: Manual, folder: Path, revision: str) -> ProofResult:
    """Return the result with what an earlier revision of the repository shows."""
    base = git.base(locate.repository(folder), locate.label(folder), revision)
    if base.tree is None:
        raise PolicybookError(f"There was no manual at ‘{revision}’, so there is nothing to hold the record act_proof.")
    reading = loader.read(base.tree)
    earlier = Manual(reading.records, reading.unread, base.tree, manual.as_of)
    lost = [f"{path} could not be read there, so nothing is known of it." for path in sorted(reading.unread)]
    notes = tuple(note for note in (BEFORE, base.note, *lost) if note)
    found = _compared(earlier, manual, SideNames(f"the revision {revision}"))
    return _translations_known(_no_longer_alone(outcome)) + found + ProofResult(unknown=notes)


def _no_longer_alone(outcome: ProofResult) -> ProofResult:
    """Return a result without what only a proof without an anchor must say."""
    return replace(
        outcome, unknown=tuple(one for one in outcome.unknown if one not in (record_proof.ALONE, bundle_proof.ALONE))
    )


def _translations_known(outcome: ProofResult) -> ProofResult:
    """Return a result without the reservation about translations, which the anchor holds too."""
    return replace(outcome, unknown=tuple(one for one in outcome.unknown if one != record_proof.TRANSLATIONS))


def _compared(anchor: Manual, record: Manual, names: SideNames) -> ProofResult:
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


def _manual(folder: Path, as_of: date | None) -> Manual:
    tree = locate.tree(folder)
    reading = loader.read(tree)
    return Manual(reading.records, reading.unread, tree, as_of or locate.today(tree))


def _is_bundle(path: Path) -> bool:
    return (path / contents.MANIFEST).is_file() if path.is_dir() else download.is_archive(path)
