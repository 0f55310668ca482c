"""LibreOffice and pandoc, where they are installed: readers of Word files that know nothing of us."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PANDOC = shutil.which("pandoc")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
needs_pandoc = pytest.mark.skipif(PANDOC is None, reason="pandoc is not installed")


def converted(files: list[Path], form: str, folder: Path) -> list[Path]:
    """Return the files that LibreOffice makes of others, in one start."""
    assert SOFFICE
    home = folder / "profile"
    made = folder / form.partition(":")[0]
    command = [
        SOFFICE,
        f"-env:UserInstallation=file://{home}",
        "--headless",
        "--convert-to",
        form,
        "--outdir",
        str(made),
    ]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=180)
    return [made / f"{file.stem}.{form.partition(':')[0]}" for file in files]


def pandoc(file: Path, side: str) -> str:
    """Return the words of a Word file once all changes are accepted or rejected (`side` accept, reject)."""
    assert PANDOC
    command = [PANDOC, f"--track-changes={side}", "--to=plain", "--wrap=none", str(file)]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
