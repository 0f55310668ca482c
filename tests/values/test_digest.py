"""The digest and the chain, held to the worked examples of the format."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from policybook.values import digest

QUORUM = [
    {
        "id": "quorum",
        "label": "1.",
        "heading": "Quorum",
        "text": "Three directors are a quorum. A vacancy doesn’t \u00a0 change that.\nThe cafe\u0301 rule is gone.",
        "numbering": "(a)",
        "items": ["in person;", {"id": "by-phone", "text": "by phone."}],
    }
]


def test_the_worked_example() -> None:
    assert len(digest.canonical("Quorum", QUORUM)) == 266
    assert digest.of_text("Quorum", QUORUM) == (
        "sha256:6709a596c403cb93dee87fb0105876b5af37d2b7802832b8841d4bed785be8b1"
    )


def test_the_smallest_manual() -> None:
    text = [{"id": "mission", "text": "Every child in Heron Bend learns to read, to reason and to get along."}]
    own = digest.of_text("Mission", text)
    assert own == "sha256:8bb3ee3192d8eba4eee3c671cd69e3b8dcebc25213ea4d3a98a41900c30ecc82"
    assert digest.of_act(None, "2026-03-10", "adopt", own) == (
        "sha256:09e88338d7273d6dd1ffc874f35214973ceddfd627ff580cd49f5699d562f06b"
    )


_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(_WORDS, st.dictionaries(st.from_regex("[a-z0-9][a-z0-9-]{0,3}", fullmatch=True), _WORDS, min_size=1))
def test_the_form_is_json_as_another_writer_sorts_and_escapes_it(title: str, notes: dict[str, str]) -> None:
    written = digest.canonical(title, [], notes)
    again = json.dumps(json.loads(written), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert written == again.encode()


@given(st.lists(st.text(alphabet="ab é", min_size=1), min_size=1, max_size=5), st.sampled_from([" ", "  ", "\u00a0"]))
def test_white_space_and_ids_do_not_change_it(words: list[str], space: str) -> None:
    one = [{"id": "a", "text": " ".join(words)}]
    other = [{"id": "b", "text": space.join(words) + " "}]
    assert digest.of_text("T", one) == digest.of_text("T", other)


@given(st.text("ab \n\t\r\v\f\x1c\x1d\x1e\x1f\u00a0\u2028\u00e9", max_size=12))
def test_white_space_is_single_spaces_and_line_ends(text: str) -> None:
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert digest.normal(text) == "\n".join(line for line in lines if line)


def test_a_word_a_label_the_order_and_the_title_do() -> None:
    parts = [{"id": "a", "text": "one"}, {"id": "b", "text": "two"}]
    labelled = [{"id": "a", "label": "1.", "text": "one"}, parts[1]]
    texts = [("T", parts), ("T", parts[::-1]), ("T", labelled), ("U", parts), ("T", [{"text": "won"}, parts[1]])]
    assert len({digest.of_text(title, text) for title, text in texts}) == len(texts)
