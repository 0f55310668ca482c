"""Name what a Word file holds beside its text, so that nothing is left out or taken in silently."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from policybook.documents.docx.names import W

_TEXT_BOX = f"{W}txbxContent"
_PICTURES = (f"{W}drawing", f"{W}pict")
_SHOWN = 60
"""Characters of left-out words that a notice repeats."""


def notices(document: Any, ours: bool) -> tuple[str, ...]:
    """Return a sentence for each kind of content that is no part of the text; the header of a file of `ours` isn't named."""
    return tuple(_notices(document, ours))


def _notices(document: Any, ours: bool) -> Iterator[str]:
    body = document.element.body
    boxes = [words for box in body.iter(_TEXT_BOX) if (words := _words(box)) and not _in_fallback(box)]
    for words in dict.fromkeys(boxes):
        yield f"A text box is left out: {_quoted(words)}. If it belongs to the text, move its words into the text."
    pictures = sum(1 for one in body.iter(*_PICTURES) if next(one.iter(_TEXT_BOX), None) is None)
    if pictures:
        yield f"{pictures} pictures are left out." if pictures > 1 else "A picture is left out."
    comments = [words for one in _parts(document, "comments") for comment in one if (words := _words(comment))]
    for words in comments:
        yield f"A comment is left out: {_quoted(words)}."
    if not ours:
        for kind in ("header", "footer"):
            for words in dict.fromkeys(words for one in _parts(document, kind) if (words := _words(one))):
                yield f"The page {kind} is left out: {_quoted(words)}."
    hidden = " ".join(words for run in body.iter(f"{W}r") if _is_hidden(run) and (words := _words(run)))
    if hidden:
        yield f"Hidden text is taken in: {_quoted(hidden)}. If it isn't part of the text, delete it in Word (¶ shows it)."


def _parts(document: Any, kind: str) -> Iterator[Any]:
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        if relation.reltype.rpartition("/")[2] == kind and not relation.is_external:
            try:
                yield parse_xml(relation.target_part.blob)
            except (ValueError, SyntaxError):
                continue


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and hidden.get(f"{W}val", "true") not in ("0", "false", "off")


def _in_fallback(element: Any) -> bool:
    return any(str(one.tag).endswith("}Fallback") for one in element.iterancestors())


def _words(root: Any) -> str:
    paragraphs = root.iter(f"{W}p") if root.tag != f"{W}r" else (root,)
    return " ".join(" ".join("".join(part.text or "" for part in one.iter(f"{W}t")) for one in paragraphs).split())


def _quoted(words: str) -> str:
    return f"‘{words}’" if len(words) <= _SHOWN else f"‘{words[:_SHOWN].rstrip()}…’"
