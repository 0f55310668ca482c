"""Write files whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from policybook.errors import PolicybookError


def write(path: Path, text: str | bytes) -> None:
    """Put `text` into the file at `path`: readers see the old content or the new, never half of it.

    A symbolic link is followed. What isn't a plain file, such as a device or a pipe, is written to and never replaced.
    Raises PolicybookError where the file can't be written.
    """
    data = text.encode() if isinstance(text, str) else text
    try:
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        if _is_special(path, target):
            with path.open("wb") as file:
                file.write(data)
            return
        mode = target.stat().st_mode & 0o777 if target.exists() else None
        # Readers of a manual pass over names that end with ~: what a crash leaves behind does no harm.
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix="~")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(name, 0o666 & ~_umask() if mode is None else mode)
            os.replace(name, target)
        except BaseException:
            os.unlink(name)
            raise
        sync_folder(target.parent)
    except OSError as error:
        raise PolicybookError(f"{path} can't be written: {error.strerror}.") from error


def sync_folder(folder: Path) -> None:
    """Ask the system to keep what a folder lists, so that a renamed file is still there after a power failure."""
    if os.name != "posix":
        return  # Windows opens no folders; it journals their names itself
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _is_special(path: Path, target: Path) -> bool:
    """Return whether to write through `path` instead of replacing it: a device, a pipe, or a name for an open file."""
    if path.is_symlink() and any(str(one).startswith(("/dev/", "/proc/")) for one in (path.absolute(), target)):
        return True
    return path.exists() and not stat.S_ISREG(path.stat().st_mode)


def _umask() -> int:
    """Return the process's mask for new files, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
