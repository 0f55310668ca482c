"""Read a PDF: lines become paragraphs, what repeats on every page is left out, words broken at a line's end are joined."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any

from policybook.documents.drafts import heuristics
from policybook.documents.manuscript import Block, Manuscript, cells
from policybook.errors import PolicybookError
from policybook.importing.document import Reading, all_tokens
from policybook.text import rich_text
from policybook.text.rich_text import Line, Span

_MOST_PAGES = 400
_EDGE = 0.12
"""How far from the top and the bottom of a page, as a share of its height, a repeated line is taken for its frame."""
_HEAD = 0.06
"""How far from the top a page's text begins at the earliest: above stands its header."""
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
_PAGE = re.compile(r"(?:page\s*)?[0-9ivxlc]+(?:\s*(?:of|/)\s*[0-9]+)?|[-–—]\s*[0-9]+\s*[-–—]", re.IGNORECASE)
_BULLETS = "•◦▪●○■·\uf0b7\uf0a7"
_LABEL = re.compile(rf"[{_BULLETS}–—*-]|\(?(?:[0-9]{{1,3}}(?:\.[0-9]{{1,3}})*|[A-Za-z]|[ivxlcIVXLC]{{1,6}})[.)]{{0,2}}")
"""The label of an item, which stands apart from its words without being a column."""
_BROKEN = 2
"""What the library gives for a hyphen at the end of a line."""
_OWN = "-\u2060"
"""A word's own hyphen at the end of a line: the next line goes on without a space."""


@dataclass(frozen=True, slots=True)
class _Printed:
    """A line as it is printed."""

    spans: Line
    left: float
    right: float
    top: float
    bottom: float
    size: float
    page: int
    height: float
    breaks: tuple[int, ...] = (0,)
    """Where among the spans a part begins after a wide gap, the first at 0."""
    lefts: tuple[float, ...] = (0.0,)
    """Where on the page each part begins."""

    @property
    def words(self) -> str:
        return "".join(span.text for span in self.spans)


def read(data: bytes, reading: Reading) -> Manuscript:
    """Return the text. Raises PolicybookError where there is none, as in a scan, or the file can't be read."""
    lines = list(_lines(data))
    if not any(line.words.strip() for line in lines):
        raise PolicybookError(
            "It is a scan: it holds pictures of pages and no text. Run it through text recognition (OCR), or take the "
            "document that it was printed from."
        )
    lines = list(_hyphenated(lines))
    reading.hold(_joined_words(lines))
    frame = _frame(lines)
    kept = []
    headers = set(_headers(lines))
    for number, line in enumerate(lines):
        words = " ".join(line.words.split())
        if _key(line) in frame:
            reading.leave_out(words, "repeated at the top or the foot of each page")
        elif _at_edge(line) and _PAGE.fullmatch(words):
            reading.leave_out(words, "page number")
        elif _at_edge(line) and re.search(r"\bpage\s+[0-9]+\s+of\s+[0-9]+", words, re.IGNORECASE):
            reading.leave_out(words, "page footer")
        elif number in headers:
            reading.leave_out(words, "page header")
        elif words:
            kept.append(line)
    found = list(_blocks(kept))
    if any(block.kind == "table" for block in found) and _said(found) != all_tokens(_joined_words(kept)):
        found = list(_blocks(kept, tables=False))
    return Manuscript("", tuple(_ranked(found)))


def _said(found: list[Block]) -> tuple[str, ...]:
    """Return the words of blocks in order."""
    words: list[str] = []
    for block in found:
        lines = [rich_text.words(line) for line in (*block.lines, *(cell for row in block.rows for cell in row))]
        words += [block.label or block.mark, *lines]
    return all_tokens(words)


def _lines(data: bytes) -> Iterator[_Printed]:
    try:
        import pypdfium2
    except ImportError as error:
        raise PolicybookError("PDF files need one more part: pip install 'policybook[import]'.") from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise PolicybookError(
            "It is protected by a password; save it without one."
            if locked
            else "It can't be read: it is damaged, or no PDF."
        ) from error
    try:
        if len(document) > _MOST_PAGES:
            raise PolicybookError(f"It has more than {_MOST_PAGES} pages. Split it into one file for each policy.")
        for number in range(len(document)):
            yield from _of_page(document[number], number)
    finally:
        document.close()


