"""Write a redline as Akoma Ntoso 3.0: the new text's document, with `ins` and `del` around what changes.

A piece that is gone, or moved away, has `status="removed"`: without those, and without what stands in `del`, it is
the new text; without what stands in `ins`, and with the removed pieces, the old one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from policybook.documents import akn
from policybook.documents.akn.names import AknNames
from policybook.documents.akn.xml import address, element
from policybook.model import Manual, Policy, Revision
from policybook.redline.operations import Op, Part, Redline
from policybook.redline.piece import Piece
from policybook.redline.styled import paragraphs, printed
from policybook.text import markup

_SECTIONS = ("section", "subsection", "hcontainer", "hcontainer")
_TAGS = {"added": "ins", "removed": "del"}


def document(manual: Manual, policy: Policy, revision: Revision, redline: Redline) -> bytes:
    """Return the redline as a document about `revision`, whose text is the new one."""
    writer = _Writer(AknNames(manual, akn.UNKNOWN_COUNTRY).policy)
    return akn.document(manual, policy, revision, writer.body(redline.ops))


class _Writer:
    """Writes operations as parts of a body: it knows where links to policies lead, and which names are taken."""

    def __init__(self, policy: Callable[[str], str]) -> None:
        self._policy = policy
        self._taken: set[str] = set()

    def body(self, ops: Sequence[Op]) -> Element:
        """Return the `body`: sections hold what follows up to the next heading of their level."""
        body = element("body")
        open_: list[tuple[tuple[int, int], Element]] = []
        for op in ops:
            if op.unit.kind == "title" and op.change == "same":
                continue
            rank = self._rank(op)
            while open_ and open_[-1][0] >= rank:
                open_.pop()
            made = self._piece(op)
            (open_[-1][1] if open_ else body).append(made)
            if op.unit.stands == "provision":
                open_.append((rank, made))
        if not len(body):  # the standard knows no empty body
            body.append(element("hcontainer", element("intro", element("p")), eId="empty", name="empty"))
        for made in list(body.iter()):
            prose = made.find("{*}intro")
            if prose is not None and list(made)[-1] is prose:
                prose.tag = prose.tag.replace("intro", "content")
        return body

    def _rank(self, op: Op) -> tuple[int, int]:
        """Return how deep a piece stands: sections by level, then paragraphs, then the lists in them."""
        if op.unit.stands != "provision":
            return (0, 0)
        return (1, op.unit.level) if op.unit.heading and not op.unit.depth else (2, op.unit.depth)

    def _piece(self, op: Op) -> Element:
        unit = op.unit
        name = "point" if unit.depth else "paragraph"
        if unit.stands != "provision":
            name = "hcontainer"
        elif unit.heading and not unit.depth:
            name = _SECTIONS[min(max(unit.level, 1), 4) - 1]
        made = element(
            name,
            eId=self._name(unit.at.replace(":", "__").replace(".", "__point_") + ("__old" if op.new is None else "")),
            name=(unit.stands if name == "hcontainer" else None),
            class_=" ".join(word for word in (unit.kind, op.change) if word not in ("text", "same")),
            status="removed" if op.new is None else None,
        )
        for tag, part in (("num", op.label), ("heading", op.heading)):
            if part:
                made.append(element(tag, *self._inline(printed(part))))
        blocks = [element("p", *self._inline(line)) for line in paragraphs(op.text)]
        if op.table:
            rows = [element("tr", *(self._cell(cell) for cell in row.cells), class_=row.mark) for row in op.table]
            blocks.append(element("table", *rows))
        made.append(element("intro", *(blocks or [element("p")])))
        return made

    def _cell(self, part: Part) -> Element:
        return element("td", element("p", *self._inline(printed(part))))

    def _inline(self, pieces: Iterable[Piece]) -> Iterator[str | Element]:
        for mark, group in groupby(pieces, key=lambda piece: piece.mark):
            words = [self._styled(piece) for piece in group]
            if mark == "same":
                yield from words
            else:
                yield element(_TAGS[mark], *words)

    def _styled(self, piece: Piece) -> str | Element:
        words: str | Element = piece.text
        span = piece.span
        if span.emphasis:
            words = element("i", words)
        if span.strong:
            words = element("b", words)
        if span.note:
            return element("sup", words)
        if span.link.startswith("policy:"):
            return element("ref", words, href=self._policy(span.link.removeprefix("policy:")))
        if span.link and markup.safe(span.link) and ":" in span.link:
            return element("a", words, href=address(span.link))
        return words

    def _name(self, wanted: str) -> str:
        name, count = wanted, 1
        while name in self._taken:
            count += 1
            name = f"{wanted}-{count}"
        self._taken.add(name)
        return name
