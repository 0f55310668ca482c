"""What libyaml says of a file that it can't read, in a clerk's words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from yaml.reader import ReaderError

from policybook.finding import Span

_QUOTE = "If it is part of the text, put the text in a `>-` block on the next line, two spaces further in."

_MERGE = re.compile(rb"^<{7} .*$", re.MULTILINE)
_LINE_END = re.compile("\r\n|[\r\n\u0085\u2028\u2029]")
_BEGINS_THERE = ("a quoted scalar", "a simple key", "a flow mapping", "a flow sequence", "an alias", "an anchor")
"""What goes wrong where it begins, while libyaml notices it only lines later."""

_BEHIND = (
    "Something stands behind a value that has ended with its quotation mark or bracket.",
    f"Remove what is too much. {_QUOTE}",
)
_TOO_FAR_IN = (
    "This line stands further in than the line above, which has a value already.",
    "Line it up with the keys it belongs to. If it is part of the text above, put that text in a `>-` block.",
)
_WORDS = (
    ("while scanning an alias", "A value can't begin with `*`.", _QUOTE),
    ("while scanning an anchor", "A value can't begin with `&`.", _QUOTE),
    (
        "while scanning a block scalar",
        "Text can't stand on the same line as `>-` or `|`.",
        "Put it on the next line, two spaces further in than the key.",
    ),
    (
        "mapping values are not allowed",
        "A colon followed by a space begins a new value here.",
        f"{_QUOTE} If a new key was meant, put it on its own line.",
    ),
    ("found unexpected end of stream", "A quotation mark is opened and never closed.", "Close it, or remove it."),
    ("found unexpected document indicator", "A quotation mark is opened and never closed.", "Close it, or remove it."),
    (
        "could not find expected ':'",
        "This line is no `key: value`.",
        "Write a colon and a space after the key. If it is part of the text above, put it two spaces further in than that "
        "text's key, which ends with `>-`.",
    ),
    (
        "did not find expected key",
        "This line doesn't fit what stands above it: its indentation is off, or a quotation mark is left over.",
        "Line it up with the keys it belongs to; text with quotation marks goes in a `>-` block.",
    ),
    (
        "did not find expected '-' indicator",
        "This line stands inside a list but doesn't begin with `- `.",
        "Begin it with `- `, or line it up with the keys it belongs to.",
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

_CANT_BE_READ = ("This line can't be read as YAML.", "Compare it with a line that works, or put the text in `>-`.")


def in_plain_words(error: Any, raw: bytes) -> tuple[Span, str, str]:
    """Return where libyaml stopped, what is wrong and what to write instead."""
    if isinstance(error, ReaderError):
        return _of_reader(error, raw)
    conflict = _MERGE.search(raw)
    if conflict:
        line = raw.count(b"\n", 0, conflict.start()) + 1
        message = "Two people changed this place, and it hasn't been settled what stands here."
        help = "Keep what is right, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`."
        return Span(line, 1, line, 8), message, help
    problem, context = str(error.problem or ""), str(error.context or "")
    mark = error.problem_mark or error.context_mark
    if context.endswith(_BEGINS_THERE) and "escape" not in problem:
        mark = error.context_mark or mark
    if mark is None:
        return Span(), *_CANT_BE_READ
    span = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
    before = _before(raw, mark.line, mark.column)
    if (
        "did not find expected" in problem
        and ("'-' indicator" in problem or " key" in problem)
        and before not in ("", "-")
    ):
        return _never_closed(raw, mark.line, before) or (span, *_BEHIND)
    if "mapping values are not allowed" in problem and ": " not in before:
        return replace(span, column=mark.column + 1 - len(before)), *_TOO_FAR_IN
    for part, message, help in _WORDS:
        if part in problem or part == context:
            return span, message, help
    return span, *_CANT_BE_READ


def _never_closed(raw: bytes, line: int, before: str) -> tuple[Span, str, str] | None:
    """Return where the quotation mark was opened that ends a value where another one should begin, if any was."""
    if not before.endswith((': "', ": '", '- "', "- '")):
        return None
    opened = re.compile(rf"(?:[:-] |^){before[-1]}(?=[^{before[-1]}]*$)")
    lines = _lines(raw)
    for at in range(line - 1, -1, -1):
        found = opened.search(lines[at])
        if found:
            help = (
                f"Close it on its own line, or remove it. It ends only where the next one stands, in line {line + 1}."
            )
            return (
                Span(at + 1, found.end(), at + 1, found.end() + 1),
                "A quotation mark is opened and never closed.",
                help,
            )
    return None


def _before(raw: bytes, line: int, column: int) -> str:
    """Return what stands on a line before a column, both counted from 0."""
    lines = _lines(raw)
    return lines[line][:column].strip() if line < len(lines) else ""


def _lines(raw: bytes) -> list[str]:
    return _LINE_END.split(raw.decode("utf-8", "replace").removeprefix("\ufeff"))


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
