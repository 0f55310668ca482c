"""What a bundle holds: the record as it stands, each held text as JSON, HTML and plain text, schemas, a word to the reader."""

from __future__ import annotations

from pathlib import Path
from string import Template

from policybook import resources
from policybook.errors import PolicybookError
from policybook.exports import json as data
from policybook.exports.bundle import texts
from policybook.exports.bundle.manifest import Manifest, Previous, digests
from policybook.model import Manual
from policybook.model.chain import acts
from policybook.record import paths, tree
from policybook.text.i18n import ENGLISH

RECORD, TEXTS, SCHEMAS = "record/", "texts/", "schemas/"
README, MANIFEST, SUMS = "README.txt", "manifest.json", "SHA256SUMS"


def of(manual: Manual, files: tree.Tree, previous: Previous | None = None) -> dict[str, bytes]:
    """Return every file of the bundle, by path; `previous` names the bundle before this one.

    Raises PolicybookError where a file of the record can't be read, for an archive must be whole.
    """
    if manual.unread:
        raise PolicybookError(
            f"{sorted(manual.unread)[0]} can't be read, and an archive must be whole. Run `policybook check` first."
        )
    held = {README: _readme(manual), **_record(files), **texts_of(manual), **_schemas()}
    held[MANIFEST] = manifest_for(held, manual, previous)
    held[SUMS] = sums(held)
    return held


def manifest_for(files: dict[str, bytes], manual: Manual, previous: Previous | None) -> bytes:
    """Return the manifest of these files of a manual, as JSON."""
    listed = digests({path: data for path, data in files.items() if path not in (MANIFEST, SUMS)})
    return Manifest.of(manual, listed, acts(manual), previous).written()


def sums(files: dict[str, bytes]) -> bytes:
    """Return the list of SHA-256 digests that `sha256sum -c` reads."""
    listed = digests({path: data for path, data in files.items() if path != SUMS})
    return "".join(f"{one.sha256}  {path}\n" for path, one in sorted(listed.items())).encode()


def left_out(files: tree.Tree) -> tuple[str, ...]:
    """Return the paths in the manual's folder that aren't part of the record and that no bundle holds."""
    strange = [path for path in files.paths() if isinstance(paths.home(path), paths.Misplaced)]
    return (*strange, *files.odd())


def _record(files: tree.Tree) -> dict[str, bytes]:
    held = {}
    for path in files.paths():
        if isinstance(paths.home(path), paths.Home):
            data = files.read(path)
            if len(data) > tree.LARGEST:
                raise PolicybookError(f"{path} is larger than {tree.LARGEST >> 20} MiB, more than a record may hold.")
            held[RECORD + path] = data
    return held


def texts_of(manual: Manual) -> dict[str, bytes]:
    """Return each text that is held, in the forms in which a bundle holds it, by path."""
    held = {}
    for policy in manual:
        for revision in policy.texts_of():
            where = f"{TEXTS}{policy.folder}/{revision.id}"
            held[f"{where}.json"] = data.written(data.of_revision(manual, policy, revision))
            held[f"{where}.txt"] = texts.plain(manual, policy, revision)
            held[f"{where}.html"] = texts.page(manual, policy, revision)
    return held


def _schemas() -> dict[str, bytes]:
    home = resources.folder("schemas")
    return {SCHEMAS + path.relative_to(home).as_posix(): path.read_bytes() for path in home.rglob("*.schema.json")}


def _readme(manual: Manual) -> bytes:
    agency = manual.agency
    told = [
        "This is fiction: the agency does not exist." if agency.fiction else "",
        "" if agency.official else "This is an unofficial copy, not the agency's own publication.",
        f"Licence of the texts: {agency.text('text_licence')}." if agency.text("text_licence") else "",
        agency.text("attribution"),
    ]
    template = Template(Path(__file__).with_name("README.txt").read_text(encoding="utf-8"))
    day = ENGLISH.day(manual.as_of)
    notices = "".join(f"{line}\n" for line in told if line)
    return template.substitute(agency=agency.name, day=day, notices=f"{notices}\n" if notices else "").encode()
