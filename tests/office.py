"""LibreOffice and pandoc, where they are installed: readers of Word files that know nothing of us."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


def _has_uno(python: str) -> bool:
    if not Path(python).exists():
        return False
    return subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode == 0


SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PANDOC = shutil.which("pandoc")
SCRIPT = Path(__file__).with_name("libreoffice.py")
PYTHON = next((path for path in ("/usr/bin/python3", "/usr/lib/libreoffice/program/python") if _has_uno(path)), None)
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
needs_sides = pytest.mark.skipif(
    SOFFICE is None or PYTHON is None, reason="LibreOffice or its Python (python3-uno) is not installed"
)
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


def sides(files: list[Path], folder: Path) -> list[tuple[str, str]]:
    """Return what LibreOffice reads in each file once all changes are accepted, and once all are rejected."""
    assert PYTHON
    subprocess.run([PYTHON, str(SCRIPT), str(folder), *map(str, files)], check=True, capture_output=True, timeout=300)

    def words(file: Path, side: str) -> str:
        return file.with_suffix(f".{side}.txt").read_text(encoding="utf-8-sig")

    return [(words(file, "accept"), words(file, "reject")) for file in files]


def replaced(file: Path, old: str, new: str, folder: Path) -> None:
    """Replace words in a Word file in LibreOffice and save it there."""
    assert PYTHON
    command = [PYTHON, str(SCRIPT), str(folder), "--replace", old, new, str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
