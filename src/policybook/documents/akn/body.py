"""Write the provisions of a text as the body of an Akoma Ntoso document.

A provision with a heading is a section and holds what follows up to the next heading of its level; one without is a
paragraph; the entries of a list are points. The permanent ids are the eIds; an item without one is named by its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from policybook.documents.akn.names import AknNames
from policybook.documents.akn.xml import address, append, element
from policybook.model import Manual, Provision, Text
from policybook.text import markup

_SECTIONS = ("section", "subsection", "hcontainer", "hcontainer")
_MARKS = {"emphasis": "i", "strong": "b"}


def of_text(manual: Manual, text: Text, country: str) -> Element:
    """Return the `body` of a text."""
    body = element("body")
    writer = _Writer(manual, text, country)
    open_: list[tuple[int, Element]] = []
    for at, provision in enumerate(text.provisions, 1):
        if provision.heading:
            while open_ and open_[-1][0] >= provision.level:
                open_.pop()
        parent = open_[-1][1] if open_ else body
        made = writer.provision(provision, f"provision_{at}")
        parent.append(made)
        if provision.heading:
            open_.append((provision.level, made))
    _closed(body)
    return body


class _Writer:
    """Writes the provisions of one text: it knows its notes, and which were met."""

    def __init__(self, manual: Manual, text: Text, country: str) -> None:
        self._footnotes = text.footnotes
        self._names = AknNames(manual, country)
        self._met: list[str] = []

    def provision(self, provision: Provision, place: str, name: str = "") -> Element:
        """Return a provision with its items; `place` names it where it has no id."""
        id = provision.id or place
        kind = provision.kind if provision.kind != "text" else None
        name = name or (_SECTIONS[min(provision.level, 4) - 1] if provision.heading else "paragraph")
        made = element(name, eId=id, class_=kind, name="provision" if name == "hcontainer" else None)
        if provision.label:
            made.append(element("num", provision.label))
        if provision.heading:
            made.append(element("heading", *self._inline(provision.heading)))
        blocks = list(self._blocks(provision))
        if blocks:
            made.append(element("intro", *blocks))
        for at, item in enumerate(provision.items, 1):
            made.append(self.provision(item, f"{id}__point_{at}", "point"))
        return made

    def _blocks(self, provision: Provision) -> Iterator[Element]:
        if provision.kind in ("lines", "form") and provision.prose:
            made = element("p")
            for at, line in enumerate(provision.prose.split("\n")):
                append(made, *((element("eol"),) if at else ()), *self._inline(line))
            yield made
        else:
            for words in markup.paragraphs(provision.prose):
                yield element("p", *self._inline(words))
        if provision.rows:
            head, *rows = provision.rows
            yield element(
                "table",
                element("tr", *(element("th", element("p", *self._inline(cell))) for cell in head)),
                *(element("tr", *(element("td", element("p", *self._inline(cell))) for cell in row)) for row in rows),
            )

    def _inline(self, words: str) -> list[str | Element]:
        return [self._node(node) for node in markup.parse(words)]

    def _node(self, node: markup.Node) -> str | Element:
        children = [self._node(child) for child in node.children]
        if node.kind in _MARKS:
            return element(_MARKS[node.kind], *children)
        if node.kind == "note":
            return self._note(node.text)
        if node.kind == "link":
            if node.target.startswith("policy:"):
                return element("ref", *children, href=self._names.policy(node.target.removeprefix("policy:")))
            return element("a", *children, href=address(node.target)) if _leads(node.target) else _bare(children)
        return node.text

    def _note(self, name: str) -> str | Element:
        """Return a footnote where its mark stands; met again, a reference to it."""
        if name not in self._footnotes:
            return f"[^{name}]"
        if name in self._met:
            return element("noteRef", href=f"#note__{name}", marker=str(self._met.index(name) + 1))
        self._met.append(name)
        marker = str(len(self._met))
        told = element("p", *self._inline(self._footnotes[name]))
        return element("authorialNote", told, eId=f"note__{name}", marker=marker, placement="bottom")


def _leads(target: str) -> bool:
    return markup.safe(target) and ":" in target


def _bare(children: list[str | Element]) -> Element:
    """Return the words of a link that leads nowhere."""
    return element("span", *children)


def _closed(parent: Element) -> None:
    """Give each part without parts of its own its prose as content, as the standard asks."""
    for made in parent.iter():
        prose = made.find("{*}intro")
        if prose is not None and list(made)[-1] is prose:
            prose.tag = prose.tag.replace("intro", "content")
