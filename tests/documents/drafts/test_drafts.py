"""An edited text becomes provisions: unedited, the same text; edited, only that edit."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policybook.documents import manuscript
from policybook.documents.drafts import match, outline
from policybook.model import Text
from policybook.text import markup, rich_text
from policybook.values import digest, slugs
from tests import held

WORDS = st.text(st.sampled_from("ab c*[](^)\\|_.é—漢1#-:\t<&\u00a0"), max_size=14)
SAYS = frozenset(("text", "table", "items", "heading"))
"""A provision says something; an item begins with words, for on paper a bare table belongs to what stands before it."""
LABELS = st.sampled_from(["1.", "(a)", "i.", "A.", "4.", "Section 2", "—", "•", "", "(iv)", "z."])


def provision(depth: int) -> st.SearchStrategy[dict[str, Any]]:
    keys: dict[str, st.SearchStrategy[Any]] = {
        "text": st.lists(WORDS, min_size=1, max_size=3).map("\n".join).filter(str.strip),
        "label": LABELS,
        "table": st.sampled_from(["| a | b |\n| 1 | |", "| *x* |\n| y\\|z | w |"]),
        "numbering": LABELS.filter(bool),
        "kind": st.sampled_from(["text", "quote", "lines", "form", "note"]),
    }
    if depth:
        keys["items"] = st.lists(WORDS.filter(str.strip) | provision(depth - 1), min_size=1, max_size=3)
    if depth == 2:
        keys |= {"heading": st.sampled_from(["Purpose", "What *we* do", "1 [x]"]), "level": st.integers(1, 4)}
    says = SAYS if depth == 2 else frozenset(("text",))
    return st.fixed_dictionaries({}, optional=keys).filter(lambda entry: entry.keys() & says)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    listed = draw(st.lists(provision(2), min_size=1, max_size=4))
    data = [{"id": f"p-{at}", **entry} for at, entry in enumerate(listed)]
    notes = draw(st.dictionaries(st.sampled_from(["1", "law"]), WORDS.filter(str.strip), max_size=2))
    if notes:
        data.append({"id": "noted", "text": "Words.[^1] More.[^law] Again.[^1]"})
    return Text({"title": draw(WORDS.filter(str.strip)), "text": data, "footnotes": notes}, "x.yml", "1@x")


def canonical(text: Text) -> bytes:
    return digest.canonical(text.title, text.data["text"], text.footnotes)


def again(text: Text, read: manuscript.Manuscript | None = None) -> bytes:
    """Return the canonical form of a text that was laid out, and perhaps written to a file, and read."""
    draft = match.matched(read or manuscript.of(text), text, text.by_id)
    assert draft.given == draft.gone == (), repr(text.data)
    return canonical(draft.text())


@given(texts())
@settings(deadline=None)
def test_a_text_laid_out_and_read_again_is_the_same_text(text: Text) -> None:
    assert again(text).decode() == canonical(text).decode(), repr(text.data)


@pytest.mark.parametrize("text", held.texts(), ids=held.name)
def test_every_held_text_laid_out_and_read_again_is_the_same(text: Text) -> None:
    draft = match.matched(manuscript.of(text), text, text.by_id)
    assert draft.provisions == text.data["text"]


@given(WORDS | st.text(max_size=30))
def test_a_line_with_marks_says_the_same_again(words: str) -> None:
    line = rich_text.read(" ".join(words.split()))
    assert rich_text.read(rich_text.markup(line)) == line


@given(st.text(st.sampled_from("ab *[](^)\\1:policy."), max_size=20))
def test_words_typed_anywhere_stay_words(words: str) -> None:
    line = rich_text.normal([rich_text.Span(words)])
    assert rich_text.read(rich_text.markup(line)) == line
    assert all(node.kind == "text" for node in markup.parse(rich_text.markup(line)))


def test_a_mark_is_escaped_only_where_it_would_be_one() -> None:
    assert rich_text.markup((rich_text.Span("2 * 3 [see] (a)"),)) == "2 * 3 [see] (a)"
    assert rich_text.markup((rich_text.Span("*not* (policy:1010) [^1]"),)) == r"\*not\* \(policy:1010) \[^1\]"
    both = (rich_text.Span("a ", strong=True), rich_text.Span("b", strong=True, emphasis=True))
    assert rich_text.markup(both) == "**a *b***"
    assert (
        rich_text.markup((rich_text.Span("a b", link=rich_text.leads("https://x.example/a (b)")),))
        == "[a b](https://x.example/a%20%28b%29)"
    )


def test_new_provisions_get_ids_from_their_words_and_never_an_old_one() -> None:
    taken = {"fair-discipline-teaches", "school", "school-2"}

    def named(words: str) -> str:
        return slugs.free(slugs.provision(words), taken)

    assert named("Fair discipline teaches the student.") == "fair-discipline-teaches-2"
    assert named("The school") == "school-3"
    assert named("3 days") == "days"
    assert named("—") == "provision"
    long = named("Überlange Wörterverbindungsgrundsatzbestimmungen sind erlaubt")
    assert long == "uberlange-worterverbindungsgrundsatzbest"
    assert slugs.free(long, {long}) == "uberlange-worterverbindungsgrundsatzbe-2"


def test_a_list_finds_its_numbering_again() -> None:
    def items(*labels: str) -> Any:
        blocks = [
            manuscript.Block(
                "text", (rich_text.read("x"),), 1, True, *((label, "") if label.strip("—") else ("", label))
            )
            for label in labels
        ]
        return outline.provisions(blocks)[0]

    assert items("(a)", "(b)", "(c)")["numbering"] == "(a)"
    assert items("(a)", "(b)", "(d)") == {"numbering": "(a)", "items": ["x", "x", {"label": "(d)", "text": "x"}]}
    assert items("4.", "5.")["numbering"] == "4."
    assert items("4", "—")["items"] == ["x", {"label": "—", "text": "x"}]
