"""The YAML door: what is taken, what is refused, and where each thing stands."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from policybook.record.schema import files
from policybook.record.yaml import reader
from policybook.record.yaml.positions import Spans
from tests import cases

REFUSED = [
    (b"a: 1\nb: 2\na: 3\n", 3, 1, "The key `a` stands twice"),
    (b"a: &x 1\n", 1, 4, "There is an anchor"),
    (b"a: 1\nb: *x\n", 2, 4, "There is an alias"),
    (b"a: !!str x\n", 1, 4, "There is a tag"),
    (b"a: 1\n---\nb: 2\n", 2, 1, "A second document"),
    (b"a: 1\nb:\tc\n", 2, 3, "There is a tab"),
    (b"a: b\x07\n", 1, 5, "There is a control character"),
    (b'a: "b\\u0007"\n', 1, 4, "This text holds a control character (U+0007)"),
    ("a: b\u0085c\n".encode(), 1, 5, "There is a control character here (U+0085)"),
    ("a: b\U000e0041\n".encode(), 1, 5, "There is a character here that can't be seen and is no text (U+E0041)"),
    ("a: b\U0001ffff\n".encode(), 1, 5, "There is a character here that can't be seen and is no text (U+1FFFF)"),
    ("a: b\U0010fffe\n".encode(), 1, 5, "There is a character here that can't be seen and is no text (U+10FFFE)"),
    ("a: b\ufdd0\n".encode(), 1, 5, "There is a character here that can't be seen and is no text (U+FDD0)"),
    (b"a: \xff\n", 1, 4, "This file isn't UTF-8"),
    ("a: 1\n".encode("utf-16"), 1, 1, "This file is written in UTF-16"),
    ("a: 1\n".encode("utf-16-le"), 1, 1, "This file is written in UTF-16"),
    (b"- a\n- b\n", 1, 1, "This file doesn't begin with a key"),
    (b"just words\n", 1, 1, "This file doesn't begin with a key"),
    (b"# only a comment\n", 1, 1, "This file is empty"),
    (b"", 1, 1, "This file is empty"),
    (b"a: b: c\n", 1, 5, "A colon followed by a space"),
    (b"a: 'b\n", 1, 4, "A quotation mark is opened"),
    (b"a: [b\n", 1, 4, "A bracket or brace is opened"),
    (b"a:\n  - {b c\n  - d\ne: 1\n", 2, 5, "A bracket or brace is opened"),
    (b"a: @b\n", 1, 4, "A line can't begin with this character"),
    (b"a: 1\n b: 2\n", 2, 2, "This line stands further in than the line above"),
    (b"a:\n  - b: c\n   d: e\n", 3, 4, "This line stands inside a list"),
    (b"a:\n  - b\n - c\n", 3, 2, "This line doesn't fit what stands above it"),
    (b"a: 1\nb:2\nc: 3\n", 2, 1, "This line is no `key: value`"),
    (b"a:\n  b: >-\n  Words.\n  More.\n  c: 1\nd: 1\n", 3, 3, "This line is no `key: value`"),
    (b"a:\n  - **Ends** first\n", 2, 5, "A value can't begin with `*`"),
    (b"a: & b\n", 1, 4, "A value can't begin with `&`"),
    (b"a: >- words\n  more\n", 1, 7, "Text can't stand on the same line as `>-`"),
    (b'a:\n  - b: "c\n    d: e\n  - b: "f"\n', 2, 8, "A quotation mark is opened and never closed"),
    (b"a: 'b\nc: d\ne: 'f'\n", 1, 4, "A quotation mark is opened and never closed"),
    (b'a:\n  - "b\n  - "c"\n', 2, 5, "A quotation mark is opened and never closed"),
    (b'a: "b" c\n', 1, 8, "Something stands behind a value that has ended"),
    (b'a:\n  - "b" c\n', 2, 9, "Something stands behind a value that has ended"),
    (b"a:\n  - [b] c\n", 2, 9, "Something stands behind a value that has ended"),
    (b"a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> ours\n", 2, 1, "Two people changed this place"),
    (b"? [a]\n: b\n", 1, 3, "A list or mapping stands here"),
    (b"- " * 200_000, 1, 129, "This file is nested more than 64 levels deep"),
    (b"[" * 400, 1, 65, "This file is nested more than 64 levels deep"),
    (b"a: [" + b"b, " * 50_001 + b"b]\n", 1, 1, "This file holds more than 50,000 values"),
    (b"a: " + b"b" * (1 << 20) + b"\n", 1, 1, "This file is larger than 1 MiB"),
]


@pytest.mark.parametrize(
    ("raw", "line", "column", "message"),
    REFUSED,
    ids=lambda value: None if isinstance(value, bytes) else str(value)[:30],
)
def test_a_refusal_says_where_and_what_to_do(raw: bytes, line: int, column: int, message: str) -> None:
    document = reader.read(raw)
    assert document.data is None
    trouble = document.troubles[0]
    assert (trouble.span.line, trouble.span.column) == (line, column)
    assert trouble.message.startswith(message)
    assert trouble.help.endswith(".") or "`" in trouble.help


@given(st.text("ab:-[]{}\"'&*!>|#%@ \n\r\u0085\u2028\ufeff", max_size=30))
def test_whatever_is_refused_is_refused_within_the_file(text: str) -> None:
    lines = len(re.split("\r\n|[\r\n\u0085\u2028\u2029]", text))
    for trouble in reader.read(text.encode()).troubles:
        assert 1 <= trouble.span.line <= lines + 1


def test_a_file_full_of_faults_is_not_listed_to_its_end() -> None:
    assert len(reader.read(b"a: 1\n" * 40_000).troubles) == reader.MAX_TROUBLES


def test_scalars_are_the_text_that_stands_in_the_file() -> None:
    raw = b"\xef\xbb\xbfa: no\nb: 0410\nc: 1312.10\nd: 2026-03-10\ne: true\nf: ~\ng:\nh: 'true'\ni: NO\nseats: 5\nj: 5\nk: 1e3\n"
    assert reader.read(raw, frozenset(["seats"])).data == {
        "a": "no", "b": "0410", "c": "1312.10", "d": "2026-03-10", "e": True, "f": None, "g": None,
        "h": "true", "i": "NO", "seats": 5, "j": "5", "k": "1e3",
    }  # fmt: skip


def test_windows_line_ends_change_nothing() -> None:
    for raw in cases.small().values():
        assert reader.read(raw.replace(b"\n", b"\r\n")).data == reader.read(raw).data


@settings(max_examples=500, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    document = reader.read(raw)
    assert (document.data is None) == bool(document.troubles)
    for trouble in document.troubles:
        assert trouble.span.line >= 1
        assert trouble.span.column >= 1
    Spans(raw)


@pytest.mark.parametrize("path", [path for path in cases.small() if path.endswith(".yml")])
def test_the_data_is_what_pyyaml_reads_as_text(path: str) -> None:
    raw = cases.small()[path]

    def text(value: object) -> object:
        if isinstance(value, dict):
            return {key: text(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [text(inner) for inner in value]
        if value is None:
            return ""
        return str(value).lower() if isinstance(value, bool) else str(value)

    assert text(reader.read(raw, files.number_keys()).data) == yaml.load(raw, yaml.BaseLoader)


def test_places() -> None:
    spans = Spans("# c\na: 1\ntext:\n  - id: x\n    text: >-\n      hello wörld\n      again\nb: {c: d}\n".encode())
    assert (spans.of(("a",)).line, spans.of(("a",)).column) == (2, 4)
    assert (spans.of(("a",), on_key=True).line, spans.of(("a",), on_key=True).column) == (2, 1)
    assert (spans.of(("text", 0)).line, spans.of(("text", 0)).column) == (4, 5)
    assert (spans.of(("text", 0, "label")).line, spans.of(("text", 0, "label")).column) == (4, 5)
    assert (spans.of(("text", 0, "text")).line, spans.of(("text", 0, "text")).column) == (5, 5)
    assert (
        spans.of(("text", 0, "text"), phrase="wörld").line,
        spans.of(("text", 0, "text"), phrase="wörld").column,
    ) == (6, 13)
    assert (spans.of(("b", "c")).line, spans.of(("b", "c")).column) == (8, 8)
    assert spans.of(("nowhere",)).line == 2


def test_deep_nesting_ends_with_a_finding() -> None:
    for opening in (b"[", b"{", b"- ", b"? ", b"a: ["):
        trouble = reader.read(opening * 100_000).troubles[0]
        assert trouble.message
    assert reader.read(b"[" * 100_000).troubles[0].message == "This file is nested more than 64 levels deep."