def _of_page(page: Any, number: int) -> Iterator[_Printed]:
    """Yield the lines of a page in the order of its text."""
    import pypdfium2.raw as raw

    text = page.get_textpage()
    height = page.get_height()
    count = text.count_chars()
    held: list[tuple[str, float, float, float, float, float, bool, bool]] = []
    box = [ctypes.c_double() for _ in range(4)]
    fonts: dict[int | None, tuple[float, bool, bool]] = {}
    """Size, weight and slant of each text object; signs that the library adds have none."""
    font, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    for at in range(count):
        code = raw.FPDFText_GetUnicode(text.raw, at)
        character = chr(code) if code else ""
        if character in ("\r", "\n"):
            if held:
                yield _line(held, number, height)
                held = []
            continue
        if not character or (code < 32 and character != "\t" and code != _BROKEN):
            continue
        raw.FPDFText_GetCharBox(text.raw, at, *box)
        left, right, bottom, top = (one.value for one in box)
        drawn = ctypes.cast(raw.FPDFText_GetTextObject(text.raw, at), ctypes.c_void_p).value
        if drawn not in fonts:
            raw.FPDFText_GetFontInfo(text.raw, at, font, 256, flags)
            name = font.value.decode("utf-8", "replace")
            fonts[drawn] = (
                raw.FPDFText_GetFontSize(text.raw, at),
                bool(_BOLD.search(name)) or raw.FPDFText_GetFontWeight(text.raw, at) >= 600,
                bool(_ITALIC.search(name)) or bool(flags.value & 64),
            )
        size, bold, italic = fonts[drawn]
        held.append((
            "\u00ad" if code == _BROKEN else character, left, right, height - top, height - bottom,
            size, bold, italic,
        ))  # fmt: skip
        if code == _BROKEN:  # the library goes on with the next line as if it were the same
            yield _line(held, number, height)
            held = []
    if held:
        yield _line(held, number, height)


def _line(held: list[tuple[str, float, float, float, float, float, bool, bool]], page: int, height: float) -> _Printed:
    printed = [one for one in held if not one[0].isspace()] or held
    starts, lefts = _gaps(held)
    spans, breaks = _spans(held, starts)
    return _Printed(
        tuple(spans),
        min(one[1] for one in printed),
        max(one[2] for one in printed),
        min(one[3] for one in printed),
        max(one[4] for one in printed),
        median(one[5] for one in printed),
        page,
        height,
        breaks,
        lefts,
    )


def _spans(
    held: list[tuple[str, float, float, float, float, float, bool, bool]], starts: tuple[int, ...]
) -> tuple[list[Span], tuple[int, ...]]:
    """Return a line's signs as spans of one form, and which of them begin after a wide gap."""
    spans: list[Span] = []
    breaks: list[int] = []
    signs: list[str] = []
    form: tuple[bool, bool] | None = None
    begins = set(starts)
    for at, (sign, *_, bold, italic) in enumerate(held):
        if at in begins or (bold, italic) != form or sign == "\u00ad":
            if signs and form is not None:
                spans.append(Span("".join(signs), *form))
            signs, form = [], (bold, italic)
            if at in begins:
                breaks.append(len(spans))
        signs.append("•" if sign in _BULLETS else sign)
    if signs and form is not None:
        spans.append(Span("".join(signs), *form))
    return spans, tuple(breaks or [0])


def _gaps(
    held: list[tuple[str, float, float, float, float, float, bool, bool]],
) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Return where a line goes on after a wide gap, and how far from the left."""
    breaks: list[int] = []
    lefts: list[float] = []
    end: float | None = None
    for at, (sign, left, right, _, _, size, *_) in enumerate(held):
        if sign.isspace():
            continue
        if end is None or left - end > 1.1 * size + 3:
            breaks.append(at if breaks else 0)
            lefts.append(left)
        end = right
    return tuple(breaks or [0]), tuple(lefts or [0.0])


def _key(line: _Printed) -> str:
    return re.sub(r"[0-9]+", "#", " ".join(line.words.split())) if _at_edge(line) else ""


def _at_edge(line: _Printed) -> bool:
    return line.top < line.height * _EDGE or line.bottom > line.height * (1 - _EDGE)


def _frame(lines: list[_Printed]) -> set[str]:
    """Return what stands at the edge of most pages, its numbers aside."""
    pages = len({line.page for line in lines})
    if pages < 2:
        return set()
    counts = Counter(key for page in range(max(line.page for line in lines) + 1)
                     for key in {_key(line) for line in lines if line.page == page} if key)  # fmt: skip
    return {key for key, count in counts.items() if count >= max(2, 0.6 * pages)}


def _headers(lines: list[_Printed]) -> Iterator[int]:
    """Yield which line is a header that doesn't repeat: the first of all, close to the edge and far from what follows.

    The text of later pages begins lower.
    """
    firsts = [line.top for before, line in pairwise(lines) if before.page != line.page]
    for at, line in enumerate(lines[:1]):
        if any(top < line.top + 10 for top in firsts):
            return
        first = at == 0 or lines[at - 1].page != line.page
        later = lines[at + 1] if at + 1 < len(lines) else None
        alone = later is None or later.page != line.page or later.top - line.bottom > 1.6 * line.size
        if first and alone and line.top < line.height * _HEAD and len(line.words) <= 100:
            yield at


def _joined_words(lines: list[_Printed]) -> Iterator[str]:
    """Yield the words of each line; a word that is broken at a line's end goes with the line where it began."""
    held = ""
    for line in lines:
        words = "•".join(line.words.split("•"))
        broken = words.endswith(("\u00ad", _OWN))
        held += words.removesuffix("\u00ad").replace(_OWN, "-")
        if not broken:
            yield held
            held = ""
    if held:
        yield held


