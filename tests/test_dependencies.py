"""Libraries are bounded, and those of development and CI are locked with hashes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()


def asked() -> list[Requirement]:
    groups = [
        PROJECT["build-system"]["requires"],
        PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"].values(),
    ]
    found = [Requirement(line) for group in groups for line in group]
    return [one for one in found if one.name != "policybook"]


def name(written: str) -> str:
    return re.sub(r"[-_.]+", "-", written).lower()


def test_every_library_has_an_upper_bound_except_the_time_zones() -> None:
    assert [str(one) for one in asked() if "<" not in str(one.specifier) and one.name != "tzdata"] == []


def test_the_lock_holds_what_is_asked_for_with_hashes() -> None:
    held: dict[str, list[str]] = {}
    for line in LOCK:
        assert "--hash=sha256:" in line, line
        pinned = Requirement(line.partition(" --hash")[0].strip())
        (only,) = pinned.specifier
        assert only.operator == "=="
        held.setdefault(name(pinned.name), []).append(only.version)
    for one in asked():
        if one.name != "hatchling":  # builds the package, in an environment of its own
            assert any(one.specifier.contains(version) for version in held[name(one.name)]), one
