"""Tables, lists of facts and links: the plain furniture of pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from policybook.exports import urls
from policybook.text.html import Html, join, row, tag
from policybook.text.html import scrolling as scrolling

Cell = str | Html


def table(head: Sequence[str], rows: Iterable[Sequence[Cell]], name: str, wide: bool = False) -> Html:
    """Return a table in a box that scrolls by itself, also by keyboard; the first cell of a row names the row.

    On a narrow screen each row of a `wide` one is set as a card, whose cells say what column they are of.
    """
    words: Sequence[str | None] = head if wide else [None] * len(head)
    body = [
        row(
            [
                tag("th", cells[0], scope="row"),
                *(tag("td", cell, data_column=word) for word, cell in zip(words[1:], cells[1:], strict=True)),
            ]
        )
        for cells in rows
    ]
    return scrolling(
        tag(
            "table",
            tag("thead", row(tag("th", word, scope="col") for word in head)),
            tag("tbody", *body),
            class_="pb-table pb-cards" if wide else "pb-table",
        ),
        name,
    )


def facts(rows: Iterable[tuple[str, Cell]]) -> Html:
    """Return terms and what they are; rows without a value are left out."""
    listed = [part for term, value in rows if value for part in (tag("dt", term), tag("dd", value))]
    return tag("dl", *listed, class_="pb-facts") if listed else Html()


def items(entries: Iterable[Cell], ordered: bool = False, **attributes: str | bool | None) -> Html:
    """Return a list, or nothing where there are no entries."""
    listed = [tag("li", entry) for entry in entries]
    return tag("ol" if ordered else "ul", *listed, **attributes) if listed else Html()


def paragraph(*words: Cell, note: bool = False) -> Html:
    """Return a paragraph; a note is set smaller."""
    return tag("p", *words, class_="pb-note" if note else None)


def link(words: Cell, target: str, page: str) -> Html:
    """Return a link from the page at `page` to the address `target`, both within the site."""
    return tag("a", words, href=urls.relative(target, page))


def separated(parts: Sequence[Cell], by: str = ", ") -> Html:
    """Return parts with a separator between them."""
    return join(*(piece for at, part in enumerate(parts) for piece in ((by, part) if at else (part,))))
