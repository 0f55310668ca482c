"""What libyaml says of a file that it can't read, in a clerk's words."""

from __future__ import annotations

from typing import Any

from yaml.reader import ReaderError

from policybook.finding import Span

_QUOTE = "If it is part of the text, put the text in a `>-` block on the next line, two spaces further in."

_WORDS = (
    (
        "mapping values are not allowed",
        "A colon followed by a space begins a new value here.",
        f"{_QUOTE} If a new key was meant, put it on its own line.",
    ),
    ("found unexpected end of stream", "A quotation mark is opened and never closed.", "Close it, or remove it."),
    ("found unexpected document indicator", "A quotation mark is opened and never closed.", "Close it, or remove it."),
    (
        "could not find expected ':'",
        "This line is no `key: value`, or the line above isn't finished.",
        "Write a colon and a space after the key; text of several lines goes in a `>-` block.",
    ),
    (
        "did not find expected key",
        "This line doesn't fit what stands above it: its indentation is off, or a quotation mark is left over.",
        "Line it up with the keys it belongs to; text with quotation marks goes in a `>-` block.",
    ),
    (
        "did not find expected '-' indicator",
        "This line stands inside a list but doesn't begin with `- `.",
        "Begin it with `- `, or line it up with the list's own key.",
    ),
    (
        "did not find expected ',' or",
        "A bracket or brace is opened and never closed.",
        f"Close it. {_QUOTE}",
    ),
    (
        "did not find expected node content",
        "A value is missing here.",
        "Write the value, or remove the mark before it.",
    ),
    (
        "block sequence entries are not allowed",
        "A list can't begin in the middle of a line.",
        "Put `- ` on a line of its own, two spaces further in than the key.",
    ),
    ("block mapping", "This line doesn't fit what stands above it.", "Line it up with the keys it belongs to."),
    (
        "found character that cannot start any token",
        "A line can't begin with this character.",
        _QUOTE,
    ),
    (
        "found unknown escape character",
        "In double quotation marks a backslash begins a code, and this one isn't known.",
        "Use single quotation marks, or a `>-` block.",
    ),
    (
        "nesting depth",  # libyaml's own limit, since 0.2.6: it looks ahead, so it may come before ours
        "This file is nested more than 64 levels deep.",
        "Split it, or look whether something went wrong.",
    ),
    ("indentation", "The indentation is off here.", "Use two spaces for each step to the right."),
    (
        "did not find URI escape",
        "There is a tag (`!`) here, and a record has none.",
        _QUOTE,
    ),
    ("undefined tag handle", "There is a tag (`!`) here, and a record has none.", _QUOTE),
    ("tag", "There is a tag (`!`) here, and a record has none.", _QUOTE),
    ("anchor", "There is an anchor (`&`) here, and a record has none.", _QUOTE),
    ("alias", "There is an alias (`*`) here, and a record has none.", _QUOTE),
    (
        "did not find expected <document start>",
        "The record ends before this line.",
        "Line it up with the keys above, or remove it.",
    ),
    ("directive", "A line that begins with `%` is a directive, and a record has none.", "Remove it."),
)


def in_plain_words(error: Any, raw: bytes) -> tuple[Span, str, str]:
    """Return where libyaml stopped, what is wrong and what to write instead."""
    if isinstance(error, ReaderError):
        return _of_reader(error, raw)
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if "quoted scalar" in context and "unexpected" in problem:
        mark = getattr(error, "context_mark", None) or mark
    span = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2) if mark else Span()
    for part, message, help in _WORDS:
        if part in problem:
            return span, message, help
    return span, "This line can't be read as YAML.", "Compare it with a line that works, or put the text in `>-`."


def _of_reader(error: Any, raw: bytes) -> tuple[Span, str, str]:
    """Say what is wrong with bytes or characters that no YAML file may hold."""
    reason = str(error.reason)
    if "control characters" in reason:
        span = _first_control(raw)
        return span, "There is a control character here.", "Remove it: it can't be seen, and it is no part of the text."
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as wrong:
        before = raw[: wrong.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        message = "This file isn't UTF-8 from here on."
        return Span(line, column, line, column + 1), message, "Save it again and choose the encoding UTF-8."
    return Span(), "This file holds a character that no YAML file may hold.", "Remove it."


def _first_control(raw: bytes) -> Span:
    line, column = 1, 1
    for character in raw.decode("utf-8", "replace"):
        number = ord(character)
        if character == "\n":
            line, column = line + 1, 1
            continue
        if (number < 0x20 and character != "\r") or 0x7F <= number <= 0x9F or number in (0xFEFF, 0xFFFE, 0xFFFF):
            break
        column += 1
    return Span(line, column, line, column + 1)
