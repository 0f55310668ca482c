"""Read a web page: a saved page of a vendor's portal, an export, a page made by Word, or any other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import html as lxml_html

from policybook.documents.manuscript import Block, Manuscript, cells
from policybook.errors import PolicybookError
from policybook.importing import labelling, linked, structure
from policybook.importing.document import Label, Reading
from policybook.importing.labels import field_of
from policybook.importing.readers.html_profiles import Profile, profile_of
from policybook.text import rich_text
from policybook.text.rich_text import Line, Span

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_UNSEEN = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "title",
        "meta",
        "link",
        "svg",
        "math",
        "iframe",
        "object",
        "select",
        "option",
        "input",
    ]
)
_STRONG, _EMPHASIS = frozenset(("b", "strong")), frozenset(("i", "em", "cite"))
_INDENT = re.compile(r"(?:margin|padding)-left\s*:\s*([0-9.]+)\s*(px|pt|em|in|cm|rem)?", re.IGNORECASE)
_POINTS = {"px": 0.75, "pt": 1.0, "em": 12.0, "rem": 12.0, "in": 72.0, "cm": 28.35, "": 0.75}
_WORD_LIST = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d)", re.IGNORECASE)
_WORD_HEADING = re.compile(r"Mso(?:Heading|Title)(\d)?|^Heading(\d)$", re.IGNORECASE)
_DEEPEST = 4


def read(data: bytes, reading: Reading) -> Manuscript:
    """Return a page's text as blocks. Raises PolicybookError where it isn't HTML."""
    try:
        root = lxml_html.document_fromstring(_decoded(data))
    except (ValueError, TypeError, lxml_html.etree.ParserError) as error:
        raise PolicybookError("It isn't a web page, or an empty one.") from error
    return of_root(root, reading)


def fragment(words: str, reading: Reading) -> Manuscript:
    """Return the text of a piece of HTML, as a portal's data holds it."""
    if not words.strip():
        return Manuscript("", ())
    return of_root(lxml_html.document_fromstring(f"<html><body><main>{words}</main></body></html>"), reading)


def of_root(root: Any, reading: Reading) -> Manuscript:
    """Return the text of a parsed page."""
    for comment in root.xpath("//comment()|//processing-instruction()"):
        comment.drop_tree()
    profile = profile_of(root)
    for name, value in profile.labels(root):
        reading.labels.append(Label(name, value, "page"))
    reading.hold(texts(root.body if root.body is not None else root))
    for element, reason in profile.left_out(root):
        reading.leave_out(" ".join(texts(element)), reason)
        element.drop_tree()
    walker = _Walker(reading, profile.title(root))
    for element in profile.content(root):
        walker.flow(element)
    walker.end()
    for piece in _outside(root, profile, reading):
        _take_outside(piece, reading)
    stated = any(field_of(label.name) == "title" for label in reading.labels)
    return Manuscript(walker.title or ("" if stated else profile.title(root)), tuple(walker.blocks), {})


def _take_outside(piece: str, reading: Reading) -> None:
    """Leave out words that stand outside the text; what they say of the policy is taken as facts."""
    pairs = structure.pairs(piece)
    if pairs and all(field_of(name) and value for name, value in pairs):
        reading.labels += [Label(name, value, "page") for name, value in pairs]
        reading.leave_out(piece, f"taken for {', '.join(dict.fromkeys(name for name, _ in pairs))}")
    elif structure.names_policy(piece):
        reading.labels.append(Label("Title", " ".join(piece.split()), "page"))
        reading.leave_out(piece, "the title")
    else:
        reading.leave_out(piece, "outside the policy's text on the page")


def _outside(root: Any, profile: Profile, reading: Reading) -> list[str]:
    """Return the words of a page that stand outside its content."""
    for element in profile.content(root):
        element.drop_tree()
    if root.body is None:
        return []
    for table in root.body.xpath("//table[not(.//table)]"):
        walker = _Walker(Reading())
        walker.flow(table)
        walker.end()
        if len(walker.blocks) == 1 and structure.label_table(walker.blocks[0], reading):
            table.drop_tree()
    return [piece for piece in texts(root.body) if piece.strip()]


