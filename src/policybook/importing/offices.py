"""The offices that documents name as responsible, as bodies of the manual."""

from __future__ import annotations

import re

from policybook.model import Manual
from policybook.values import slugs

_OFFICER = re.compile(
    r"superintendent|principal|director|manager|officer|clerk|chief|head|administrator", re.IGNORECASE
)


class Offices:
    """Offices that documents name as responsible."""

    def __init__(self, source: str, manual: Manual | None = None) -> None:
        self._source = source
        self._manual = manual
        self.found: dict[str, dict[str, str]] = {}

    def id_of(self, name: str) -> str:
        """Return the id of an office, empty where the manual that is there has no such body."""
        if self._manual is not None:
            names = {body.name.casefold(): id for id, body in self._manual.bodies.items()}
            return names.get(name.casefold(), "")
        for id, body in self.found.items():
            if body["name"].casefold() == name.casefold():
                return id
        plain = name.casefold().strip()
        if plain in ("board", "school board", "board of directors", "board of education"):
            return "board"
        if plain in ("superintendent", "the superintendent"):
            return "superintendent"
        id = slugs.free(slugs.provision(name), {*self.found, "board", "superintendent"})
        kind = "officer" if _OFFICER.search(name) else "department"
        self.found[id] = {"id": id, "name": name, "kind": kind, "basis": "stated", "source": self._source}
        return id
