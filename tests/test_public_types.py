"""A check that lies outside this repository is type-checked against `policybook.check`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from policybook import resources

pytest.importorskip("mypy")
pytestmark = pytest.mark.slow

_SOUND = '''"""Each policy has a title in two words or more."""

from policybook.check import Hit, Hits, Manual


def check(manual: Manual, *, words: int = 2) -> Hits:
    for policy in manual:
        if len(policy.title.split()) < words:
            yield Hit(policy.at("title"), f"{policy.code} has a short title.", "Write a longer one.")
'''


def _mypy(tmp_path: Path, source: str) -> str:
    (tmp_path / "title_words.py").write_text(source, encoding="utf-8")
    top = resources.folder("checks").parent
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--config-file",
            "",
            "--cache-dir",
            str(tmp_path / "c"),
            "title_words.py",
        ],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": str(top / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    return "\n".join(line for line in ran.stdout.splitlines() if line.startswith("title_words.py"))


def test_a_sound_check_passes(tmp_path: Path) -> None:
    assert _mypy(tmp_path, _SOUND) == ""


def test_a_slip_is_told(tmp_path: Path) -> None:
    assert 'title_words.py:8: error: "Policy" has no attribute "titel"' in _mypy(
        tmp_path, _SOUND.replace("policy.title", "policy.titel")
    )
