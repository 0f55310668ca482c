"""Write a redline as HTML: a numbered list of changes with links, then the whole text with its marks.

What is new is underlined and what is gone struck through, by elements that say so, with words for those who
listen: some screen readers pass over `ins` and `del` in silence. A box hides all marks and leaves the new text;
it needs no script.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from policybook.redline.names import heading
from policybook.redline.operations import Ends, Op, Part, Redline, Row
from policybook.redline.piece import Piece
from policybook.redline.styled import label, paragraphs, printed, restyled
from policybook.redline.summary import ChangedUnit, counted, entries, numbers
from policybook.text.html import Html, join, tag
from policybook.text.i18n import ENGLISH, Say, mark, told_apart

Address = Callable[[str], str | None]
"""Where a link of the record leads, or None where it may not lead."""

Marks = Mapping[str, str | None]
"""The attributes that say which language an element's words are in; none where it is that of those around them."""

_NOTES = {
    "moved-away": mark("moved away from here"),
    "moved-here": mark("moved here"),
    "replaced": mark("written anew: first the old wording, then the new"),
}
_STYLE = (
    "body{font:1rem/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "ins{background:#dcf5e0;color:#0b4a1b}del{background:#fde4e4;color:#8a1016}"
    ".pb-items{list-style:none;padding-inline-start:1.5rem}td,th{border:1px solid;padding:.2rem .5rem}"
    "table{border-collapse:collapse}.pb-unseen{position:absolute;width:1px;height:1px;overflow:hidden;"
    "clip-path:inset(50%);white-space:nowrap}.pb-labelled>p:first-child{display:inline}"
    ".pb-clean:checked~.pb-marked :is(del,.pb-out,.pb-change,.pb-how,.pb-unseen){display:none}"
    ".pb-clean:checked~.pb-marked ins{all:unset}"
)


def render(redline: Redline, ends: Ends, say: Say = ENGLISH) -> str:
    """Return the redline as a whole page that needs nothing else."""
    title = heading(ends, say)
    head = join(
        tag("meta", charset="utf-8"),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("style", Html(_STYLE)),
    )
    body = tag("main", tag("h1", title), fragment(redline, say))
    return f"<!doctype html>\n{tag('html', tag('head', head), tag('body', body), lang=say.language)}\n"


def fragment(
    redline: Redline,
    say: Say = ENGLISH,
    address: Address = lambda target: None,
    under: int = 1,
    anchor: str = "change",
    language: str = "",
    right_to_left: bool = False,
) -> Html:
    """Return the redline as a part of a page.

    `under` is the level of the heading it stands below; each change has the anchor `anchor`, `-` and its number;
    `language` is that of the texts, where it isn't that of our words among them, and it may run from `right_to_left`.
    """
    found = entries(redline, say.marking() if language else say)
    if not found:
        return tag("p", counted(found, say))
    theirs: Marks = {"lang": language, "dir": "rtl" if right_to_left else None} if language else {}
    ours: Marks = {"lang": say.language, "dir": "ltr" if right_to_left else None} if language else {}
    drawing = _Drawing(found, say, address, under, anchor, theirs, ours)
    gone, come = say("what is struck through"), say("what is underlined")
    legend = say.rich(
        "In the text below, {gone} is taken out and {come} is added.", gone=tag("del", gone), come=tag("ins", come)
    )
    return tag(
        "div",
        tag("p", counted(found, say), id=f"{anchor}-list"),
        tag("ol", *(tag("li", tag("a", *_told(entry, theirs), href=f"#{anchor}-{entry.number}")) for entry in found)),
        tag("p", legend, class_="pb-note"),
        tag("input", type="checkbox", id=f"{anchor}-clean", class_="pb-clean"),
        " ",
        tag("label", say("Show the new text without marks"), for_=f"{anchor}-clean"),
        tag("div", *drawing.pieces(tuple(enumerate(redline.ops))), class_="pb-marked", **theirs),
        class_="pb-redline",
    )


def _told(entry: ChangedUnit, theirs: Marks) -> Iterator[str | Html]:
    """Yield an entry's words, those of the record with their language."""
    for at, words in enumerate(told_apart(entry.words)):
        yield tag("span", words, **theirs) if at % 2 else words


_Placed = tuple[int, Op]
"""An operation with its place in the redline."""


class _Drawing:
    """Draws operations as HTML: it knows their numbers and how things are said and linked on the page."""

    def __init__(
        self,
        found: Sequence[ChangedUnit],
        say: Say,
        address: Address,
        under: int,
        anchor: str,
        theirs: Marks,
        ours: Marks,
    ) -> None:
        self._found = found
        self._numbers = numbers(found)
        self._firsts = {entry.ops[0] for entry in found}
        self.say = say
        self._address = address
        self._under = under
        self._anchor = anchor
        self._theirs = theirs
        self._ours = ours

    def pieces(self, ops: Sequence[_Placed]) -> Iterator[Html]:
        """Yield the outermost pieces, each with the lists in it."""
        for (at, op), inner in _nested(ops):
            if op.unit.kind == "title" and op.change == "same":
                continue
            yield tag("div", *self._piece(at, op), self._items(inner), class_=_classes("pb-provision", op))

    def _items(self, ops: Sequence[_Placed]) -> Html:
        items = [
            tag("li", *self._piece(at, op), self._items(inner), class_=_classes("", op))
            for (at, op), inner in _nested(ops)
        ]
        return tag("ul", *items, class_="pb-items") if items else Html()

    def _piece(self, at: int, op: Op) -> Iterator[Html]:
        yield self._note(at, op)
        printed, above = self._line(label(op)), self._line(op.heading)
        if op.unit.kind == "title":
            printed = join(tag("span", self.say("Title:"), **self._ours) if self._ours else self.say("Title:"), " ")
        if op.heading and op.unit.stands == "provision":
            level = min(op.unit.level + self._under, 6)
            yield tag(f"h{level}", printed, Html(" ") if printed else "", above)
            yield self._body(op)
        elif printed:
            words = join(tag("p", above) if above else "", self._body(op))
            yield join(tag("span", printed, class_="pb-label"), " ", tag("div", words, class_="pb-labelled"))
        else:
            yield self._body(op)

    def _note(self, at: int, op: Op) -> Html:
        number = self._numbers.get(at)
        if number is None:
            return Html()
        said = self.say(_NOTES[op.change]) if op.change in _NOTES else ""
        after = number + 1 if number < len(self._found) else 0
        first = at in self._firsts
        if not first and not said:
            return Html()  # one change with what stands before it
        return tag(
            "p",
            tag("a", self.say("Change {number}", number=number), href=f"#{self._anchor}-{'list' if first else number}"),
            f": {said}" if said else "",
            " · " if after and first else "",
            tag("a", self.say("Next change"), href=f"#{self._anchor}-{after}") if after and first else "",
            class_="pb-change",
            **self._ours,
            id=f"{self._anchor}-{number}" if first else None,
        )

    def _body(self, op: Op) -> Html:
        lines = [join(*self._marked(line)) for line in paragraphs(op.text)]
        if op.unit.kind in ("lines", "form"):
            prose = tag("p", *(part for line in lines for part in (line, tag("br")))) if lines else Html()
        else:
            prose = join(*(tag("p", line) for line in lines))
        if op.unit.kind == "quote" and prose:
            prose = tag("blockquote", prose)
        return join(prose, self._table(op.table) if op.table else "")

    def _table(self, rows: Sequence[Row]) -> Html:
        head = tag("thead", self._row(rows[0], "th"))
        table = tag(
            "table",
            head,
            tag("tbody", *(self._row(row, "td") for row in rows[1:])),
            class_="pb-table",
            **self._theirs,
        )
        return tag(
            "div",
            table,
            class_="pb-scroll",
            tabindex="0",
            role="region",
            **self._ours,
            aria_label=self.say("Table, with its changes"),
        )

    def _row(self, row: Row, name: str) -> Html:
        cells = (tag(name, self._line(cell), scope="col" if name == "th" else None) for cell in row.cells)
        return tag("tr", *cells, class_="pb-out" if row.mark == "removed" else None)

    def _line(self, part: Part) -> Html:
        return join(*self._marked(printed(part)))

    def _marked(self, pieces: Iterable[Piece]) -> Iterator[Html]:
        for key, group in groupby(pieces, key=lambda piece: piece.mark):
            words = join(*(self._styled(piece) for piece in group))
            if key == "added":
                yield tag("ins", self._unseen("[", self.say("added:"), " "), words, self._unseen("]"))
            elif key == "removed":
                yield tag("del", self._unseen("[", self.say("removed:"), " "), words, self._unseen("]"))
            else:
                yield words

    def _styled(self, piece: Piece) -> Html:
        words = join(piece.text)
        if piece.span.emphasis:
            words = tag("em", words)
        if piece.span.strong:
            words = tag("strong", words)
        target = piece.span.link
        if piece.span.note:
            words = tag("sup", words)
        elif target and piece.mark != "removed":
            where = self._address(target)
            words = tag("a", words, href=where) if where else words
        how = restyled(piece, self.say)
        return join(words, " ", tag("small", f"({how})", class_="pb-how", **self._ours)) if how else words

    def _unseen(self, *words: str) -> Html:
        return tag("span", *words, class_="pb-unseen", **self._ours)


def _nested(ops: Sequence[_Placed]) -> Iterator[tuple[_Placed, Sequence[_Placed]]]:
    """Yield each operation that stands in no other's list, with those that stand in its list."""
    at = 0
    while at < len(ops):
        end = at + 1
        while end < len(ops) and ops[end][1].unit.depth > ops[at][1].unit.depth:
            end += 1
        yield ops[at], ops[at + 1 : end]
        at = end


def _classes(own: str, op: Op) -> str | None:
    return " ".join(name for name in (own, "pb-out" if op.new is None else "") if name) or None
