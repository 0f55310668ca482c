"""The site's pages and files in a folder, for another generator: all of them, or nothing changes."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from policybook import resources
from policybook.errors import PolicybookError
from policybook.exports import urls
from policybook.site.context import Book
from policybook.site.files import all_files
from policybook.site.pages import all_pages

MARK = ".policybook-pages"
"""The file that says that a folder was written by us, and may be written anew."""
_SAID = "Written by `policybook export pages`; everything in this folder is replaced the next time.\n"


def contents(book: Book) -> dict[str, bytes]:
    """Return each file by its path: pages as Markdown, data, feed, calendar, redirects and schemas as on the site."""
    found = {page.path: page.markdown().encode() for page in all_pages(book)}
    found.update({given.url: given.content for given in all_files(book)})
    schemas = resources.folder("schemas")
    for schema in sorted(schemas.rglob("*.json")):
        found[f"{urls.SCHEMAS}{schema.relative_to(schemas).as_posix()}"] = schema.read_bytes()
    return found


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Put the files into `folder`, in place of what was written there before.

    Raises PolicybookError, with nothing changed, where the folder holds something that isn't ours or can't be written.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise PolicybookError(f"{folder} isn't a folder; name one that is empty or doesn't exist yet.")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise PolicybookError(f"{folder} holds files that aren't pages of ours; name an empty folder, or a new one.")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
        try:
            _fill(beside / "new", {MARK: _SAID.encode(), **files})
            if folder.exists():
                folder.rename(beside / "old")
            (beside / "new").rename(folder)
        except BaseException:
            if (beside / "old").exists() and not folder.exists():
                (beside / "old").rename(folder)
            raise
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise PolicybookError(f"{folder} can't be written: {error.strerror}.") from error


def _fill(folder: Path, files: dict[str, bytes]) -> None:
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
