"""Parse the markup inside prose: `*emphasis*`, `**strong**`, `[words](target)`, `[^note]`; `\\` prints a mark.

A mark without its partner is printed as it stands; HTML and underscores are never marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal["text", "emphasis", "strong", "link", "note"]


@dataclass(frozen=True, slots=True)
class Node:
    """A run of text, or a mark around other nodes."""

    kind: Kind
    text: str = ""
    """The words of a text, the name of a note."""
    target: str = ""
    """Where a link leads."""
    children: tuple[Node, ...] = ()
    at: int = field(default=-1, compare=False)
    """Where in the paragraph it begins: of a text that stands there as it is, of a note, of a bare link."""


class Span(NamedTuple):
    """Styled text: words in one form, or the mark of a footnote."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    """Where the words lead."""
    note: str = ""
    """The name of the footnote whose mark this is."""


class PlacedSpan(NamedTuple):
    """A span with the characters of the prose value that it stands for."""

    at: int
    size: int
    span: Span


_PLAIN = Span("")


@dataclass(slots=True)
class _Open:
    mark: str
    before: str = ""
    at: int = -1
    nodes: list[Node] = field(default_factory=list)


_MARK = re.compile(
    r"\\([\\*\[\]()^|])|(\*+)|\[\^([a-z0-9-]+)\]|(\[)|\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)"
    r"|\((policy:[^()\s]+)\)"
)
_HAS_MARK = re.compile(r"[*\[\\(]")
_KINDS: dict[str, Kind] = {"*": "emphasis", "**": "strong"}
_MOST_OPEN = 64  # a mark opened within that many others is printed: it bounds the time hostile text can take


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a prose value: what a blank line in the file separates."""
    return tuple(part for part in text.split("\n") if part.strip())


def parse(text: str) -> tuple[Node, ...]:
    """Return one paragraph as nodes, in time that grows with its length."""
    if not _HAS_MARK.search(text):
        return (Node("text", text, at=0),) if text else ()
    stack = [_Open("")]
    at = 0
    for match in _MARK.finditer(text):
        _say(stack, text[at : match.start()], at)
        start, at = match.start(), match.end()
        escaped, stars, note, bracket, target, policy = match.groups()
        if escaped:
            _say(stack, escaped, start + 1)
        elif stars:
            _star(
                stack,
                stars,
                start,
                opens=text[at : at + 1].strip() != "",
                closes=text[max(start - 1, 0) : start].strip() != "",
            )
        elif note:
            stack[-1].nodes.append(Node("note", note, at=start))
        elif bracket and len(stack) < _MOST_OPEN:
            stack.append(_Open("[", "[", start))
        elif bracket:
            _say(stack, bracket, start)
        elif policy:
            stack[-1].nodes.append(
                Node("link", target=policy, children=(Node("text", _policy_words(policy)),), at=start)
            )
        else:
            _link(stack, target, match[0], start)
    _say(stack, text[at:], at)
    while len(stack) > 1:
        _give_up(stack)
    return _joined(stack[0].nodes)


def plain(text: str) -> str:
    """Return the words of a prose value without its marks; notes are left out."""
    if not _HAS_MARK.search(text):
        return text
    return "\n".join("".join(_words(parse(line))) for line in text.split("\n"))


def links(text: str) -> Iterator[str]:
    """Yield the target of each link in a prose value."""
    if "](" in text or "(policy:" in text:
        for line in text.split("\n"):
            yield from (node.target for node in walk(parse(line)) if node.kind == "link")


