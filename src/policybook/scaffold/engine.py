"""Pack the running engine as a wheel, so that a new repository installs the engine it was begun with.

The name `policybook` on a package index may belong to anybody; a file in the repository belongs to the agency.
"""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from policybook import __version__, resources
from policybook.errors import PolicybookError

FOLDER = "wheels"
NAME = f"policybook-{__version__}-py3-none-any.whl"
_PACKAGE = Path(__file__).parents[1]
_INFO = f"policybook-{__version__}.dist-info"
_SHIPPED = ("checks", "schemas", "ci")
"""Folders that stand beside the package in a checkout, and in it in a wheel."""
_WHEEL = "Wheel-Version: 1.0\nGenerator: policybook\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def wheel() -> bytes:
    """Return the engine as a wheel: the same engine gives the same bytes.

    Raises PolicybookError where what describes the package can't be found, as in a checkout that isn't installed.
    """
    try:
        installed = metadata.distribution("policybook")
    except metadata.PackageNotFoundError as error:
        raise PolicybookError(
            "The engine isn't installed as a package. Name where it is to come from: --engine ADDRESS."
        ) from error
    files = dict(_files())
    for name in ("METADATA", "entry_points.txt"):
        files[f"{_INFO}/{name}"] = (installed.read_text(name) or "").encode()
    files[f"{_INFO}/WHEEL"] = _WHEEL.encode()
    lines = [f"{path},sha256={_digest(data)},{len(data)}" for path, data in sorted(files.items())]
    files[f"{_INFO}/RECORD"] = "\n".join([*lines, f"{_INFO}/RECORD,,", ""]).encode()
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for path, data in sorted(files.items()):
            packed.writestr(zipfile.ZipInfo(path), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def files() -> dict[str, bytes]:
    """Return the wheel and its checksum as files of a new repository."""
    data = wheel()
    sums = f"{hashlib.sha256(data).hexdigest()}  {NAME}\n"
    return {f"{FOLDER}/{NAME}": data, f"{FOLDER}/SHA256SUMS": sums.encode()}


def _files() -> Iterator[tuple[str, bytes]]:
    """Yield each file of the package under its path in a wheel."""
    for path in _below(_PACKAGE):
        yield f"policybook/{path.relative_to(_PACKAGE).as_posix()}", path.read_bytes()
    for name in _SHIPPED:
        folder = resources.folder(name)
        if not folder.is_relative_to(_PACKAGE):
            for path in _below(folder):
                yield f"policybook/{name}/{path.relative_to(folder).as_posix()}", path.read_bytes()


def _below(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
