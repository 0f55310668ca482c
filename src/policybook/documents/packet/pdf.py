"""Write a packet as a tagged PDF."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from typing import Any

from policybook.documents import manuscript, pdf
from policybook.documents.docx.document import About
from policybook.documents.packet import outline
from policybook.documents.packet.values import Item, MemoRow, Packet
from policybook.documents.pdf import blocks

_TEMPLATE = Path(__file__).with_name("packet.typ")
_PICTURES = ((b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpg"), (b"<svg", "svg"), (b"<?xml", "svg"))


def write(packet: Packet) -> bytes:
    """Return the packet as a PDF; raise PolicybookError where Typst isn't installed."""
    say = packet.say
    pages = say("Page {page} of {pages}", page="{page}", pages="{pages}")
    when = datetime.combine(packet.day, time())
    about = About(packet.title, packet.agency, packet.language, when, header=packet.header, pages=pages)
    several = len(packet.items) > 1
    level = 3 if several else 2
    format = next((name for start, name in _PICTURES if packet.cover.logo.startswith(start)), "")
    data = {
        "logo": list(packet.cover.logo) if format else [],
        "logo_format": format,
        "head": packet.head,
        "notices": packet.notices,
        "motion": _entry(MemoRow(say("Recommended motion"), (packet.joint_motion,))) if packet.joint_motion else None,
        "contents": say("Contents") if several else "",
        "level": level,
        "items": [_item(packet, item, level + 1) for item in packet.items],
        "vote": {"title": say("Vote and signatures"), "rows": outline.vote_block(say)} if packet.is_draft else None,
        "proof": [
            f"{item.policy.code}: {words}" if several else words for item in packet.items for words in item.proof
        ],
        "added": say("added:"),
        "removed": say("removed:"),
    }
    return pdf.pdf(about, _TEMPLATE, data)


def _item(packet: Packet, item: Item, level: int) -> dict[str, Any]:
    since = item.since
    return {
        "name": item.name,
        "parts": outline.parts(item.revision, packet.say),
        "memo": [_entry(entry) for entry in item.memo],
        "legend": outline.legend(packet.say) if item.old is not None else "",
        "changes": item.changes or (outline.nothing(packet.say),),
        "redline": blocks.of_redline(item.redline, level),
        "since": since
        and {
            "heading": since.heading,
            "warning": since.warning,
            "changes": since.changes,
            "redline": blocks.of_redline(since.redline, level),
        },
        "clean": blocks.of_text(manuscript.of(item.text), level),
    }


def _entry(entry: MemoRow) -> dict[str, Any]:
    return {"asks": entry.asks, "paragraphs": entry.paragraphs, "points": entry.points}