def _decoded(data: bytes) -> str:
    """Return a page's characters: by its mark or declaration, else UTF-8, else what Windows calls western."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace")
    found = re.search(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", data[:4096])
    for name in (found[1].decode() if found else "", "utf-8", "cp1252"):
        try:
            words = data.decode(name) if name else ""
        except (LookupError, UnicodeDecodeError):
            continue
        if words:
            return re.sub(r"^\s*<\?xml[^>]*\?>", "", words)
    return data.decode("cp1252", "replace")


def texts(element: Any) -> Iterator[str]:
    """Yield the words of an element, a piece for each stretch without a block's edge in it."""
    held: list[str] = []

    def walk(one: Any) -> Iterator[str]:
        if not isinstance(one.tag, str) or one.tag in _UNSEEN:
            return
        breaks = one.tag in _BLOCKS or one.tag == "br"
        if breaks and held:
            yield "".join(held)
            held.clear()
        if one.text:
            held.append(one.text)
        for child in one:
            yield from walk(child)
            if child.tail:
                held.append(child.tail)
        if breaks and held:
            yield "".join(held)
            held.clear()

    yield from walk(element)
    if held:
        yield "".join(held)


class _Walker:
    """The blocks so far, and where in lists the next one stands."""

    def __init__(self, reading: Reading, named: str = "") -> None:
        self.blocks: list[Block] = []
        self.title = ""
        self._named = named.casefold()
        self._reading = reading
        self._lists: list[list[Any]] = []
        self._begins = False
        self._quote = False
        self._indents: list[float] = []
        self._line: list[Span] = []
        self._lines: list[Line] = []
        self._indent = 0.0

    def flow(self, element: Any) -> None:
        """Take in an element with its children."""
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:
            return
        if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6") and not element.xpath(".//table|.//ul|.//ol"):
            self._heading(element, int(element.tag[1]))
        elif element.tag == "table":
            self._table(element)
        elif element.tag in ("ul", "ol"):
            self._list(element)
        elif element.tag == "pre":
            self.end()
            lines = [rich_text.normal([Span(line)]) for line in element.text_content().split("\n")]
            self._add(tuple(line for line in lines if line), form="lines")
        elif element.tag in ("p", "dt") and self._is_heading(element):
            self._heading(element, self._is_heading(element))
        else:
            self._container(element)

    def end(self) -> None:
        """End the paragraph that is being read."""
        self._break()
        lines, self._lines = tuple(line for line in self._lines if line), []
        if lines:
            self._add(lines)

    def _container(self, element: Any) -> None:
        outer, quoted = self._indent, self._quote
        block = element.tag in _BLOCKS
        if block:
            self.end()
            self._indent += _indent(element)
            self._quote = self._quote or element.tag == "blockquote"
        self._children(element, Span(""))
        if block:
            self.end()
            self._indent, self._quote = outer, quoted

    def _children(self, element: Any, form: Span) -> None:
        self._words(element.text, form)
        for child in element:
            tag = child.tag
            if tag == "br":
                self._break()
            elif not isinstance(tag, str) or tag in _UNSEEN:
                pass
            elif tag in _BLOCKS:
                self.flow(child)
            else:
                self._children(child, _formed(child, form))
            self._words(child.tail, form)

    def _words(self, words: str | None, form: Span) -> None:
        if words:
            self._line.append(form._replace(text=words))

    def _break(self) -> None:
        line = rich_text.normal(self._line)
        self._line = []
        self._lines.append(line)

    def _add(self, lines: tuple[Line, ...], form: str = "text") -> None:
        """Add a paragraph: each line of it is one of its own, unless lines are short as in an address."""
        short = len(lines) > 1 and all(len(rich_text.words(line)) < 60 for line in lines) and form == "text"
        if form == "lines" or (short and not self._lists and not any(_typed(line) for line in lines)):
            self._put(lines, "lines" if not all(_strong(line) for line in lines) else "text")
            return
        for line in lines:
            self._put((line,), form)

    def _put(self, lines: tuple[Line, ...], form: Any) -> None:
        if self._lists:
            label = mark = ""
            if self._begins:
                label, mark = self._next()
            self.blocks.append(Block("text", lines, len(self._lists), self._begins, label, mark))
            self._begins = False
            return
        if self._quote and form == "text":
            form = "quote"
        before = self.blocks[-1] if self.blocks else None
        self.blocks.append(Block("text", lines, 0, True, form=form if len(lines) > 1 or form == "quote" else "text"))
        if self._indent > 0:
            self._indented(lines, before)
        else:
            self._indents = []

    def _indented(self, lines: tuple[Line, ...], before: Block | None) -> None:
        """Take the indentation of a paragraph for its depth in a list where its label or sign is typed."""
        from policybook.documents.drafts import heuristics

        label, mark, rest = heuristics.label(lines[0])
        if not label and not mark:
            label, rest = labelling.capital(lines[0])
        if before is not None and before.depth and before.kind == "text" and not label and not mark:
            while len(self._indents) > 1 and self._indents[-1] > self._indent + 4:
                self._indents.pop()
            self.blocks[-1] = Block("text", lines, max(len(self._indents), 1), False)
        elif label or mark:
            depth = self._depth(self._indent)
            words = (rich_text.normal(rest), *lines[1:])
            self.blocks[-1] = Block("text", words, depth, True, label, mark)

    def _depth(self, indent: float) -> int:
        while self._indents and self._indents[-1] > indent + 4:
            self._indents.pop()
        if not self._indents or indent > self._indents[-1] + 4:
            self._indents.append(indent)
        return min(len(self._indents), 6)

    def _heading(self, element: Any, level: int) -> None:
        self.end()
        words = " ".join("".join(texts(element)).split())
        if not words:
            return
        self._indents = []
        titled = "title" in (element.get("class") or "") or not self._named or words.casefold() in self._named
        if not self.blocks and not self.title and level == 1 and titled:
            self.title = words
            return
        self.blocks.append(Block("heading", (rich_text.normal([Span(words)]),), min(level, _DEEPEST), True))

    def _is_heading(self, element: Any) -> int:
        match = _WORD_HEADING.search(element.get("class") or "")
        return int(match[1] or match[2] or 1) if match else 0

    def _list(self, element: Any) -> None:
        if not self._lists:
            self.end()
        else:
            self._flush_item()
        start = element.get("start") or "1"
        kind = (element.get("type") or _style(element)) if element.tag == "ol" else ""
        self._lists.append([kind, int(start) if start.isdecimal() else 1, element.tag == "ol"])
        self._words(element.text, Span(""))
        for child in element:
            if child.tag == "li":
                self._flush_item()
                self._begins = True
                value = child.get("value") or ""
                if value.isdecimal():
                    self._lists[-1][1] = int(value)
                self._children(child, Span(""))
                self._flush_item()
                if self._begins:
                    self._begins = False
                    self._next()
            elif isinstance(child.tag, str):
                self.flow(child)
            self._words(child.tail, Span(""))
        self._flush_item()
        self._lists.pop()

    def _flush_item(self) -> None:
        self._break()
        lines, self._lines = tuple(line for line in self._lines if line), []
        for line in lines:
            self._put((line,), "text")

    def _next(self) -> tuple[str, str]:
        """Return the label or the sign of the next item."""
        kind, number, ordered = self._lists[-1]
        if not ordered:
            return "", "•"
        self._lists[-1][1] = number + 1
        return f"{_counted(number, kind)}.", ""

    def _table(self, element: Any) -> None:
        """Add a table, or its content one cell after the other where it only lays out the page."""
        self.end() if not self._lists else self._flush_item()
        rows = [row for row in element.xpath(".//tr") if row.xpath("ancestor::table[1]")[0] is element]
        across = max((len(row.xpath("./td|./th")) for row in rows), default=0)
        nested = element.xpath(".//table") or (not element.xpath("./*/tr/th|./tr/th") and len(rows) < 2)
        if across < 2 or nested:
            for caption in element.xpath("./caption"):
                self._container(caption)
            for row in rows:
                for cell in row.xpath("./td|./th"):
                    self._container(cell)
            return
        for caption in element.xpath("./caption"):
            self._container(caption)
        found = [[self._cell(cell) for cell in row.xpath("./td|./th")] for row in rows]
        kept = [row for row in found if any(row)]
        if kept:
            self.blocks.append(Block("table", depth=len(self._lists), rows=cells(_without_empty(kept, self._reading))))

    def _cell(self, cell: Any) -> Line:
        inner = _Walker(Reading())
        inner._children(cell, Span(""))
        inner.end()
        spans: list[Span] = []
        for block in inner.blocks:
            label = block.label or (block.mark if block.mark not in ("", "•") else "")
            for line in block.lines:
                spans += [Span(" "), *([Span(f"{label} ")] if label else []), *line]
                label = ""
            for row in block.rows:
                spans += [span for part in row for span in (Span(" "), *part)]
        return rich_text.normal(spans)


