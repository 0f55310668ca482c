"""Tell the kind of a record from its path, and refuse names that are unsafe on some system."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal, NamedTuple

from policybook.values import codes

Kind = Literal[
    "agency", "bodies", "waivers", "meeting", "source", "policy", "strategies", "revision", "translation",
    "presented-text", "review", "recommendation", "activity", "source-text", "attachment", "readme",
]  # fmt: skip

_ID = r"[a-z0-9][a-z0-9-]*"
_DATED = r"[0-9]{4}[a-z0-9-]*"
_FOLDER = r"(?P<folder>[a-z0-9._~-]+)"
_PATTERNS: dict[Kind, str] = {
    "revision": rf"{_FOLDER}/revisions/(?P<id>{_ID})\.yml",
    "review": rf"{_FOLDER}/reviews/(?P<id>{_DATED})\.yml",
    "policy": rf"{_FOLDER}/policy\.yml",
    "strategies": rf"{_FOLDER}/strategies\.yml",
    "translation": rf"{_FOLDER}/revisions/(?P<id>{_ID})\.(?P<language>[a-z]{{2,3}}(?:-[a-z0-9]{{2,8}})*)\.yml",
    "presented-text": rf"{_FOLDER}/revisions/(?P<id>{_ID})\.r(?P<number>[1-9])\.yml",
    "recommendation": rf"{_FOLDER}/recommendations/(?P<id>{_DATED})\.yml",
    "activity": rf"{_FOLDER}/activities/(?P<id>{_ID})\.yml",
    "attachment": rf"{_FOLDER}/attachments/(?P<id>[a-z0-9][a-z0-9._-]*)",
    "meeting": rf"meetings/(?P<id>{_DATED})\.yml",
    "source": rf"sources/(?P<id>{_ID})\.yml",
    "source-text": rf"sources/(?P<id>{_ID})\.txt",
    "agency": r"agency\.yml",
    "bodies": r"bodies\.yml",
    "waivers": r"waivers\.yml",
    "readme": r"(?:.*/)?(?:readme\.md|README\.md|LICENSE|\.gitkeep)",
}
_KINDS = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS.items())  # the most frequent first
_LONGEST = 120
_HOMES = {
    "": ("agency.yml", "bodies.yml", "waivers.yml"),
    "policy": ("policy.yml", "strategies.yml"),
}
_FOLDERS = ("revisions", "reviews", "recommendations", "activities", "attachments", "meetings", "sources")
_NAMES = {
    "revisions": "`<date or year-slug>.yml`, with `.<language>` before `.yml` for a translation",
    "reviews": "`<date>-<what>.yml`",
    "recommendations": "`<date>-<slug>.yml`",
    "activities": "`<id>.yml`",
    "attachments": "letters, digits, dots and dashes",
    "meetings": "`<date>.yml` or `<date>-<body>.yml`",
    "sources": "`<id>.yml` and `<id>.txt`",
}


class Home(NamedTuple):
    """What a path says of the record it holds."""

    kind: Kind
    folder: str = ""
    """The policy's folder, where there is one."""
    id: str = ""
    """The name that the file gives the record."""
    extra: str = ""
    """A translation's language, a presented text's reading."""


class Misplaced(NamedTuple):
    """Why no record may stand at a path, and what to do."""

    message: str
    help: str


def home(path: str) -> Home | Misplaced:
    """Return what the record at `path`, relative to the manual's folder, is."""
    for name in path.split("/"):
        unsafe = _unsafe(name)
        if unsafe:
            return unsafe
    for kind, pattern in _KINDS:
        match = pattern.fullmatch(path)
        if match:
            parts = match.groupdict()
            extra = parts.get("language") or parts.get("number") or ""
            return Home(kind, parts.get("folder") or "", parts.get("id") or "", extra)
    return _unknown(path)


@lru_cache(maxsize=1024)  # each policy has the same few
def _unsafe(name: str) -> Misplaced | None:
    if name.partition(".")[0].lower() in codes.DEVICES:
        return Misplaced(f"‘{name}’ is a name that Windows keeps for a device.", "Give it another name.")
    if name.endswith((".", " ")) or len(name) > _LONGEST:
        return Misplaced(
            f"The name ‘{name[:_LONGEST]}’ isn't safe on every system.",
            f"Use at most {_LONGEST} letters, digits, dots and dashes, and end with a letter or digit.",
        )
    return None


def _unknown(path: str) -> Misplaced:
    """Say where a file that is no record might belong."""
    parts = path.split("/")
    name = parts[-1]
    if (len(parts) == 2 and parts[0] not in _FOLDERS) or len(parts) == 1:
        near = get_close_matches(name.lower(), _HOMES["" if len(parts) == 1 else "policy"], 1, 0.7)
        if near:
            return Misplaced(f"‘{name}’ is no file of the record.", f"Did you mean `{near[0]}`? Rename it.")
    holder = parts[-2] if len(parts) > 1 else ""
    if holder in _NAMES and len(parts) == (2 if holder in ("meetings", "sources") else 3):
        return Misplaced(
            f"‘{name}’ isn't a name for a file in {holder}/.",
            f"Name it {_NAMES[holder]}, in lower case, with a-z, 0-9 and `-` only.",
        )
    near = get_close_matches(holder, _FOLDERS, 1, 0.7)
    if near and holder not in _FOLDERS:
        return Misplaced(f"‘{holder}’ is no folder of the record.", f"Did you mean `{near[0]}/`? Rename it.")
    return Misplaced(
        f"Nothing in the record is kept in a file called ‘{name}’ here.",
        "Move it out of the manual's folder, or rename it: names are lower case and their place says what they are.",
    )
