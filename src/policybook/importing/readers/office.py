"""Turn an old Word file or RTF into a Word file with LibreOffice, where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from policybook.errors import PolicybookError

_SECONDS = 60
_ABSENT = "It is {kind}. Open it in Word or LibreOffice and save it as .docx; with LibreOffice installed this is done by itself."


def as_docx(data: bytes, suffix: str) -> bytes:
    """Return the file as .docx; raise PolicybookError where LibreOffice is missing, fails or takes over a minute."""
    kind = "an RTF file" if suffix == ".rtf" else "an old Word file"
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise PolicybookError(_ABSENT.format(kind=kind))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"document{suffix}")
        source.write_bytes(data)
        profile = Path(folder, "profile").as_uri()
        command = [
            office,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--norestore",
            "--convert-to",
            "docx",
            "--outdir",
            folder,
            str(source),
        ]
        try:
            subprocess.run(
                command, capture_output=True, timeout=_SECONDS, check=True, env={**os.environ, "HOME": folder}
            )
            return Path(folder, "document.docx").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise PolicybookError(f"It is {kind}, and LibreOffice couldn't read it. Save it as .docx.") from error