def _hyphenated(lines: list[_Printed]) -> Iterator[_Printed]:
    """Yield lines whose hyphen at the end is one of the word's own where it joins two words that stand alone elsewhere.

    A word that was broken to fit the line keeps a soft hyphen, and is joined later.
    """
    known = {word.lower() for line in lines for word in re.findall(r"\w+", line.words)}
    whole = {word.lower() for line in lines for word in re.findall(r"\w+(?:-\w+)+", line.words)}
    for line, later in zip(lines, [*lines[1:], None], strict=True):
        if later is None or not line.words.endswith("\u00ad"):
            yield line
            continue
        first = re.findall(r"\w+", line.words)[-1:]
        second = re.findall(r"\w+", later.words)[:1]
        pair = "-".join((*first, *second)).lower()
        own = pair in whole or (
            pair.replace("-", "") not in known and all(word.lower() in known for word in (*first, *second))
        )
        hyphen = line.spans[-1]._replace(text=_OWN if own else "\u00ad")
        yield replace(line, spans=(*line.spans[:-1], hyphen))


def _blocks(lines: list[_Printed], tables: bool = True) -> Iterator[Block]:
    """Yield paragraphs and headings; lists are told by their typed labels and how far they are set in."""
    if not lines:
        return
    body = median(line.size for line in lines)
    gap = _usual_gap(lines, body)
    right = _right(lines)
    indents: list[float] = []
    for group in _paragraphs(lines, gap, right, tables):
        if isinstance(group, Block):
            indents = []
            yield group
            continue
        line = _joined(group)
        first = group[0]
        words = rich_text.words(line)
        strong = all(span.strong for span in line if span.text.strip())
        large = first.size > body * 1.12
        short = len(words) <= 120 and not words.endswith((".", ";", ","))
        if short and (large or (strong and not words.endswith(":"))) and words:
            label, _, rest = heuristics.label(line)
            plain = rich_text.normal([Span(rich_text.words(rest))])
            # The depth is the size for now, in quarters of a point, and less for one that isn't bold.
            yield Block("heading", (plain,), round(first.size * 4) * 2 + strong, True, label)
            indents = []
            continue
        label, mark, rest = heuristics.label(line)
        if label or mark:
            while indents and indents[-1] > first.left + 6:
                indents.pop()
            if not indents or first.left > indents[-1] + 6:
                indents.append(first.left)
            yield Block("text", (rich_text.normal(rest),), min(len(indents), 6), True, label, mark)
        else:
            while indents and first.left <= indents[-1] + 4:
                indents.pop()
            yield Block("text", (line,), min(len(indents), 6), not indents)


def _ranked(blocks: list[Block]) -> Iterator[Block]:
    """Yield blocks whose headings have levels: the largest are of the first."""
    sizes = sorted({block.depth for block in blocks if block.kind == "heading"}, reverse=True)
    for block in blocks:
        yield replace(block, depth=min(sizes.index(block.depth) + 1, 6)) if block.kind == "heading" else block


