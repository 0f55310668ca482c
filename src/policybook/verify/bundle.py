"""Verify a bundle without the repository: every file, every digest, every chain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from policybook.errors import PolicybookError
from policybook.exports import bundle
from policybook.exports.bundle import contents
from policybook.exports.bundle.manifest import Manifest, digests
from policybook.model import Manual
from policybook.model.chain import acts
from policybook.record import loader
from policybook.record.tree import MemoryTree
from policybook.values import digest
from policybook.verify import compare_acts as act_proof
from policybook.verify import html_page, record
from policybook.verify import json_file as data
from policybook.verify.result import Discrepancy, ProofResult

ALONE = (
    "Whether this archive was made by the agency: whoever makes a whole archive anew can make its digests anew. Compare "
    "the SHA-256 of its manifest.json with one that you have from elsewhere, and give that with --anchor."
)


def manual_in(files: dict[str, bytes], manifest: Manifest) -> Manual:
    """Return the manual in a bundle, as of its day."""
    held = {
        path.removeprefix(contents.RECORD): data for path, data in files.items() if path.startswith(contents.RECORD)
    }
    tree = MemoryTree(held)
    reading = loader.read(tree)
    return Manual(reading.records, reading.unread, tree, date.fromisoformat(manifest.as_of))


def verify(files: dict[str, bytes], manifest: Manifest) -> ProofResult:
    """Return whether the files of a bundle match its manifest, and its record matches itself and the manifest."""
    manual = manual_in(files, manifest)
    problems = [*_files(files, manifest), *record.verify(manual).problems]
    if tuple(acts(manual)) != manifest.acts:
        problems += act_proof.compare(
            manifest.acts, acts(manual), act_proof.SideNames("its manifest", "its record")
        ).problems
        problems += act_proof.compare(
            acts(manual), manifest.acts, act_proof.SideNames("its record", "its manifest")
        ).problems
        if not problems:
            problems.append(
                Discrepancy(contents.MANIFEST, "The acts in manifest.json are not those of the record in it.")
            )
    problems += _texts(files, manual)
    shown = () if problems else (
        f"The archive is whole: its {len(files)} files are those of its manifest, each text has its digest, and each "
        "act is tied to the one before.",
        f"The SHA-256 of its manifest.json is {digest.of_bytes(files[contents.MANIFEST])}.",
    )  # fmt: skip
    return ProofResult((), shown, tuple(dict.fromkeys(problems)), (ALONE,))


def named(files: dict[str, bytes], hexadecimal: str) -> ProofResult:
    """Return whether the manifest of a bundle, or an act in it, has a digest known from elsewhere."""
    anchor = (f"the digest that you gave, sha256:{hexadecimal[:12]}…",)
    if digest.of_bytes(files[contents.MANIFEST]) == hexadecimal:
        return ProofResult(anchor, ("It is the archive whose manifest has that digest, whole and unaltered.",))
    for act in bundle.manifest_of(files).acts:
        if f"sha256:{hexadecimal}" in (act.chain, act.text):
            what = "chain" if act.chain.endswith(hexadecimal) else "digest of the text"
            said = f"It is the {what} of revision {act.id} of policy {act.code} in this archive; it says nothing of the rest."
            return ProofResult(anchor, (said,))
    message = (
        "Neither its manifest nor any act in it has the digest that you gave: it is another archive, or was altered."
    )
    return ProofResult(anchor, (), (Discrepancy(contents.MANIFEST, message),))


def _files(files: dict[str, bytes], manifest: Manifest) -> Iterator[Discrepancy]:
    found = digests(files)
    for path, listed in manifest.files.items():
        if path not in found:
            yield Discrepancy(path, f"{path} is in the manifest, but not in the archive: it was dropped.")
        elif found[path] != listed:
            yield Discrepancy(path, f"{path} was altered: it is not the file that the manifest lists.")
    for path in sorted(found.keys() - manifest.files.keys() - {contents.MANIFEST, contents.SUMS}):
        yield Discrepancy(path, f"{path} is in the archive, but not in the manifest: it was added.")
    if contents.SUMS not in files:
        yield Discrepancy(contents.SUMS, "SHA256SUMS is missing from the archive.")
    elif files[contents.SUMS] != contents.sums(files):
        yield Discrepancy(
            contents.SUMS, "SHA256SUMS doesn't fit the files in the archive: it, or one of them, was altered."
        )


def _texts(files: dict[str, bytes], manual: Manual) -> Iterator[Discrepancy]:
    """Yield each text that differs from the record in the same archive.

    Words are compared, not bytes: another version of Policybook may have laid the pages out otherwise.
    """
    for path, made in contents.texts_of(manual).items():
        held = files.get(path)
        if held is None:
            yield Discrepancy(path, f"{path} is missing: the record in the archive holds that text.")
        elif held != made and not _same_words(path, held, made):
            yield Discrepancy(path, f"{path} does not hold the text of the record in the archive.")


def _same_words(path: str, held: bytes, made: bytes) -> bool:
    if path.endswith(".json"):
        try:
            return data.digest_of(data.read(held)) == data.digest_of(data.read(made))
        except PolicybookError:
            return False
    one, other = (raw.decode("utf-8", "replace") for raw in (held, made))
    if path.endswith(".html"):
        return [text.words for text in html_page.texts_in(one)] == [text.words for text in html_page.texts_in(other)]
    return one.split() == other.split()
