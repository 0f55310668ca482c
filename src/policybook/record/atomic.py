"""Write files whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from policybook.errors import PolicybookError


def write(path: Path, text: str | bytes) -> None:
    """Put `text` into the file at `path`: readers see the old content or the new, never half of it.

    Raises PolicybookError where the file can't be written.
    """
    data = text.encode() if isinstance(text, str) else text
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        raise PolicybookError(f"{path} can't be written: {error.strerror}.") from error


def _umask() -> int:
    """Return the process's mask for new files, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
