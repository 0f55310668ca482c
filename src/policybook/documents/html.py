"""Render provisions and their inline markup as HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from policybook.model import Provision, Text
from policybook.text import markup
from policybook.text.catalogs import direction, right_to_left
from policybook.text.headings import heading
from policybook.text.html import Html, join, row, scrolling, tag
from policybook.text.i18n import ENGLISH, Say

BEGINS, ENDS = "pb-text-begins", "pb-text-ends"
"""The classes of the marks around a text, by which a saved page can be compared with the record."""
Resolve = Callable[[str], str | None]
"""Resolves the target of a link to an address, or to None where the words aren't to be a link."""
_END = tag("div", class_=ENDS, hidden=True)


class Prose:
    """Render the text of one page as HTML and number its footnotes in the order of their marks."""

    def __init__(self, resolve: Resolve, footnotes: Mapping[str, str], say: Say = ENGLISH, language: str = "") -> None:
        """Take how links are resolved; `language` is the text's, where it differs from the page's."""
        self.language = language
        self.ours = say.language if language else None
        self.resolve = resolve
        self._say = say
        self._footnotes = footnotes
        self._met: list[str] = []

    @property
    def say(self) -> Say:
        """Return how things are said on the page."""
        return self._say

    def line(self, words: str) -> Html:
        """Return one paragraph's words with their marks."""
        return join(*(self._node(node) for node in markup.parse(words)))

    def paragraphs(self, words: str) -> Html:
        """Return prose as paragraphs."""
        return join(*(tag("p", self.line(part)) for part in markup.paragraphs(words)))

    def notes(self) -> str:
        """Return the footnotes met so far, as a list, or an empty text."""
        if not self._met:
            return ""
        items = [
            tag(
                "li",
                self._spoken(self._footnotes[name]),
                " ",
                tag("a", "↩", href=f"#mark-{name}", aria_label=self.say("Back to the text")),
                id=f"note-{name}",
            )
            for name in self._met
        ]
        return tag("section", tag("ol", *items), class_="pb-footnotes", aria_label=self.say("Notes"))

    def _spoken(self, words: str) -> Html:
        line = self.line(words)
        return tag("span", line, lang=self.language, dir=direction(self.language)) if self.language else line

    def _node(self, node: markup.Node) -> Html:
        children = [self._node(child) for child in node.children]
        if node.kind == "emphasis":
            return tag("em", *children)
        if node.kind == "strong":
            return tag("strong", *children)
        if node.kind == "note":
            return self._note(node.text)
        if node.kind == "link":
            where = self.resolve(node.target)
            return tag("a", *children, href=where) if where else join(*children)
        return join(node.text)

    def _note(self, name: str) -> Html:
        if name not in self._footnotes:
            return join(f"[^{name}]")
        first = name not in self._met
        if first:
            self._met.append(name)
        mark = tag(
            "a",
            str(self._met.index(name) + 1),
            href=f"#note-{name}",
            lang=self.ours,
            aria_label=self.say("Note {name}", name=name),
        )
        return tag("sup", mark, id=f"mark-{name}" if first else None)


def of_text(revision: Text, prose: Prose) -> str:
    """Return a text's provisions as Markdown: a heading for each section, HTML for the rest."""
    parts: list[str] = [begins(revision)]
    parts += [_outermost(provision, prose) for provision in revision.provisions]
    return "\n\n".join([part for part in [*parts, prose.notes()] if part] + [_END])


def standalone(revision: Text, prose: Prose) -> Html:
    """Return a text's provisions as HTML alone, for a page that isn't the site's."""
    parts = [begins(revision)]
    for provision in revision.provisions:
        label = provision.label or provision.mark
        if provision.heading:
            words = f"{provision.label} {provision.heading}" if provision.label else provision.heading
            parts.append(tag(f"h{min(provision.level + 1, 6)}", words, id=provision.id or None))
            label = ""
        parts.append(tag("div", _labelled(label, _body(provision, prose))))
    return join(*parts, Html(prose.notes()), _END)


def begins(text: Text) -> Html:
    """Return the mark, silent and unseen, that tells a program where which text begins on a page."""
    return tag(
        "div",
        class_=BEGINS,
        hidden=True,
        data_subject=text.at().subject,
        data_digest=text.computed_digest,
    )


def _outermost(provision: Provision, prose: Prose) -> str:
    language = prose.language
    marks: dict[str, str | bool | None] = {
        "class_": "pb-provision",
        "lang": language or None,
        "dir": ("rtl" if right_to_left(language) else "ltr") if language else None,
    }
    if not provision.heading:
        label = provision.label or provision.mark
        return tag("div", _labelled(label, _body(provision, prose)), id=provision.id or None, **marks)
    words = f"{provision.label} {provision.heading}" if provision.label else provision.heading
    body = _body(provision, prose)
    return "\n\n".join(
        [heading(min(provision.level + 2, 6), join(words), provision.id, language=language)]
        + ([tag("div", body, **marks)] if body else [])
    )


def _body(provision: Provision, prose: Prose) -> Html:
    more = []
    if provision.rows:
        more.append(_table(provision.rows, prose))
    if provision.items:
        more.append(tag("ul", *(_item(item, prose) for item in provision.items), class_="pb-items"))
    return join(_prose(provision, prose), *more)


def _prose(provision: Provision, prose: Prose) -> Html:
    if provision.kind in ("lines", "form"):
        lines = [prose.line(line) for line in provision.prose.split("\n")]
        return tag("p", *(part for line in lines for part in (line, tag("br")))) if provision.prose else Html()
    if provision.kind == "quote":
        return tag("blockquote", prose.paragraphs(provision.prose))
    return prose.paragraphs(provision.prose)


def _item(item: Provision, prose: Prose) -> Html:
    return tag("li", _labelled(item.label or item.mark, _body(item, prose)), id=item.id or None)


def _labelled(label: str, body: Html) -> Html:
    """Put a printed label beside a body, so that it hangs in the margin."""
    if not label:
        return body
    return join(tag("span", label, class_="pb-label"), Html(" "), tag("div", body, class_="pb-labelled"))


def _table(rows: list[list[str]], prose: Prose) -> Html:
    head = row(tag("th", prose.line(cell), scope="col") for cell in rows[0])
    body = [row(tag("td", prose.line(cell)) for cell in cells) for cells in rows[1:]]
    spoken = prose.language or None
    table = tag("table", tag("thead", head), tag("tbody", *body), class_="pb-table", lang=spoken)
    return scrolling(table, prose.say("Table"), lang=prose.ours)