def _usual_gap(lines: list[_Printed], body: float) -> float:
    """Return how far the lines of a paragraph are apart: the least that is found between lines of the text's own size."""
    gaps = [
        later.top - line.top
        for line, later in pairwise(lines)
        if later.page == line.page
        and 0.9 * body < later.top - line.top < 3 * body + 6
        and abs(line.size - body) < 0.6
        and abs(later.size - body) < 0.6
    ]
    return sorted(gaps)[len(gaps) // 50] if gaps else 1.3 * body


def _right(lines: list[_Printed]) -> float:
    """Return where the lines of the text end at the right: as far as several of them reach."""
    ends = sorted((line.right for line in lines), reverse=True)
    return next((end for at, end in enumerate(ends) if at + 1 < len(ends) and end - ends[at + 1] < 12), ends[0])


def _columns(line: _Printed) -> list[tuple[float, Line]]:
    """Return the parts of a line between wide gaps, each with where it begins."""
    parts: list[tuple[float, Line]] = []
    for at, start in enumerate(line.breaks):
        end = line.breaks[at + 1] if at + 1 < len(line.breaks) else len(line.spans)
        parts.append((line.lefts[at], rich_text.normal(line.spans[start:end])))
    return [part for part in parts if part[1]]


def _table(lines: list[_Printed], start: int) -> tuple[Block | None, int]:
    """Return the table that begins at a line, and how many lines it takes; none where the columns don't go on."""
    first = _columns(lines[start])
    if len(first) < 2 or _LABEL.fullmatch(rich_text.words(first[0][1]).strip()):
        return None, 0
    edges = [left for left, _ in first]
    rows = [[cell for _, cell in first]]
    at, whole = start + 1, 1
    while at < len(lines) and lines[at].page == lines[start].page:
        found = _columns(lines[at])
        places = [_place(edges, left) for left, _ in found]
        if None in places or len(set(places)) < len(places):
            break
        apart = lines[at].top - lines[at - 1].top > 1.6 * lines[at].size
        row: list[Line] = [()] * len(edges)
        for place, (_, cell) in zip(places, found, strict=True):
            row[place or 0] = cell
        if len(found) > 1 and row[0]:
            whole += 1
            rows.append(row)
        elif (row[0] and (len(found) == 1)) or (apart and len(found) == 1 and len(edges) > 2):
            break
        else:
            rows.append(row) if apart else rows.__setitem__(-1, _added(rows[-1], row))
        at += 1
    if whole < 2:
        return None, 0
    return Block("table", rows=cells(rows)), at - start


def _place(edges: list[float], left: float) -> int | None:
    return next((at for at, edge in enumerate(edges) if abs(edge - left) < 8), None)


def _added(row: list[Line], more: list[Line]) -> list[Line]:
    return [rich_text.normal([*one, Span(" "), *other]) if other else one for one, other in zip(row, more, strict=True)]


def _paragraphs(lines: list[_Printed], gap: float, right: float, tables: bool) -> Iterator[list[_Printed] | Block]:
    """Yield the lines of each paragraph, and each table."""
    held: list[_Printed] = []
    passed = 0
    for at, line in enumerate(lines):
        if at < passed:
            continue
        table, taken = _table(lines, at) if tables else (None, 0)
        if table is not None:
            if held:
                yield held
            held = []
            yield table
            passed = at + taken
            continue
        if held and _begins(held, line, gap, right):
            yield held
            held = []
        held.append(line)
    if held:
        yield held


def _begins(held: list[_Printed], line: _Printed, gap: float, right: float) -> bool:
    """Return whether a line begins a paragraph rather than going on with the one before."""
    before = held[-1]
    label, mark, _ = heuristics.label(rich_text.normal(line.spans))
    if label or mark or abs(line.size - before.size) > 0.6:
        return True
    if _bold(line) != _bold(before) and (_bold(line) or _bold(before)):
        return True
    words = before.words.rstrip()
    if line.page != before.page:
        return words.endswith((".", ":", ";", "!", "?")) or _bold(before) or _fits(before, line, right)
    if line.top - before.top > gap * 1.3 or line.top < before.top - 2:
        return True
    return _fits(before, line, right)


def _fits(before: _Printed, line: _Printed, right: float) -> bool:
    """Return whether the first word of a line would have had room in the line before: then a paragraph begins with it."""
    if before.words.rstrip().endswith(("\u00ad", _OWN)):
        return False
    room = right - before.right
    goes_on = line.words.strip()[:1].islower() and not before.words.rstrip().endswith((".", ":", ";", "!", "?"))
    if goes_on and room < 0.5 * (right - before.left):
        return False
    word = len(line.words.split(maxsplit=1)[0]) if line.words.split() else 0
    wide = (line.right - line.left) / max(len(line.words.strip()), 1)
    return room > (word + 2) * max(wide, 0.4 * line.size) + 6


def _bold(line: _Printed) -> bool:
    return all(span.strong for span in line.spans if span.text.strip())


def _joined(group: list[_Printed]) -> Line:
    spans: list[Span] = []
    for line in group:
        words = list(line.spans)
        while words and not words[-1].text.rstrip():
            words.pop()
        if words:
            words[-1] = words[-1]._replace(text=words[-1].text.rstrip(" \t"))
        if spans and spans[-1].text == "\u00ad":
            spans.pop()
        elif spans and spans[-1].text == _OWN:
            spans[-1] = spans[-1]._replace(text="-")
        elif spans:
            spans.append(Span(" "))
        spans += words
    return rich_text.normal(_without_soft_hyphens(spans))


def _without_soft_hyphens(spans: list[Span]) -> Iterator[Span]:
    """Yield spans without soft hyphens."""
    for span in spans:
        if span.text != "\u00ad":
            yield span._replace(text=span.text.replace(_OWN, "-"))
