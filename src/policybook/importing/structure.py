"""Take out of a document's blocks what is said about the text: title, table of contents, labels at top and foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from policybook.documents.drafts import heuristics
from policybook.documents.manuscript import Block, Manuscript
from policybook.importing.document import Label, Reading
from policybook.importing.labels import field_of
from policybook.text import rich_text

_TOP, _FOOT = 12, 40
"""How many blocks from the top, and how many from the foot, are looked at for labels."""
_CONTENTS = re.compile(r"(?:table of )?contents:?", re.IGNORECASE)
_LABELLED = re.compile(r"\s*([^:\n]{2,45}?)\s*:\s*(.*)", re.DOTALL)
_CODE = (
    r"(?:[A-Z]{0,4}[- ]?)?[0-9]{2,5}(?:\.[0-9]{1,3})*(?:[- ]?[A-Z]{1,2}[0-9]{0,2})?|[A-Z]{2,5}(?:[-/][A-Z0-9]{1,4})*"
)
_POLICY_LINE = re.compile(
    rf"\s*(?:board\s+)?(?P<kind>policy|procedure|regulation|administrative regulation|bylaw|exhibit|file|descriptor code)"
    rf"\s*(?:no\.?|number|code|#|:)*\s*(?P<code>{_CODE})\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*[;|]\s*(?=(?:last\s+)?(?:adopted|revised|reviewed|approved|amended|effective|updated|readopted)\b|[A-Za-z][A-Za-z ]{2,30}:)|\s{3,}|\t",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\s*page\s+\d+\s+of\s+\d+\s*", re.IGNORECASE)
_SIGNED = re.compile(
    r"^\s*(?:approved|adopted|revised|reviewed|amended|effective|readopted|last\s+\w+)\b[\s:]", re.IGNORECASE
)


def settled(manuscript: Manuscript, reading: Reading) -> Manuscript:
    """Return the text alone; what was said about it is in `reading.labels`, and left out of the text with a reason."""
    found = list(manuscript.blocks)
    title = manuscript.title
    found = _without_contents(found, reading)
    title, found = _titled(title, found)
    found = list(_without_top(found, reading, title))
    found = _without_foot(found, reading)
    blocks = _below_real_headings(found, heuristics.blocks(found))
    return Manuscript(title, tuple(_levelled(blocks)), manuscript.notes)


def _below_real_headings(before: list[Block], after: list[Block]) -> list[Block]:
    """Return blocks in which a bold line that was taken for a heading stands under the last heading that is one."""
    level = 0
    found = []
    for old, new in zip(before, after, strict=True):
        if old.kind == "heading":
            level = old.depth
        elif new.kind == "heading":
            new = replace(new, depth=level + 1)
        found.append(new)
    return found


def said(block: Block) -> str:
    """Return the words of a block without its label."""
    return " ".join(" ".join(rich_text.words(line).split()) for line in block.lines)


def _without_contents(found: list[Block], reading: Reading) -> list[Block]:
    """Leave out a table of contents whose entries are headings further on."""
    for at, block in enumerate(found[:20]):
        if block.kind == "table" or not _CONTENTS.fullmatch(said(block)):
            continue
        headings = {said(one).casefold() for one in found[at + 1 :] if one.kind == "heading"}
        end = at + 1
        while end < len(found) and found[end].kind == "text" and (found[end].depth or _entry(found[end]) in headings):
            end += 1
        entries = found[at + 1 : end]
        if entries and sum(_entry(one) in headings for one in entries) >= 0.6 * len(entries):
            for one in found[at:end]:
                reading.leave_out(f"{one.label or one.mark} {said(one)}", "table of contents")
            return found[:at] + found[end:]
    return found


def _entry(block: Block) -> str:
    """Return the words of an entry in a table of contents without its page number."""
    return re.sub(r"[\s.…]*\d*$", "", said(block)).casefold()


def _titled(title: str, found: list[Block]) -> tuple[str, list[Block]]:
    """Take a heading at the very top for the title where nothing else says it, or where it says the same."""
    if found and found[0].kind == "heading":
        words = f"{found[0].label} {said(found[0])}".strip()
        same = title.casefold() in (words.casefold(), said(found[0]).casefold())
        if same or not title:
            return (title if same else words), found[1:]
    if not title and found and found[0].kind == "text" and len(said(found[0])) <= 90 and not found[0].depth:
        strong = all(span.strong for line in found[0].lines for span in line if span.text.strip())
        if strong and not _LABELLED.fullmatch(said(found[0])) and not _POLICY_LINE.fullmatch(said(found[0])):
            return f"{found[0].label} {said(found[0])}".strip(), found[1:]
    return title, found


def _without_top(found: list[Block], reading: Reading, title: str) -> Iterator[Block]:
    """Yield the blocks without the labels at the top."""
    top = True
    for at, block in enumerate(found):
        if top and at < _TOP:
            if block.kind == "table" and _label_table(block, reading):
                continue
            if block.kind != "table" and _taken(block, reading, "top"):
                continue
            if block.kind != "table" and title and said(block).casefold() == title.casefold():
                reading.leave_out(said(block), "the title once more")
                continue
            top = at < 3
        yield block


def _without_foot(found: list[Block], reading: Reading) -> list[Block]:
    """Leave out labels at the foot: dates, legal references, cross references with the lines under them."""
    start = len(found)
    for at in range(len(found) - 1, max(-1, len(found) - _FOOT), -1):
        block = found[at]
        if block.kind == "table":
            if not _is_label_table(block):
                continue
            start = at
        elif _opens(block):
            start = at
    tail, found = found[start:], found[:start]
    section = ""
    kept: list[Block] = []
    for block in tail:
        if kept:
            kept.append(block)
        elif block.kind == "table" and _label_table(block, reading):
            section = ""
        elif block.kind != "table" and _taken(block, reading, "foot"):
            section = _section(block)
        elif section and block.kind == "text" and len(said(block)) <= 300:
            words = f"{block.label} {said(block)}".strip()
            reading.labels.append(Label(section, words, "foot"))
            reading.leave_out(words, f"taken for {section}")
        else:
            kept.append(block)
    return found + kept


def _section(block: Block) -> str:
    """Return the label under which the next lines go on, where this one opens a list."""
    match = _LABELLED.fullmatch(said(block)) or re.fullmatch(r"(.+?)()", said(block))
    name = match[1] if match else ""
    return name if field_of(name) in ("legal", "references") else ""


def _opens(block: Block) -> bool:
    """Return whether a block at the foot begins what is said about the text."""
    words = said(block)
    if _SIGNED.match(words) and len(words) < 200 and any(sign.isdigit() for sign in words):
        return True
    match = _LABELLED.fullmatch(words)
    name = match[1] if match else words
    return len(words) < 1200 and bool(field_of(name)) and (match is not None or len(words) < 45)


def _taken(block: Block, reading: Reading, where: str) -> bool:
    """Take the labels of one block; return whether it holds nothing else."""
    words = f"{block.label} {said(block)}".strip()
    if _PAGE.fullmatch(words):
        reading.leave_out(words, "page number")
        return True
    policy = _POLICY_LINE.fullmatch(words)
    if (
        policy
        and (where == "top" or len(words) < 40)
        and any(sign.isdigit() or sign.isupper() for sign in policy["code"])
    ):
        reading.labels.append(Label(policy["kind"], policy["code"], where))
        reading.leave_out(words, "taken for the code")
        return True
    lines = [rich_text.words(line).strip() for line in block.lines] if len(block.lines) > 1 else [words]
    pairs = [pair for line in lines for pair in _pairs(line)]
    if not pairs or not all(field_of(name) for name, _ in pairs):
        return False
    reading.labels += [Label(name, value, where) for name, value in pairs]
    reading.leave_out(words, f"taken for {', '.join(dict.fromkeys(name for name, _ in pairs))}")
    return True


def _pairs(line: str) -> list[tuple[str, str]]:
    """Return labels and values of a line: "Adopted: 10.99; revised 08/08/2008" has two."""
    found: list[tuple[str, str]] = []
    for part in _BETWEEN.split(line):
        match = _LABELLED.fullmatch(part)
        if match is None:
            match = re.fullmatch(
                r"\s*((?:first\s+|last\s+|second\s+)?(?:adopted|revised|reviewed|approved|amended|updated|effective|readopted|reading))"
                r"(?:\s+(?:on|by the board|by the board of directors|date))*[\s,]+(\S.*\d.*)",
                part,
                re.IGNORECASE,
            )
        if match is None:
            if field_of(part.strip()) in ("legal", "references"):
                found.append((part.strip(), ""))
                continue
            return []
        found.append((match[1].strip(), match[2].strip()))
    return found


def _is_label_table(block: Block) -> bool:
    rows = [[" ".join(rich_text.words(cell).split()) for cell in row] for row in block.rows]
    named = [row for row in rows if len(row) >= 2 and field_of(row[0].rstrip(": "))]
    return len(rows) <= 25 and all(len(row) == 2 for row in rows) and len(named) >= max(1, 0.4 * len(rows))


def _label_table(block: Block, reading: Reading) -> bool:
    """Take a table of two columns, labels and values; return whether it is one."""
    if not _is_label_table(block):
        return False
    for row in block.rows:
        name, value = (" ".join(rich_text.words(cell).split()) for cell in row)
        reading.labels.append(Label(name.rstrip(": "), value, "table"))
        reading.leave_out(f"{name} {value}", "taken from a table of facts")
    return True


def _levelled(blocks: list[Block]) -> Iterator[Block]:
    """Yield blocks whose headings begin at the first level and skip none."""
    open_: list[int] = []
    for block in blocks:
        if block.kind == "heading":
            while open_ and open_[-1] >= block.depth:
                open_.pop()
            open_.append(block.depth)
            block = replace(block, depth=min(len(open_), 4))
        yield block


def all_words(block: Block) -> Iterator[str]:
    """Yield what is printed of a block, its label first."""
    if block.label or block.mark:
        yield block.label or block.mark
    yield from (rich_text.words(line) for line in block.lines)
    yield from (rich_text.words(cell) for row in block.rows for cell in row)
