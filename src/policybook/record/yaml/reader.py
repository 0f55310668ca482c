"""Read YAML as plain data, and say where and why a file can't be read.

It builds on the events of libyaml's parser without recursion, so that depth and size are bounded while
parsing: libyaml's composer crashes the process on deep nesting. A scalar is the text in the file. Only
plain `true`, `false`, `null`, `~` and an empty value mean something else, and a plain number is a number
only under a key that the schemas declare as one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from sys import intern
from typing import Any, NamedTuple

import yaml

from policybook.finding import Span
from policybook.record.yaml.errors import in_plain_words
from policybook.record.yaml.events import parsed, span_of

MAX_BYTES = 1 << 20
MAX_DEPTH = 64
MAX_NODES = 50_000
MAX_TROUBLES = 50

Route = tuple[str | int, ...]
"""The way to a part of the data: keys and positions, from the outermost in."""

_SPECIAL: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?")
_CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr((plane << 16) + 0xFFFE)}{chr((plane << 16) + 0xFFFF)}" for plane in range(1, 17))
    + "\U000e0000-\U000e007f]"
)
"""Control characters, code points that are no characters (Unicode, chapter 23.7), and tags that nobody can see."""
_NEVER_TEXT = re.compile(
    rb"\xf3\xa0[\x80\x81][\x80-\xbf]|\xef\xb7[\x90-\xaf]|[\xf0-\xf4][\x8f\x9f\xaf\xbf]\xbf[\xbe\xbf]"
)
"""The same beyond what the parser itself refuses, as bytes of UTF-8."""
_MAY_BEGIN = (b"\xef", b"\xf0", b"\xf1", b"\xf2", b"\xf3", b"\xf4")
_PLAIN_ONLY = "A record is plain YAML: names and text, lists and mappings."


class Trouble(NamedTuple):
    """One reason why a file can't be taken as it is."""

    span: Span
    message: str
    help: str


class ParsedFile(NamedTuple):
    """What a file holds; `data` is None where it can't be read at all."""

    data: dict[str, Any] | None
    troubles: tuple[Trouble, ...] = ()


class _Refused(Exception):
    """The rest of the file isn't read."""


def read(raw: bytes, number_keys: frozenset[str] = frozenset()) -> ParsedFile:
    """Return the data of a file's bytes; where anything is refused, the troubles say where and what to do."""
    reading = _Reading(number_keys)
    try:
        data = reading.document(raw)
    except _Refused:
        data = None
    return ParsedFile(None if reading.troubles else data, tuple(reading.troubles))


