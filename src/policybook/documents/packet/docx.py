"""Write a packet as a Word file, its redline as tracked changes."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from typing import Any

from policybook.documents import manuscript
from policybook.documents.docx import tracked_changes, writer
from policybook.documents.docx.document import About, WordFile
from policybook.documents.docx.elements import bookmarked, element, field, grid, paragraph, run
from policybook.documents.docx.library import docx
from policybook.documents.docx.lists import marked
from policybook.documents.packet import outline
from policybook.documents.packet.values import Item, MemoRow, Packet

SOURCE = "policybook packet"
"""By these words a packet is known when somebody takes it for a text to propose."""
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff")
_HEAD_WIDTHS = (1800, 7560)
_VOTE_WIDTHS = (1900, 2780, 1900, 2780)


def write(packet: Packet) -> bytes:
    """Return the packet as a Word file; raise PolicybookError where python-docx isn't installed."""
    pages = packet.say("Page {page} of {pages}", page="{page}", pages="{pages}")
    when = datetime.combine(packet.day, time())
    about = About(packet.title, packet.agency, packet.language, when, packet.meeting, SOURCE, packet.header, pages)
    file = WordFile(about)
    bullets = marked(file, 1, "•")
    several = len(packet.items) > 1
    _letterhead(file, packet)
    if packet.joint_motion:
        _entry(file, MemoRow(packet.say("Recommended motion"), (packet.joint_motion,)), bullets)
    if several:
        file.add(paragraph("MemoLabel", run(packet.say("Contents"))))
        for number, item in enumerate(packet.items):
            tab = element("tabs", element("tab", val="right", leader="dot", pos="9350"))
            line = paragraph("Normal", run(f"{item.name}\t"), field(f"PAGEREF item{number} \\h"))
            line.pPr.append(tab)
            file.add(line)
    for number, item in enumerate(packet.items):
        _item(file, packet, item, bullets, several, number)
    if packet.is_draft:
        _vote_block(file, packet)
    for item in packet.items:
        for words in item.proof:
            file.add(paragraph("PolicyUnreferredNote", run(f"{item.policy.code}: {words}" if several else words)))
    return file.bytes()


def _letterhead(file: WordFile, packet: Packet) -> None:
    if packet.cover.logo.startswith(_PICTURES):
        picture = file.document.add_paragraph().add_run()
        picture.add_picture(io.BytesIO(packet.cover.logo), height=docx().shared.Inches(0.6))
    file.add(paragraph("Subtitle", run(packet.agency, strong=True)))
    file.add(paragraph("Title", run(packet.title)))
    rows = [
        [paragraph("PolicyCell", run(name, strong=True)), paragraph("PolicyCell", run(words))]
        for name, words in packet.head
    ]
    file.add(grid(rows, _HEAD_WIDTHS))
    for notice in packet.notices:
        file.add(paragraph("Normal", run(notice, emphasis=True)))


def _item(file: WordFile, packet: Packet, item: Item, bullets: str, several: bool, number: int) -> None:
    memo, redline, clean = outline.parts(item.revision, packet.say)
    below = 1 if several else 0
    if several:
        title = paragraph("Heading1")
        title.extend(bookmarked(file, f"item{number}", [run(item.name)]))
        file.add(title)
    file.add(_heading(1 + below, memo))
    for entry in item.memo:
        _entry(file, entry, bullets)
    file.add(_heading(1 + below, redline, new_page=not several))
    if item.old is not None:
        file.add(paragraph("Normal", run(outline.legend(packet.say), emphasis=True)))
    _points(file, item.changes or (outline.nothing(packet.say),), bullets)
    style = f"Heading{2 + below}"
    tracked_changes.write_redline(file, item.redline, named=False, title=style, below=1 + below)
    if item.since is not None:
        file.add(_heading(1 + below, item.since.heading))
        file.add(paragraph("Normal", run(item.since.warning, strong=True)))
        _points(file, item.since.changes, bullets)
        tracked_changes.write_redline(file, item.since.redline, named=False, title=style, below=1 + below)
    file.add(_heading(1 + below, clean, new_page=not several))
    writer.write_text(file, manuscript.of(item.text), named=False, title=style, below=1 + below)


def _entry(file: WordFile, entry: MemoRow, bullets: str) -> None:
    file.add(paragraph("MemoLabel", run(entry.asks)))
    for words in entry.paragraphs:
        file.add(paragraph("Normal", run(words)))
    _points(file, entry.points, bullets)


def _points(file: WordFile, points: Sequence[str], bullets: str) -> None:
    for words in points:
        made = paragraph("PolicyItem1", run(words))
        made.pPr.append(element("numPr", element("ilvl", val="0"), element("numId", val=bullets)))
        file.add(made)


def _vote_block(file: WordFile, packet: Packet) -> None:
    """Write the lines in which the vote and the signatures are filled in by hand."""
    file.add(paragraph("MemoLabel", run(packet.say("Vote and signatures"))))

    def cells(row: Sequence[str]) -> Iterator[Any]:
        for words in row:
            yield paragraph("PolicyCell", run(words))
            yield paragraph("PolicyCell", run(" "))

    file.add(grid([list(cells(row)) for row in outline.vote_block(packet.say)], _VOTE_WIDTHS, lined=True))
    file.add(paragraph("Normal"))


def _heading(level: int, words: str, new_page: bool = False) -> Any:
    made = paragraph(f"Heading{level}", run(words))
    if new_page:
        made.pPr.append(element("pageBreakBefore"))
    return made