def _without_empty(rows: list[list[Line]], reading: Reading) -> list[list[Line]]:
    """Return rows without the columns that are empty throughout."""
    across = max(len(row) for row in rows)
    full = [row + [()] * (across - len(row)) for row in rows]
    kept = [at for at in range(across) if any(row[at] for row in full)]
    if len(kept) < across:
        reading.notes.append(f"{across - len(kept)} empty columns of a table are left out.")
    return [[row[at] for at in kept] for row in full]


def _formed(element: Any, form: Span) -> Span:
    style = (element.get("style") or "").lower()
    if element.tag in _STRONG or re.search(r"font-weight\s*:\s*(?:bold|[6-9]00)", style):
        form = form._replace(strong=True)
    if element.tag in _EMPHASIS or re.search(r"font-style\s*:\s*italic", style):
        form = form._replace(emphasis=True)
    if element.tag == "a" and element.get("href"):
        form = form._replace(link=rich_text.leads(element.get("href")) or linked.held(element.get("href")))
    return form


def _indent(element: Any) -> float:
    """Return how far an element is set in, in points."""
    match = _INDENT.search(element.get("style") or "")
    return float(match[1]) * _POINTS[(match[2] or "").lower()] if match else 0.0


def _style(element: Any) -> str:
    style = (element.get("style") or "").lower() + " " + (element.get("class") or "").lower()
    for name, kind in (("lower-alpha", "a"), ("loweralpha", "a"), ("upper-alpha", "A"), ("upperalpha", "A"),
                       ("lower-roman", "i"), ("lowerroman", "i"), ("upper-roman", "I"), ("upperroman", "I")):  # fmt: skip
        if name in style:
            return kind
    return "1"


def _counted(number: int, kind: str) -> str:
    if kind in ("a", "A"):
        letters = ""
        while number > 0:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord(kind) + rest) + letters
        return letters
    if kind in ("i", "I"):
        roman = ""
        for value, sign in (
            (100, "c"),
            (90, "xc"),
            (50, "l"),
            (40, "xl"),
            (10, "x"),
            (9, "ix"),
            (5, "v"),
            (4, "iv"),
            (1, "i"),
        ):
            while number >= value:
                roman, number = roman + sign, number - value
        return roman if kind == "i" else roman.upper()
    return str(number)


def _typed(line: Line) -> bool:
    from policybook.documents.drafts import heuristics

    label, mark, _ = heuristics.label(line)
    return bool(label or mark)


def _strong(line: Line) -> bool:
    return all(span.strong for span in line if span.text.strip())
