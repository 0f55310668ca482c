"""Read a portal's export as JSON or JSON Lines: a list of policies, each with fields and a text in HTML or plain letters."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from policybook.documents.drafts import plain_text
from policybook.documents.manuscript import Manuscript
from policybook.errors import PolicybookError
from policybook.importing.document import Label, Reading
from policybook.importing.readers import html

_TEXTS = ("html", "body", "content", "text", "policytext", "policy_text", "description", "policy_body", "contenthtml")


def read(data: bytes) -> Iterator[tuple[Reading, Manuscript]]:
    """Yield each policy of an export. Raises PolicybookError where the file holds none."""
    entries = _entries(_parsed(data))
    if not entries:
        raise PolicybookError("It holds no list of policies: each needs a text in a field such as html, body or text.")
    for entry in entries:
        reading = Reading()
        body = ""
        for name, value in _flat(entry):
            if not body and re.sub(r"[\s_-]", "", name.lower()) in {re.sub("_", "", one) for one in _TEXTS}:
                body = value
            elif value.strip():
                reading.labels.append(Label(name, value, "field"))
        if re.search(r"<[a-zA-Z/][^>]*>", body):
            yield reading, html.fragment(body, reading)
        else:
            reading.hold(body.split("\n"))
            yield reading, plain_text.read(body.replace("\r\n", "\n")) if body.strip() else Manuscript("", ())


def _parsed(data: bytes) -> Any:
    try:
        text = data.decode("utf-8-sig")
        try:
            return json.loads(text)
        except ValueError:
            return [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError) as error:
        raise PolicybookError("It isn't JSON.") from error


def _entries(value: Any) -> list[dict[str, Any]]:
    """Return the longest list of objects with a text, wherever it is in the data."""
    if isinstance(value, list):
        found = [one for one in value if isinstance(one, dict) and any(name.lower().replace("_", "") in
                 {text.replace("_", "") for text in _TEXTS} for name in one)]  # fmt: skip
        return found or max((_entries(one) for one in value if isinstance(one, (dict, list))), key=len, default=[])
    if isinstance(value, dict):
        return max((_entries(one) for one in value.values() if isinstance(one, (dict, list))), key=len, default=[])
    return []


def _flat(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in entry.items():
        if isinstance(value, dict):
            yield from _flat(value)
        elif isinstance(value, list):
            yield from ((name, str(one)) for one in value if isinstance(one, (str, int, float)))
        elif value is not None and not isinstance(value, bool):
            yield name, str(value)