class _Reading:
    """One pass over a file."""

    def __init__(self, number_keys: frozenset[str]) -> None:
        self.number_keys = number_keys
        self.troubles: list[Trouble] = []
        self.escapes = True
        self.documents = 0

    def document(self, raw: bytes) -> dict[str, Any]:
        raw = self._checked(raw)
        self.escapes = b"\\" in raw
        try:
            with parsed(raw) as get_event:
                data = self._built(get_event, marked=b"&" in raw or b"!" in raw)
        except yaml.YAMLError as error:
            raise self._refuse(*in_plain_words(error, raw)) from None
        return self._root(data)

    def _checked(self, raw: bytes) -> bytes:
        """Refuse what can be seen in the bytes; return them without a byte-order mark."""
        if len(raw) > MAX_BYTES:
            raise self._refuse(
                Span(), "This file is larger than 1 MiB.", "Split it: one file holds one thing that somebody did."
            )
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw[:2]:
            raise self._refuse(
                Span(), "This file is written in UTF-16, not UTF-8.", "Save it again and choose the encoding UTF-8."
            )
        if b"\t" in raw:
            raise self._refuse(
                _place_of(raw, raw.index(b"\t")),
                "There is a tab here, and a record holds none.",
                "Put spaces instead: two for each step to the right.",
            )
        if b"\x85" in raw and b"\xc2\x85" in raw:  # one byte is looked for many times as fast as two
            raise self._refuse(
                _place_of(raw, raw.index(b"\xc2\x85")),
                "There is a control character here (U+0085).",
                "Remove it: it can't be seen, and it is no part of the text.",
            )
        if any(byte in raw for byte in _MAY_BEGIN) and (found := _NEVER_TEXT.search(raw)):
            number = ord(found[0].decode("utf-8"))
            raise self._refuse(
                _place_of(raw, found.start()),
                f"There is a character here that can't be seen and is no text (U+{number:04X}).",
                "Remove it.",
            )
        return raw.removeprefix(b"\xef\xbb\xbf")

    # A loop of its own, and a long one: over the generator of `events.walk`, with a function for
    # plain scalars, reading 2,500 files took 14 to 20 % longer.
    def _built(self, get_event: Callable[[], Any], marked: bool) -> Any:
        """Build the data from the parser's events; only a file that is `marked` can hold anchors and tags."""
        scalar, mapping, sequence = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
        ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        number_keys, escapes, special, once = self.number_keys, self.escapes, _SPECIAL, intern
        stack: list[Any] = []  # what holds it, from the outermost in
        root: Any = None
        current: Any = None  # the mapping or list being filled
        key: str | None = None  # the key whose value comes next
        nodes = 0
        while True:
            event = get_event()
            kind = type(event)
            if kind is scalar:
                if marked:
                    self._anchor_or_tag(event)
                value: Any = event.value
                if key is None and type(current) is dict:
                    if value in current:
                        self._duplicate(value, event)
                    key = once(value)
                    continue
                style = event.style
                if not style:  # plain
                    if value in special:
                        value = special[value]
                    elif key in number_keys and _NUMBER.fullmatch(value):
                        value = float(value) if "." in value else int(value)
                    elif len(value) < 24:
                        value = once(value)  # ids and days stand in file after file: one copy of each will do
                elif escapes and style == '"':
                    self._escaped(value, event)
            elif kind is mapping or kind is sequence:
                if marked:
                    self._anchor_or_tag(event)
                if key is None and type(current) is dict:
                    raise self._no_key(event)
                value = {} if kind is mapping else []
            elif kind in ends:
                nodes += len(current)
                current = stack.pop()
                continue
            elif kind is yaml.StreamEndEvent:
                break
            else:
                self._other(event)
                continue
            if key is not None:
                current[key] = value
                key = None
            elif current is None:
                root = value
            else:
                current.append(value)
            if kind is not scalar:
                stack.append(current)
                if len(stack) > MAX_DEPTH or nodes > MAX_NODES:
                    raise self._too_much(event, deep=len(stack) > MAX_DEPTH)
                current = value
        if nodes > MAX_NODES:
            raise self._too_much(None, deep=False)
        return root

    def _root(self, data: Any) -> dict[str, Any]:
        """Refuse whatever isn't a mapping."""
        if isinstance(data, dict):
            return data
        message = "This file is empty." if data is None else "This file doesn't begin with a key."
        raise self._refuse(Span(), message, "A record is a mapping: lines of the form `key: value`.")

    def _other(self, event: Any) -> None:
        """Refuse aliases and a second document."""
        if isinstance(event, yaml.AliasEvent):
            raise self._refuse(span_of(event), "There is an alias (`*`) here, and a record has none.", _PLAIN_ONLY)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                help = "Put it in a file of its own, or remove `---`."
                raise self._refuse(span_of(event), "A second document begins here.", help)

    def _no_key(self, event: Any) -> _Refused:
        return self._refuse(
            span_of(event),
            "A list or mapping stands here where a key belongs.",
            "If braces or brackets are part of the text, put the text in a `>-` block.",
        )

    def _trouble(self, event: Any, message: str, help: str) -> None:
        """Note one thing that is wrong, and read on unless there have been too many."""
        self.troubles.append(Trouble(span_of(event), message, help))
        if len(self.troubles) >= MAX_TROUBLES:
            raise _Refused

    def _refuse(self, span: Span, message: str, help: str) -> _Refused:
        self.troubles.append(Trouble(span, message, help))
        return _Refused()

    def _too_much(self, event: Any, deep: bool) -> _Refused:
        what = "is nested more than 64 levels deep" if deep else "holds more than 50,000 values"
        return self._refuse(
            span_of(event) if event else Span(), f"This file {what}.", "Split it, or look whether something went wrong."
        )

    def _anchor_or_tag(self, event: Any) -> None:
        if event.anchor is None and event.tag is None:
            return
        what = "an anchor (`&`)" if event.anchor is not None else "a tag (`!`)"
        help = f"{_PLAIN_ONLY} If the mark is part of the text, put the text in quotes or in a `>-` block."
        self._trouble(event, f"There is {what} here, and a record has none.", help)

    def _duplicate(self, key: str, event: Any) -> None:
        help = "Keep one of the two; for several values write a list."
        self._trouble(event, f"The key `{_cut(key)}` stands twice in the same mapping.", help)

    def _escaped(self, value: str, event: Any) -> None:
        """Refuse control characters that were written as escapes."""
        found = _CONTROL.search(value)
        if found and found[0] != "\n":
            message = f"This text holds a control character (U+{ord(found[0]):04X})."
            self._trouble(event, message, "Remove it: it can't be seen or printed.")


def _cut(key: str) -> str:
    words = " ".join(key.split())
    return words if len(words) <= 60 else words[:59] + "…"


def _place_of(raw: bytes, offset: int) -> Span:
    """Return the place of the byte at `offset`."""
    before = raw[:offset].removeprefix(b"\xef\xbb\xbf")
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    return Span(line, column, line, column + 1)
