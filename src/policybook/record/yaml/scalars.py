"""How a text stands in a file: plainly where that is safe, else in quotation marks or a block; what is written reads back as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policybook.errors import PolicybookError
from policybook.record.schema import files
from policybook.record.yaml import reader

LONGEST = 120

_SPOKEN_FOR = frozenset(["true", "false", "null", "~", "yes", "no", "on", "off", "y", "n"])
"""Words that one YAML or another takes for something else than text."""
_NUMBERS = re.compile(
    r"[-+]?(?:\.?[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|0[xo][0-9a-fA-F]+|[0-9]+(?::[0-9]+)+)"
)
_CODES = re.compile(r"[0-9]+(?:[-./][0-9]+)*")
_STARTS = re.compile(r"[^\W_]|[“‘«„¿¡]")
_SENTENCE = re.compile(r"(?<=[.!?…])((?:[”’\"')\]*]|\[\^[a-z0-9-]+\])*) (?=[“‘\"'(\[*]*([^\W\d_]))")
_SHORT = re.compile(
    r"(?:\b[^\W\d_]|\b(?:No|Nos|Dr|Mr|Mrs|Ms|St|Sec|Secs|Art|Ch|Rev|Stat|vs|etc|cf|al|approx|Inc|Jr|Sr))\.$"
)


def is_text(text: str, key: str) -> bool:
    """Return whether a plain value under `key` is a text, and not a number, true, false or nothing."""
    if text and text not in _SPOKEN_FOR and not text[0].isdigit() and text[0] != "-":
        return True
    return _reads(f"{key or 'k'}: {text}\n", {key or "k": text})


def in_flow(text: str, key: str, number_allowed: bool) -> str:
    """Return how a text stands within brackets or braces."""
    for written in (*_plain(text, key, number_allowed, in_flow=True), *_quoted(text)):
        if _reads(f"k: {{{key or 'k'}: {written}}}\n", {"k": {key or "k": text}}):
            return written
    raise _unwritable(text)


def in_block(text: str, key: str, style: str, number_allowed: bool, indent: int, room: int) -> list[str]:
    """Return the lines of a text in a block mapping or list, the first without what stands before it.

    `indent` is how far a block is indented, `room` how many characters fit on the first line.
    """
    for lines in _candidates(text, key, style, number_allowed, room):
        pad = "" if len(lines) == 1 else "  "
        shown = "\n".join([lines[0], *(pad + line if line else line for line in lines[1:])])
        if _reads(f"{key or 'k'}: {shown}\n", {key or "k": text}):
            return [lines[0], *(" " * indent + line if line else line for line in lines[1:])]
    raise _unwritable(text)


def quoted_key(key: str) -> str:
    """Return a key in quotation marks."""
    return next(_quoted(key))


def _candidates(text: str, key: str, style: str, number_allowed: bool, room: int) -> Iterator[list[str]]:
    broken = "\n" in text
    if text and not text.endswith("\n\n") and not any(line.isspace() for line in text.split("\n")):
        if style == "|" or (broken and style != ">"):
            yield from _literal(text)
        if style == ">" or broken or (len(text) > room and " " in text):
            yield from _folded(text)
        if broken and style == ">":
            yield from _literal(text)
    yield from ([written] for written in _plain(text, key, number_allowed))
    yield from ([written] for written in _quoted(text))


def _plain(text: str, key: str, number_allowed: bool, in_flow: bool = False) -> Iterator[str]:
    odd = not _STARTS.match(text) or ": " in text or " #" in text or text.endswith(":") or "\n" in text
    flow = in_flow and any(mark in text for mark in ",[]{}")
    number = bool(_NUMBERS.fullmatch(text)) and not (number_allowed and _CODES.fullmatch(text))
    if not (odd or flow or number or text.lower() in _SPOKEN_FOR or key in ("label", "numbering")):
        yield text


def _quoted(text: str) -> Iterator[str]:
    if ("\\" in text or '"' in text) and text.isprintable():
        yield "'" + text.replace("'", "''") + "'"
    yield '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character == "\n":
        return "\\n"
    if character.isprintable():
        return character
    number = ord(character)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _literal(text: str) -> Iterator[list[str]]:
    lines = text.removesuffix("\n").split("\n")
    yield ["|" if text.endswith("\n") else "|-", *lines]


def _folded(text: str) -> Iterator[list[str]]:
    """Yield a text with a sentence a line; a line break of the text's own is an empty line more."""
    paragraphs = text.removesuffix("\n").split("\n")
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += [*([""] if lines else []), *(_sentences(paragraph) if paragraph else [])]
        if not paragraph and not lines:
            return  # nothing stands before the first line break: no fold says that
    yield [">" if text.endswith("\n") else ">-", *lines]


def _sentences(paragraph: str) -> list[str]:
    """Return the sentences of a paragraph, as far as full stops, and what follows them, tell."""
    found: list[str] = []
    begin = 0
    for match in _SENTENCE.finditer(paragraph):
        sentence = paragraph[begin : match.end(1)]
        if match[2].islower() or (not match[1] and _SHORT.search(sentence)):
            continue
        found.append(sentence)
        begin = match.end(1) + 1
    return [*found, paragraph[begin:]]


def _reads(written: str, expected: object) -> bool:
    return reader.read(written.encode("utf-8", "surrogatepass"), files.number_keys()).data == expected


def _unwritable(text: str) -> PolicybookError:
    shown = text[:40].encode("unicode_escape").decode()
    return PolicybookError(f"‘{shown}’ holds a character that a record can't hold, such as a tab. Remove it.")
