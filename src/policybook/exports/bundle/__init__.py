"""The archive of a manual: every record, each held text in forms readable without software, and what proves them."""

from __future__ import annotations

from pathlib import Path

from policybook.errors import PolicybookError
from policybook.exports.bundle import archive, contents, manifest
from policybook.exports.bundle.manifest import Manifest, Previous
from policybook.values import digest


def read(path: Path) -> dict[str, bytes]:
    """Return the files of the bundle at `path`, an archive or a folder it was unpacked into.

    Raises PolicybookError where it can't be read or isn't a bundle.
    """
    try:
        if path.is_dir():
            files = _folder(path)
        elif path.stat().st_size > archive.MOST_BYTES + (64 << 20):
            raise PolicybookError(f"{path} is larger than any bundle.")
        else:
            files = archive.unpacked(path.read_bytes())
    except OSError as error:
        raise PolicybookError(f"{path} can't be read: {error.strerror}.") from None
    if contents.MANIFEST not in files:
        raise PolicybookError(f"{path} isn't a bundle: it holds no {contents.MANIFEST}.")
    return files


def manifest_of(files: dict[str, bytes]) -> Manifest:
    """Return the manifest of a bundle; raise PolicybookError where it isn't sound."""
    return manifest.read(files[contents.MANIFEST])


def previous(path: Path) -> Previous:
    """Return how the bundle at `path` is named in the next one's manifest."""
    files = read(path)
    return Previous(digest.of_bytes(files[contents.MANIFEST]), manifest_of(files).as_of)


def _folder(path: Path) -> dict[str, bytes]:
    """Return the files below a folder; links and other things that aren't plain files are left out."""
    files: dict[str, bytes] = {}
    left = archive.MOST_BYTES
    for one in sorted(path.rglob("*")):
        if one.is_symlink() or not one.is_file():
            continue
        left -= one.stat().st_size
        if left < 0 or len(files) > archive.MOST_FILES:
            raise PolicybookError(f"{path} holds more than a bundle does.")
        files[one.relative_to(path).as_posix()] = one.read_bytes()
    return files
