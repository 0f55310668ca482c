"""Write a packet as a Word file, its redline as tracked changes."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from policybook.documents import manuscript
from policybook.documents.docx import tracked_changes, writer
from policybook.documents.docx.document import About, WordFile
from policybook.documents.docx.elements import element, paragraph, run
from policybook.documents.docx.lists import marked
from policybook.documents.packet import outline
from policybook.documents.packet.values import Item, Packet
from policybook.values import dates

SOURCE = "policybook packet"
"""By these words a packet is known when somebody takes it for a text to propose."""


def write(packet: Packet) -> bytes:
    """Return the packet as a Word file; raise PolicybookError where python-docx isn't installed."""
    when = datetime.combine(packet.day, time())
    file = WordFile(About(packet.title, packet.agency, packet.language, when, packet.meeting, SOURCE))
    bullets = marked(file, 1, "•")
    file.add(paragraph("Title", run(packet.title)))
    file.add(paragraph("Subtitle", run(" · ".join(_under(packet)))))
    for notice in packet.notices:
        file.add(paragraph("Normal", run(notice, emphasis=True)))
    if len(packet.items) > 1:
        for item in packet.items:
            file.add(_point(item.name, bullets))
    for number, item in enumerate(packet.items):
        _item(file, item, bullets, len(packet.items) > 1, number > 0)
    return file.bytes()


def _under(packet: Packet) -> list[str]:
    return [part for part in (packet.agency, packet.meeting or f"Made {dates.in_words(packet.day)}") if part]


def _item(file: WordFile, item: Item, bullets: str, several: bool, new_page: bool) -> None:
    memo, redline, clean = outline.parts(item.revision)
    below = 1 if several else 0
    if several:
        file.add(_heading(1, item.name, new_page))
    file.add(_heading(1 + below, memo, False))
    for entry in item.memo:
        file.add(paragraph("MemoLabel", run(entry.asks)))
        for words in entry.paragraphs:
            file.add(paragraph("Normal", run(words)))
        for words in entry.points:
            file.add(_point(words, bullets))
    file.add(_heading(1 + below, redline, True))
    if item.old is not None:
        file.add(paragraph("Normal", run(outline.LEGEND, emphasis=True)))
    for words in item.changes or (outline.NOTHING,):
        file.add(_point(words, bullets))
    tracked_changes.write_redline(file, item.redline, named=False, title=f"Heading{2 + below}", below=1 + below)
    file.add(_heading(1 + below, clean, True))
    shown = manuscript.of(item.text)
    writer.write_text(file, shown, named=False, title=f"Heading{2 + below}", below=1 + below)


def _heading(level: int, words: str, new_page: bool) -> Any:
    made = paragraph(f"Heading{level}", run(words))
    if new_page:
        made.pPr.append(element("pageBreakBefore"))
    return made


def _point(words: str, bullets: str) -> Any:
    made = paragraph("PolicyItem1", run(words))
    made.pPr.append(element("numPr", element("ilvl", val="0"), element("numId", val=bullets)))
    return made
