"""Compute the digest of a text, and the chain that links each act to the one before.

The digest is the SHA-256 of the text's title, provisions, footnotes and attachments as JSON (RFC 8785):
layout, comments, key order and ids don't change it; a word, a label, the order and the title do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

import orjson

from policybook.values import labels

NOT_HELD = "not-held"
NO_TEXT = "none"

_BAR = re.compile(r"(?<!\\)\|")
_PREFIX = "sha256:"


def of_text(
    title: str,
    text: Iterable[Any],
    footnotes: Mapping[str, str] | None = None,
    attachments: Iterable[Mapping[str, str]] = (),
) -> str:
    """Return the digest of a text, given as it stands in a revision's file."""
    return _digest(canonical(title, text, footnotes, attachments))


def canonical(
    title: str,
    text: Iterable[Any],
    footnotes: Mapping[str, str] | None = None,
    attachments: Iterable[Mapping[str, str]] = (),
) -> bytes:
    """Return the canonical form of a text: UTF-8 JSON, the form `policybook-text-1`."""
    value: dict[str, Any] = {"form": "policybook-text-1", "title": normal(title), "text": _provisions(text, "")}
    if footnotes:
        value["footnotes"] = {name: normal(note) for name, note in footnotes.items()}
    listed = [_attachment(attachment) for attachment in attachments]
    if listed:
        value["attachments"] = listed
    return _json(value)


def of_act(previous: tuple[str, str] | None, id: str, action: str, text: str) -> str:
    """Return the chain of an act: `previous` is the id and chain of the one before, `text` its digest.

    Without a text of its own, `text` is `not-held` or, for an act that leaves the text alone, `none`.
    """
    before = list(previous) if previous else None
    return _digest(_json({"form": "policybook-chain-1", "previous": before, "id": id, "action": action, "text": text}))


def of_bytes(data: bytes) -> str:
    """Return the plain SHA-256 of a file's bytes, in hex."""
    return sha256(data).hexdigest()


def normal(text: str) -> str:
    """Return a string in NFC, each run of white space as one space, empty lines dropped."""
    if text.isascii():
        if _is_single_spaced(text):
            return text
    elif not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    elif text.isprintable() and "  " not in text and text.strip() == text:
        return text  # no white space but the plain one is printable
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return "\n".join([line for line in lines if line])


def _is_single_spaced(text: str) -> bool:
    """Return whether the only white space of an ASCII text is single spaces between words, as in nearly all prose.

    To look for each of ASCII's spaces by itself is many times as fast as any way of looking for all at once.
    """
    return (
        "\n" not in text and "  " not in text and "\t" not in text and "\r" not in text and "\v" not in text
        and "\f" not in text and "\x1c" not in text and "\x1d" not in text and "\x1e" not in text
        and "\x1f" not in text and text[:1] != " " and text[-1:] != " "
    )  # fmt: skip


def rows(table: str) -> list[list[str]]:
    """Return the cells of a table, row by row: outer bars dropped, `\\|` a bar."""
    found = []
    for line in table.splitlines():
        line = line.strip()
        if line:
            cells = _BAR.split(line.removeprefix("|"))
            if cells and not cells[-1].strip():
                cells.pop()
            found.append([cell.strip().replace("\\|", "|") for cell in cells])
    return found


def _provisions(text: Iterable[Any], count_from: str) -> list[dict[str, Any]]:
    counted = labels.labels(count_from) if count_from and labels.counts(count_from) else None
    return [_provision(provision, counted) for provision in text]


def _provision(data: Any, counted: Any) -> dict[str, Any]:
    if type(data) is str:
        plain = {"text": normal(data)}
        if counted is not None:
            plain["label"] = normal(next(counted))
        return plain
    value: dict[str, Any] = {}
    label = data.get("label")
    if label is None and counted is not None:
        label = next(counted)
    if label and not labels.is_mark(label):
        value["label"] = normal(label)
    heading = data.get("heading")
    if heading:
        value["heading"] = normal(heading)
    level = data.get("level")
    if level and level > 1:
        value["level"] = level
    prose = data.get("text")
    if prose:
        value["text"] = normal(prose)
    table = data.get("table")
    if table:
        value["table"] = [[normal(cell) for cell in row] for row in rows(table)]
    items = data.get("items")
    if items:
        value["items"] = _provisions(items, data.get("numbering") or "")
    return value


def _attachment(attachment: Mapping[str, str]) -> dict[str, str]:
    value = {"sha256": attachment["sha256"]}
    if attachment.get("title"):
        value["title"] = normal(attachment["title"])
    return value


def _json(value: Any) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)  # no space, no escape that JSON doesn't ask for


def _digest(data: bytes) -> str:
    return _PREFIX + sha256(data).hexdigest()
