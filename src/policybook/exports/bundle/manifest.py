"""The manifest of a bundle: what it holds, file by file and act by act, as `schemas/published/manifest.schema.json` says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import jsonschema_rs

from policybook import __version__, resources
from policybook.errors import PolicybookError
from policybook.model import Manual
from policybook.model.chain import Act
from policybook.values import digest

VERSION = 1
_KEYS = ("folder", "code", "id", "action", "follows", "date", "text", "chain")


class Listed(NamedTuple):
    """One file of a bundle."""

    sha256: str
    bytes: int


class Previous(NamedTuple):
    """The bundle before this one, by its manifest."""

    sha256: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says of itself."""

    agency: str
    as_of: str
    official: bool
    fiction: bool
    made_by: str
    files: Mapping[str, Listed]
    """Every file but the manifest itself and SHA256SUMS, by path."""
    acts: tuple[Act, ...]
    previous: Previous | None = None

    @classmethod
    def of(
        cls, manual: Manual, files: Mapping[str, Listed], acts: tuple[Act, ...], previous: Previous | None
    ) -> Manifest:
        """Return the manifest of a manual's bundle."""
        agency = manual.agency
        made_by = f"Policybook {__version__}"
        day = manual.as_of.isoformat()
        return cls(agency.name, day, agency.official, agency.fiction, made_by, files, acts, previous)

    def written(self) -> bytes:
        """Return the manifest as JSON: the same manifest gives the same bytes."""
        value = {
            "schema": VERSION,
            "kind": "bundle",
            "agency": self.agency,
            "as_of": self.as_of,
            "official": self.official,
            "fiction": self.fiction,
            "made_by": self.made_by,
            "previous": self.previous._asdict() if self.previous else None,
            "files": [{"path": path, **one._asdict()} for path, one in sorted(self.files.items())],
            "acts": [{key: getattr(act, key) or None for key in _KEYS} for act in self.acts],
        }
        return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def read(raw: bytes) -> Manifest:
    """Return the manifest written in `raw`; raise PolicybookError where it isn't one."""
    try:
        value: Any = json.loads(raw)
        sound = _validator().is_valid(value)
    except (ValueError, RecursionError):
        sound = False
    if not sound:
        raise PolicybookError("Its manifest.json isn't the manifest of a bundle, or it was altered.")
    return Manifest(
        value["agency"],
        value["as_of"],
        value["official"],
        value["fiction"],
        value["made_by"],
        {one["path"]: Listed(one["sha256"], one["bytes"]) for one in value["files"]},
        tuple(Act(*(one[key] or "" for key in _KEYS)) for one in value["acts"]),
        Previous(**value["previous"]) if value["previous"] else None,
    )


def digests(files: Mapping[str, bytes]) -> dict[str, Listed]:
    """Return the SHA-256 and the size of each file, by path."""
    return {path: Listed(digest.of_bytes(data), len(data)) for path, data in files.items()}


@cache
def _validator() -> Any:
    schema = json.loads((resources.folder("schemas") / "published" / "manifest.schema.json").read_bytes())
    return jsonschema_rs.validator_for(schema)
