"""Run a verification: decide what is compared with which anchors, and put the results together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from policybook.errors import PolicybookError
from policybook.exports import bundle
from policybook.exports.bundle import archive, contents
from policybook.model import Manual
from policybook.record import loader, locate
from policybook.values import digest
from policybook.verify import anchors, download
from policybook.verify import bundle as bundle_proof
from policybook.verify import digest as digest_proof
from policybook.verify import imported as imported_proof
from policybook.verify import record as record_proof
from policybook.verify.compare_acts import SideNames
from policybook.verify.result import ProofResult

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
        outcome = anchors.anchored(outcome, manual, anchor)
    if question.base is not None:
        outcome = anchors.based(outcome, manual, folder, question.base)
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
            outcome = anchors.anchored(outcome, manual, anchor) + anchors.succeeds(made, Path(anchor))
    record = _record_beside(question, made.agency)
    if record is not None:
        outcome = replace(outcome, unknown=()) + anchors.compared(manual, record, SideNames("the archive"))
        outcome = replace(outcome, anchors=(*outcome.anchors[:-1], "the record beside it"))
    return outcome, f"{path.name}, the archive of {made.agency}", manual.as_of


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


def _manual(folder: Path, as_of: date | None) -> Manual:
    tree = locate.tree(folder)
    reading = loader.read(tree)
    return Manual(reading.records, reading.unread, tree, as_of or locate.today(tree))


def _is_bundle(path: Path) -> bool:
    return (path / contents.MANIFEST).is_file() if path.is_dir() else download.is_archive(path)
