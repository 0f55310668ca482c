"""Split a text into segments: the title, provisions and items, footnotes, attached files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policybook.model import Provision, Text
from policybook.redline.operations import Unit
from policybook.values.digest import normal


def units(text: Text | None) -> tuple[Unit, ...]:
    """Return the pieces of a text in printed order; none for no text, or one that isn't held."""
    if text is None or not text.holds_text:
        return ()
    return (*_title(text), *_listed(text.provisions, "", 0, _code(text)), *_footnotes(text), *_attachments(text))


def _code(text: Text) -> str:
    return text.at().subject.partition("@")[0]


def _title(text: Text) -> Iterator[Unit]:
    title = normal(text.title)
    if title:
        yield Unit("title", "title", level=0, heading=title)


def _listed(provisions: Iterable[Provision], within: str, depth: int, code: str) -> Iterator[Unit]:
    for number, provision in enumerate(provisions, start=1):
        at = provision.id or (f"{within}.{number}" if within else str(number))
        yield Unit(
            at,
            provision.kind,
            provision.id,
            depth,
            provision.level,
            normal(provision.label),
            normal(provision.mark),
            normal(provision.heading),
            normal(provision.prose),
            tuple(tuple(normal(cell) for cell in row) for row in provision.rows),
            provision.was.removeprefix(f"{code}#") if code else provision.was,
        )
        yield from _listed(provision.items, at, depth + 1, code)


def _footnotes(text: Text) -> Iterator[Unit]:
    """Yield the footnotes, numbers in their order and then names: a record may list them in any."""
    for name in sorted(
        text.footnotes, key=lambda name: (not name.isdigit(), name.zfill(9) if name.isdigit() else name)
    ):
        yield Unit(f"footnote:{name}", "footnote", label=normal(name), text=normal(text.footnotes[name]))


def _attachments(text: Text) -> Iterator[Unit]:
    """Yield the files that are part of the text, each with the checksum of its bytes: they are what can change."""
    for file in text.get("attachments") or ():
        name = file.get("file", "")
        yield Unit(
            f"attachment:{name}",
            "attachment",
            label=normal(name),
            heading=normal(file.get("title", "")),
            text=f"SHA-256 {file['sha256']}",
        )
