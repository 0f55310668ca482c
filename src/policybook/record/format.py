"""Format records, and verify that no value and no comment changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policybook.errors import PolicybookError
from policybook.record import paths as places
from policybook.record.schema import files
from policybook.record.transaction import Change
from policybook.record.tree import Tree
from policybook.record.yaml import formatter, reader, syntax

_SCHEMAS = ".vscode/schemas/"


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A file that isn't touched."""

    path: str
    why: str


def tidied(tree: Tree, paths: Iterable[str]) -> Iterator[Change | LeftAlone]:
    """Yield what canonical layout changes in those of `paths` that are records; of one that has it, nothing."""
    first = tree.read("agency.yml") if "agency.yml" in tree.paths() else b""
    for path in paths:
        place = places.home(path)
        if not path.endswith(".yml") or isinstance(place, places.Misplaced) or place.kind not in files.kinds():
            continue
        try:
            raw = tree.read(path)
        except PolicybookError as error:
            yield LeftAlone(path, str(error).removesuffix("."))
            continue
        if reader.read(raw).data is None:
            yield LeftAlone(path, "it can't be read; `policybook check` says why")
            continue
        try:
            new = of_record(raw, place.kind, modeline(first, path, place.kind))
        except PolicybookError as error:
            yield LeftAlone(path, str(error))
            continue
        if new != raw:
            yield Change(path, raw, new)


def of_record(raw: bytes, kind: str, first: str = "") -> bytes:
    """Return a record of a kind in canonical layout, under the modeline `first` where it has none.

    Raises PolicybookError where that would change a value, or lose a comment.
    """
    new = formatter.document(kind, syntax.read(raw), first)
    numbers = files.number_keys()
    kept = syntax.comments_in(raw)
    same = reader.read(new, numbers).data == reader.read(raw, numbers).data
    if not same or syntax.comments_in(new) not in (kept, sorted([*kept, first])):
        raise PolicybookError("its layout can't be changed without changing what it says")
    return new


def modeline(agency: bytes, path: str, kind: str) -> str:
    """Return the line by which an editor finds a record's schema: in the same place as agency.yml finds its own."""
    first = agency.partition(b"\n")[0].decode("utf-8", "replace").strip()
    own = first.removeprefix(f"{formatter.MODELINE}../") if first.startswith(f"{formatter.MODELINE}../") else ""
    folder = own.removesuffix("agency.schema.json") if own.endswith("/agency.schema.json") else _SCHEMAS
    return f"{formatter.MODELINE}{'../' * (path.count('/') + 1)}{folder}{kind}.schema.json"
