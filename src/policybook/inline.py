"""The small markup inside prose: `*emphasis*`, `**strong**`, `[words](target)`, `[^note]`; `\\` prints a mark.

A mark without its partner is printed as it stands; HTML and underscores are never marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

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


@dataclass(slots=True)
class _Open:
    mark: str
    before: str = ""
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
        return (Node("text", text),) if text else ()
    stack = [_Open("")]
    at = 0
    for match in _MARK.finditer(text):
        _say(stack, text[at : match.start()])
        at = match.end()
        escaped, stars, note, bracket, target, policy = match.groups()
        if escaped:
            _say(stack, escaped)
        elif stars:
            _star(stack, stars, opens=text[at : at + 1].strip() != "", closes=text[: match.start()][-1:].strip() != "")
        elif note:
            stack[-1].nodes.append(Node("note", note))
        elif bracket and len(stack) < _MOST_OPEN:
            stack.append(_Open("[", "["))
        elif bracket:
            _say(stack, bracket)
        elif policy:
            stack[-1].nodes.append(Node("link", target=policy, children=(Node("text", _policy_words(policy)),)))
        else:
            _link(stack, target, match[0])
    _say(stack, text[at:])
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


def safe(target: str) -> bool:
    """Say whether a link may lead to `target`: http, https, mailto, a policy, or within the site."""
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


def _say(stack: list[_Open], words: str) -> None:
    if words:
        stack[-1].nodes.append(Node("text", words))


def _star(stack: list[_Open], stars: str, opens: bool, closes: bool) -> None:
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
            _say(stack, mark + mark)
        left -= len(mark)
    while left and opens and len(stack) < _MOST_OPEN:
        mark = "**" if left >= 2 else "*"
        stack.append(_Open(mark, mark))
        left -= len(mark)
    _say(stack, "*" * left)


def _behind_bracket(stack: list[_Open], mark: str) -> bool:
    """Say whether the open `mark` lies outside a bracket that is still open: a link's words close what they open."""
    for frame in reversed(stack):
        if frame.mark in ("[", mark):
            return frame.mark == "["
    return False


def _link(stack: list[_Open], target: str, written: str) -> None:
    if not any(frame.mark == "[" for frame in stack):
        _say(stack, written)
        return
    while stack[-1].mark != "[":
        _give_up(stack)
    words = stack.pop().nodes
    stack[-1].nodes.append(Node("link", target=target, children=_joined(words)))


def _give_up(stack: list[_Open]) -> None:
    """Print the innermost open mark as it stands."""
    frame = stack.pop()
    _say(stack, frame.before)
    stack[-1].nodes.extend(frame.nodes)


def _joined(nodes: list[Node]) -> tuple[Node, ...]:
    """Join neighbouring runs of text."""
    joined: list[Node] = []
    for node in nodes:
        if node.kind == "text" and joined and joined[-1].kind == "text":
            joined[-1] = Node("text", joined[-1].text + node.text)
        else:
            joined.append(node)
    return tuple(joined)
