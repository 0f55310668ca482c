"""Write a bundle as a reproducible ZIP archive, and read one without trusting it.

Files are stored, not compressed: compressors differ from machine to machine, and a damaged byte then spoils one
file only.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from datetime import date

from policybook.errors import PolicybookError

MOST_BYTES = 512 << 20
"""How much a bundle may hold, unpacked."""
MOST_FILES = 200_000
_EARLIEST = date(1980, 1, 1)  # the format knows no earlier day
_SAFE = re.compile(r"(?!/)(?:[^/\\\x00-\x1f\x7f:]+/)*[^/\\\x00-\x1f\x7f:]+")
_DAMAGE = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, NotImplementedError, RuntimeError,
    EOFError, OSError, ValueError, OverflowError, IndexError, struct.error,
)  # fmt: skip
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def packed(files: Mapping[str, bytes], day: date) -> bytes:
    """Return the archive of `files`, every one dated `day`.

    Raises PolicybookError where that is more than a bundle may hold.
    """
    if sum(map(len, files.values())) > MOST_BYTES:
        raise PolicybookError(f"The manual is larger than {MOST_BYTES >> 20} MiB, more than a bundle may hold.")
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, (*max(day, _EARLIEST).timetuple()[:3], 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, files[path])
    return written.getvalue()


def unpacked(raw: bytes) -> dict[str, bytes]:
    """Return the files of an archive, in memory; nothing is written anywhere.

    Raises PolicybookError where it is damaged, or isn't what a bundle may be: names that lead elsewhere,
    names given twice, links, encryption, more than a bundle may hold.
    """
    files: dict[str, bytes] = {}
    left = MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_FILES:
                raise PolicybookError(f"The archive holds more than {MOST_FILES} files: no bundle does.")
            for entry in entries:
                if entry.is_dir():
                    continue
                _refuse(entry, files)
                with archive.open(entry) as stream:
                    data = stream.read(left + 1)
                left -= len(data)
                if left < 0:
                    raise PolicybookError(f"The archive unpacks to more than {MOST_BYTES >> 20} MiB: no bundle does.")
                files[entry.filename] = data
    except _DAMAGE as error:
        raise PolicybookError(f"The archive is damaged: {error}.") from None
    return files


def _refuse(entry: zipfile.ZipInfo, files: Mapping[str, bytes]) -> None:
    """Refuse an entry that no bundle has."""
    name = entry.filename
    if not _SAFE.fullmatch(name) or any(part in (".", "..") for part in name.split("/")):
        raise PolicybookError(f"The archive holds a file called ‘{name[:100]}’: no bundle does.")
    if name in files:
        raise PolicybookError(f"The archive holds ‘{name[:100]}’ twice: no bundle does.")
    if entry.flag_bits & 1 or entry.compress_type not in _METHODS or (entry.external_attr >> 28) == 0xA:
        raise PolicybookError(f"‘{name[:100]}’ in the archive is encrypted, a link, or packed in an unusual way.")
