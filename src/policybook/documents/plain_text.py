"""Write a text as plain text, for a terminal and for archives."""

from __future__ import annotations

import re

from policybook.model import Provision, Text
from policybook.text import markup

_NOTE = re.compile(r"\[\^([^\]\s]{1,80})\]")


def of_text(text: Text, notes: bool = False) -> str:
    """Return the provisions as paragraphs, a blank line between them; what belongs to a list is indented.

    With `notes` the marks of footnotes are kept, as in `[1]`.
    """
    return "\n\n".join(block for provision in text.provisions for block in _blocks(provision, 0, notes))


def _blocks(provision: Provision, depth: int, notes: bool) -> list[str]:
    label = provision.label or provision.mark
    prose = _NOTE.sub(r" [\1]", provision.prose) if notes else provision.prose
    lines = ([provision.heading] if provision.heading else []) + list(markup.paragraphs(markup.plain(prose)))
    if lines and label:
        lines[0] = f"{label} {lines[0]}"
    pad = "    " * depth
    blocks = [pad + line for line in lines]
    if provision.rows:
        blocks.append("\n".join(f"{pad}    " + " | ".join(row) for row in provision.rows))
    for item in provision.items:
        blocks.extend(_blocks(item, depth + 1, notes))
    return blocks
