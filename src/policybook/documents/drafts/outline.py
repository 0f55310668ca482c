"""Turn the blocks of a page into provisions in the record's shape."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from policybook.documents.manuscript import Block
from policybook.text import rich_text
from policybook.values import labels as numbering

Data = dict[str, Any]


def provisions(blocks: Iterable[Block]) -> list[Data]:
    """Return the outermost provisions, each as it would stand in a revision's `text`.

    What is printed before a list can't follow it: such a block begins the next provision, or within a list an
    item without a mark. Items carry `label` and `mark` until their list's numbering is known.
    """
    outline = _Outline()
    for block in blocks:
        if block.kind == "heading":
            outline.heading(block)
        elif block.kind == "table":
            outline.table(block)
        else:
            outline.text(block)
    for provision in outline.found:
        _settle(provision)
    return outline.found


class _Outline:
    """The provisions so far, and the items still open."""

    def __init__(self) -> None:
        self.found: list[Data] = []
        self._open: list[Data] = []

    def heading(self, block: Block) -> None:
        words = " ".join(rich_text.words(line) for line in block.lines)
        self._begin(
            block.id, label=block.label or block.mark, heading=words, level=block.depth if block.depth > 1 else None
        )

    def text(self, block: Block) -> None:
        prose = "\n".join(rich_text.markup(line) for line in block.lines)
        if not block.depth:
            if block.opens or not self.found or _ended(self.found[-1]):
                self._begin(block.id, label=block.label or block.mark)
            elif block.label:
                prose = f"{block.label} {prose}"
            self._open = []
            _write(self.found[-1], prose, block.form)
            return
        if block.holder or not self.found:
            self._begin(block.holder)
        depth = min(block.depth, len(self._open) + 1)
        if block.opens or depth > len(self._open):
            self._item(depth, block)
        elif _ended(self._open[depth - 1]):
            self._item(depth, Block("text", mark=""))
        del self._open[depth:]
        _write(self._open[-1], prose, block.form)

    def table(self, block: Block) -> None:
        rows = [[rich_text.markup(cell) for cell in row] for row in block.rows]
        depth = min(block.depth, len(self._open))
        if depth:
            if _ended(self._open[depth - 1]):
                self._item(depth, Block("text"))
            del self._open[depth:]
            self._open[-1]["table"] = table(rows)
            return
        if block.opens or not self.found or _ended(self.found[-1]):
            self._begin(block.id)
        self._open = []
        self.found[-1]["table"] = table(rows)

    def _begin(self, id: str, **keys: Any) -> None:
        self.found.append({key: value for key, value in {"id": id, **keys}.items() if value})
        self._open = []

    def _item(self, depth: int, block: Block) -> None:
        holder = self._open[depth - 2] if depth > 1 else self.found[-1]
        item: Data = {"id": block.id} if block.id else {}
        item |= {"label": block.label, "mark": block.mark}
        holder.setdefault("items", []).append(item)
        self._open[depth - 1 :] = [item]


def table(rows: list[list[str]]) -> str:
    """Return rows of cells as the record writes a table: a row a line, bars on both sides, columns aligned."""
    cells = [[cell.replace("\n", " ").replace("|", "\\|") for cell in row] for row in rows]
    across = max((len(row) for row in cells), default=0)
    wide = [max(len(row[at]) if at < len(row) else 0 for row in cells) for at in range(across)]
    return "".join(
        "| " + " | ".join(cell.ljust(wide[at]) for at, cell in enumerate(row)) + " |\n" for row in cells if row
    )


def _ended(provision: Data) -> bool:
    return "table" in provision or "items" in provision


def _write(provision: Data, prose: str, form: str) -> None:
    if prose:
        provision["text"] = f"{provision['text']}\n{prose}" if provision.get("text") else prose
    if form != "text":
        provision["kind"] = form


def _settle(provision: Data) -> None:
    """Turn the labels and marks of a list into its `numbering`, and its bare items into plain text."""
    items = provision.get("items")
    if not items:
        return
    start = _numbering(items)
    counted = numbering.labels(start) if numbering.counts(start) else None
    expected = next(counted) if counted else ""
    for item in items:
        label, mark = item.pop("label"), item.pop("mark")
        if counted and label and label == expected:
            expected = next(counted)
        elif counted or label or mark != start:
            item["label"] = label or mark
        _settle(item)
    if start != "•":
        provision["numbering"] = start
    provision["items"] = [item["text"] if set(item) == {"text"} else item for item in items]


def _numbering(items: list[Data]) -> str:
    """Return what the list counts from: the label, or else the mark, that explains most of its items."""
    labels = [item["label"] for item in items if item["label"]]
    best, most = "", 0
    for start in dict.fromkeys(label for label in labels[:3] if numbering.counts(label)):
        counted = numbering.labels(start)
        expected, fits = next(counted), 0
        for label in labels:
            if label == expected:
                expected, fits = next(counted), fits + 1
        if fits > most:
            best, most = start, fits
    marks = [item["mark"] for item in items if item["mark"] and not item["label"]]
    common = max(marks, key=marks.count, default="")
    return common if common and marks.count(common) > most else best or common or "•"
