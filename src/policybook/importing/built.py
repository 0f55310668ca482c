"""What an import makes: records, files, and what to look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from policybook.documents.drafts.draft import Draft

Files = dict[str, bytes]


@dataclass
class Built:
    """What an import makes."""

    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    """New records by path, agency.yml and bodies.yml among them where there is no manual yet."""
    files: Files = field(default_factory=dict)
    """The same as files."""
    places: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Of each document the code of its policy and the id of the revision that holds its text."""
    drafts: dict[str, Draft] = field(default_factory=dict)
    """Of each document its text as the record holds it."""
    suspicions: list[tuple[str, str, str]] = field(default_factory=list)
    """Something to look at: the document, another document or nothing, a sentence."""
