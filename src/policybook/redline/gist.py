"""Say what a number or a table cell became: "8 → 5 days", "Grade 6 – 8: 10 → 8 days"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policybook.redline.operations import Op, Part, Row, kept
from policybook.text import markup

_WORDS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "fourteen",
    "fifteen",
    "twenty",
    "thirty",
    "forty",
    "sixty",
    "ninety",
    "uno",
    "una",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "catorce",
    "quince",
    "veinte",
    "treinta",
    "cuarenta",
    "sesenta",
    "noventa",
]
_NUMBER = re.compile(rf"\$?[0-9][0-9.,]*%?|\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_UNIT = re.compile(r"\s*((?:[^\W\d_]+[ -]){0,1}[^\W\d_]+)")
_LONGEST = 40
_MOST_ROWS = 3


def gists(op: Op) -> tuple[str, ...]:
    """Return what each number and table cell of a changed segment became, in reading order."""
    return tuple(dict.fromkeys([*_numbers(op.heading), *_numbers(op.text), *_cells(op.table)]))


def _numbers(part: Part) -> Iterator[str]:
    for at, run in enumerate(part[:-1]):
        after = part[at + 1]
        if (run.mark, after.mark) != ("removed", "added"):
            continue
        old, new = _number(run.text), _number(after.text)
        if not old or not new or old == new:
            continue
        rest = part[at + 2].text if at + 2 < len(part) and part[at + 2].mark == "same" else ""
        within = _UNIT.match(after.text[after.text.find(new) + len(new) :])
        unit = within or _UNIT.match(markup.plain(rest))
        before = part[at - 1].text[-1:] if at and part[at - 1].mark == "same" else ""
        sign = before if before in ("$", "€", "£") else ""
        yield f"{sign}{old} → {sign}{new}" + (f" {unit[1]}" if unit else "")


def _number(words: str) -> str:
    """Return the only number in a few words, else nothing."""
    found = _NUMBER.findall(words)
    return found[0].rstrip(".,") if len(found) == 1 and len(words.split()) <= 3 else ""


def _cells(rows: Sequence[Row]) -> Iterator[str]:
    head = [_plain(cell, "added") for cell in rows[0].cells] if rows else []
    gone, come = (_unpaired(rows, mark) for mark in ("removed", "added"))
    if gone and come and max(len(gone), len(come)) <= _MOST_ROWS:
        yield f"{', '.join(_row(cells, head) for cells in gone)} → {', '.join(_row(cells, head) for cells in come)}"
    for old, new in _paired(rows):
        first = _plain(new[0], "added") if new else ""
        for column, cell in enumerate(new):
            before = _plain(old[column], "removed") if column < len(old) else ""
            after = _plain(cell, "added")
            if not column or before == after or not before or not after or max(len(before), len(after)) > _LONGEST:
                continue
            heading = head[column] if column < len(head) else ""
            is_number = bool(_NUMBER.fullmatch(after))
            name = f"{head[0]} {first}".strip() if head and is_number else first
            yield f"{name}: {before} → {after}" + (f" {heading.lower()}" if is_number and heading else "")


def _paired(rows: Sequence[Row]) -> Iterator[tuple[tuple[Part, ...], tuple[Part, ...]]]:
    """Yield the cells of each row that stands in both texts, also where it was replaced as a whole."""
    gone = {_plain(row.cells[0], "removed"): row.cells for row in rows[1:] if row.mark == "removed" and row.cells}
    for row in rows[1:]:
        if row.mark == "same":
            yield row.cells, row.cells
        elif row.mark == "added" and row.cells and _plain(row.cells[0], "added") in gone:
            yield gone[_plain(row.cells[0], "added")], row.cells


def _unpaired(rows: Sequence[Row], mark: str) -> list[list[str]]:
    """Return the words of each row that stands in one text only."""
    held = {kind: [[_plain(cell, kind) for cell in row.cells] for row in rows[1:] if row.mark == kind and row.cells]
            for kind in ("removed", "added")}  # fmt: skip
    others = {cells[0] for cells in held["added" if mark == "removed" else "removed"]}
    return [cells for cells in held[mark] if cells[0] not in others]


def _row(cells: Sequence[str], head: Sequence[str]) -> str:
    values = [
        f"{cell} {head[at].lower()}" if at < len(head) and _NUMBER.fullmatch(cell) else cell
        for at, cell in enumerate(cells[1:], start=1)
        if cell
    ]
    return f"{cells[0]}: {', '.join(values)}" if values else cells[0]


def _plain(part: Part, side: str) -> str:
    return " ".join(markup.plain(kept(part, "removed" if side == "removed" else "added")).split())