def notes(text: str) -> Iterator[str]:
    """Yield the name of each footnote mark in a prose value."""
    if "[^" in text:
        for line in text.split("\n"):
            yield from (node.text for node in walk(parse(line)) if node.kind == "note")


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Yield each node and what stands within it, in order."""
    for node in nodes:
        yield node
        yield from walk(node.children)


def spans(text: str) -> Iterator[PlacedSpan]:
    """Yield what is printed of a prose value, in order; its line ends too. What no span covers are marks."""
    at = 0
    for line in text.split("\n"):
        if at:
            yield PlacedSpan(at - 1, 1, Span("\n"))
        yield from _spans(parse(line), at, _PLAIN)
        at += len(line) + 1


def _spans(nodes: tuple[Node, ...], offset: int, form: Span) -> Iterator[PlacedSpan]:
    for node in nodes:
        at = offset + node.at
        if node.kind == "text":
            yield PlacedSpan(at, len(node.text), form._replace(text=node.text))
        elif node.kind == "note":
            yield PlacedSpan(at, len(node.text) + 3, form._replace(text=f"[{node.text}]", link="", note=node.text))
        elif node.kind == "link" and node.at >= 0:
            yield PlacedSpan(at, len(node.target) + 2, form._replace(text=node.children[0].text, link=node.target))
        elif node.kind == "link":
            yield from _spans(node.children, offset, form._replace(link=node.target))
        elif node.kind == "strong":
            yield from _spans(node.children, offset, form._replace(strong=True))
        else:
            yield from _spans(node.children, offset, form._replace(emphasis=True))


def safe(target: str) -> bool:
    """Return whether a link may lead to `target`: http, https, mailto, a policy, or within the site."""
    scheme, colon, _ = target.partition(":")
    if not colon or "/" in scheme or "#" in scheme or "?" in scheme:
        return not target.startswith(("//", "/\\", "\\"))
    return scheme.lower() in ("http", "https", "mailto", "policy")


def _words(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in walk(nodes):
        if node.kind == "text":
            yield node.text


def _policy_words(target: str) -> str:
    return "Policy " + target.removeprefix("policy:").partition("#")[0]


def _say(stack: list[_Open], words: str, at: int) -> None:
    if words:
        stack[-1].nodes.append(Node("text", words, at=at))


def _star(stack: list[_Open], stars: str, at: int, opens: bool, closes: bool) -> None:
    """Close what a run of stars closes, then open what is left of it."""
    left = len(stars)
    while left and closes:
        mark = next((frame.mark for frame in reversed(stack) if frame.mark in _KINDS and len(frame.mark) <= left), None)
        if mark is None or _behind_bracket(stack, mark):
            break
        while stack[-1].mark != mark:
            _give_up(stack)
        frame = stack.pop()
        if frame.nodes:
            stack[-1].nodes.append(Node(_KINDS[mark], children=_joined(frame.nodes)))
        else:
            _say(stack, mark + mark, frame.at)
        left -= len(mark)
    while left and opens and len(stack) < _MOST_OPEN:
        mark = "**" if left >= 2 else "*"
        stack.append(_Open(mark, mark, at + len(stars) - left))
        left -= len(mark)
    _say(stack, "*" * left, at + len(stars) - left)


def _behind_bracket(stack: list[_Open], mark: str) -> bool:
    """Return whether the open `mark` lies outside a bracket that is still open: a link's words close what they open."""
    for frame in reversed(stack):
        if frame.mark in ("[", mark):
            return frame.mark == "["
    return False


def _link(stack: list[_Open], target: str, written: str, at: int) -> None:
    if not any(frame.mark == "[" for frame in stack):
        _say(stack, written, at)
        return
    while stack[-1].mark != "[":
        _give_up(stack)
    words = stack.pop().nodes
    stack[-1].nodes.append(Node("link", target=target, children=_joined(words)))


def _give_up(stack: list[_Open]) -> None:
    """Print the innermost open mark as it stands."""
    frame = stack.pop()
    _say(stack, frame.before, frame.at)
    stack[-1].nodes.extend(frame.nodes)


def _joined(nodes: list[Node]) -> tuple[Node, ...]:
    """Join runs of text that stand side by side, each run at once: one by one would take the square of their number."""
    joined: list[Node] = []
    run: list[Node] = []
    end = -1
    for node in nodes:
        if run and (node.kind != "text" or node.at != end):
            joined.append(_one(run))
            run = []
        if node.kind == "text":
            run.append(node)
            end = node.at + len(node.text)
        else:
            joined.append(node)
    if run:
        joined.append(_one(run))
    return tuple(joined)


def _one(run: list[Node]) -> Node:
    return run[0] if len(run) == 1 else Node("text", "".join(node.text for node in run), at=run[0].at)
