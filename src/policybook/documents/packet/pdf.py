"""Write a packet as a tagged PDF."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from typing import Any

from policybook.documents import manuscript, pdf
from policybook.documents.docx.document import About
from policybook.documents.packet import outline
from policybook.documents.packet.values import Item, Packet
from policybook.documents.pdf import blocks
from policybook.values import dates

_TEMPLATE = Path(__file__).with_name("packet.typ")


def write(packet: Packet) -> bytes:
    """Return the packet as a PDF; raise PolicybookError where Typst isn't installed."""
    about = About(packet.title, packet.agency, packet.language, datetime.combine(packet.day, time()))
    level = 2 if len(packet.items) == 1 else 3
    data = {
        "under": " · ".join((packet.agency, packet.meeting or f"Made {dates.in_words(packet.day)}")),
        "notices": packet.notices,
        "level": level,
        "items": [_item(item, level + 1) for item in packet.items],
    }
    return pdf.pdf(about, _TEMPLATE, data)


def _item(item: Item, level: int) -> dict[str, Any]:
    return {
        "name": item.name,
        "parts": outline.parts(item.revision),
        "memo": [{"asks": e.asks, "paragraphs": e.paragraphs, "points": e.points} for e in item.memo],
        "legend": outline.LEGEND if item.old is not None else "",
        "changes": item.changes or (outline.NOTHING,),
        "redline": blocks.of_redline(item.redline, level),
        "clean": blocks.of_text(manuscript.of(item.text), level),
    }
