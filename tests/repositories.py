"""Real git repositories in a temporary folder, with fixed authors and dates."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests import cases

FIXED = {
    "GIT_AUTHOR_NAME": "Clerk",
    "GIT_AUTHOR_EMAIL": "clerk@heronbend.example",
    "GIT_AUTHOR_DATE": "2026-11-20T12:00:00Z",
    "GIT_COMMITTER_NAME": "Clerk",
    "GIT_COMMITTER_EMAIL": "clerk@heronbend.example",
    "GIT_COMMITTER_DATE": "2026-11-20T12:00:00Z",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(folder: Path, *words: str) -> str:
    """Run git in a folder and return what it prints."""
    ran = subprocess.run(
        ["git", *words], cwd=folder, env={**os.environ, **FIXED}, capture_output=True, text=True, check=True
    )
    return ran.stdout.strip()


def begin(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Make a repository whose branch `main` holds a manual, and return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    cases.written(files, folder)
    commit(folder, "Begin")
    return folder


def commit(folder: Path, message: str) -> None:
    """Commit everything as it stands."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)


def change(folder: Path, files: Mapping[str, bytes], branch: str = "change") -> None:
    """Begin a branch on which the manual holds exactly these files, and commit it."""
    git(folder, "switch", "--quiet", "--create", branch)
    git(folder, "rm", "--quiet", "-r", "policy")
    cases.written(files, folder)
    commit(folder, "Change")


def check(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the shipped `policybook check` in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "policybook", "check", "--as-of", cases.AS_OF.isoformat(), *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def findings(folder: Path, *words: str) -> list[dict[str, Any]]:
    """Return the findings that the shipped command reports as JSON."""
    ran = check(folder, "--format", "json", *words)
    assert ran.returncode in (0, 1), ran.stderr
    found: list[dict[str, Any]] = json.loads(ran.stdout)["findings"]
    return found
