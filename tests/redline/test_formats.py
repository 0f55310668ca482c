"""The forms of a redline: each gives both texts back, and no word of a record can be more than a word in any."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

from hypothesis import given, settings
from jsonschema import Draft202012Validator

from policybook import resources
from policybook.model import Text
from policybook.redline import End, Ends, Op, Redline, Unit, between, units
from policybook.redline.formats import html as html_form
from policybook.redline.formats import json as json_form
from policybook.redline.formats import markdown as markdown_form
from policybook.redline.formats import terminal as terminal_form
from policybook.redline.styled import printed as styled_pieces
from policybook.redline.styled import restyled
from policybook.redline.summary import entries
from policybook.redline.word_diff import part
from policybook.text import markup
from tests.redlines import text, texts

DIGEST = "sha256:" + "0" * 64
ENDS = Ends("3210", End("a", "the text of <b>a</b>", "A", DIGEST, "2020"), End("b", "proposal b", "B", DIGEST))
HOSTILE = "<script>alert(1)</script> @everyone #1 [x](javascript:alert(1)) ![i](https://evil.example/i.png) `c` \x1b[31m | www.evil.example {{ x }} &lt;"


class Shown(HTMLParser):
    """What of a redline's text is shown in one reading: without what is gone, or without what is new."""

    def __init__(self, hidden: str) -> None:
        super().__init__()
        self.words = ""
        self.tags: list[str] = []
        self._hidden = hidden
        self._open: list[bool] = []
        self._marked = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not any(name.startswith("on") for name, _ in attributes)
        classes = (dict(attributes).get("class") or "").split()
        if tag not in ("br", "input", "meta"):
            self._open.append(tag == self._hidden or not {"pb-unseen", "pb-change", "pb-how"}.isdisjoint(classes))
            self._marked = self._marked or "pb-marked" in classes

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._marked and not any(self._open):
            self.words += data


def squeezed(words: str) -> str:
    return "".join(words.replace("¶", "").replace("Title:", "").split())


def printed(op: Op, unit: Unit | None) -> str:
    if unit is None or (unit.kind == "title" and op.change == "same"):
        return ""  # a title that stays stands above the redline
    sign = "" if op.label else op.unit.mark
    parts = [unit.label or sign, unit.heading, unit.text, *(cell for row in unit.table for cell in row)]
    return "".join("".join(placed.span.text for placed in markup.spans(words)) for words in parts)


@given(texts(), texts())
@settings(max_examples=50, deadline=None)
def test_html_shows_both_texts_and_nothing_else(old: Text, new: Text) -> None:
    redline = between(old, new)
    made = html_form.fragment(redline)
    if not redline.changes:
        return
    for hidden, side in (("del", "new"), ("ins", "old")):
        reader = Shown(hidden)
        reader.feed(made)
        wanted = "".join(printed(op, op.before if side == "old" else op.new) for op in redline.ops)
        assert sorted(squeezed(reader.words)) == sorted(squeezed(wanted))
        assert not {"script", "img", "a href"} & set(reader.tags)


def redline_of_hostile() -> Redline:
    entry = {"id": "a", "label": HOSTILE, "heading": HOSTILE, "text": HOSTILE, "table": f"| {HOSTILE} |"}
    old = text([entry, {"id": "b", "text": f"{HOSTILE} b"}], HOSTILE, footnotes={"1": HOSTILE})
    changed = {**entry, "text": f"{HOSTILE} more", "heading": f"new {HOSTILE}"}
    return between(
        old, text([{"id": "b", "text": f"b {HOSTILE}"}, changed], f"{HOSTILE}!", footnotes={"1": f"{HOSTILE}."})
    )


def test_hostile_words_stay_words_in_every_form() -> None:
    redline = redline_of_hostile()
    ends = Ends(HOSTILE, End(HOSTILE, HOSTILE, HOSTILE), End(HOSTILE, HOSTILE, HOSTILE))
    page = html_form.render(redline, ends)
    assert "<script" not in page
    assert "<img" not in page
    assert "javascript:" not in page
    made = markdown_form.render(redline, ends)
    allowed = r"</?(?:ins|del|em|strong|sub|details|summary)>|<br>"
    assert "<" not in re.sub(allowed, "", made)
    assert not re.search(r"@\w|#\w(?!\d*;)|\]\(|!\[|`|www\.|https?:/", re.sub(r"&#[0-9]+;", "", made))
    assert "\x1b" not in terminal_form.render(redline, ends)
    assert "".join(words for words, _ in terminal_form.pieces(redline, ends)) == terminal_form.render(redline, ends)


@given(texts(), texts())
@settings(max_examples=25, deadline=None)
def test_json_obeys_its_schema_and_gives_both_texts_back(old: Text, new: Text) -> None:
    made = json.loads(json_form.render(between(old, new), ENDS))
    VALIDATOR.validate(made)
    for side, mark in (("old", "removed"), ("new", "added")):
        pieces = [op for op in made["operations"] if op[side] is not None]
        rebuilt = ["".join(run["text"] for run in op["text"] if run["mark"] in ("same", mark)) for op in pieces]
        assert rebuilt == [unit.text for unit in units(old if side == "old" else new)]


VALIDATOR = Draft202012Validator(
    json.loads((resources.folder("schemas") / "published" / "redline.schema.json").read_text(encoding="utf-8"))
)


@given(texts(), texts())
@settings(max_examples=25, deadline=None)
def test_each_change_is_counted_once(old: Text, new: Text) -> None:
    redline = between(old, new)
    found = entries(redline)
    counted = [at for entry in found for at in entry.ops]
    assert sorted(counted) == [at for at, op in enumerate(redline.ops) if op.change != "same"]
    assert [entry.number for entry in found] == list(range(1, len(found) + 1))
    assert all("\x1b" not in words for words, _ in terminal_form.pieces(redline, ENDS))


def test_marks_are_no_words_and_a_change_of_marks_alone_is_seen() -> None:
    def told(old: str, new: str) -> list[tuple[str, str, str]]:
        return [(piece.mark, piece.text, restyled(piece)) for piece in styled_pieces(part(old, new)[0])]

    assert told("Every school keeps the rule.", "Every school keeps **the rule**.") == [
        ("same", "Every school keeps ", ""),
        ("same", "the rule", "now bold"),
        ("same", ".", ""),
    ]
    assert told(
        "Every school offers a **meeting** in ten days.", "Every school offers a **meeting** in five days."
    ) == [
        ("same", "Every school offers a ", ""),
        ("same", "meeting", ""),
        ("same", " in ", ""),
        ("removed", "ten", ""),
        ("added", "five", ""),
        ("same", " days.", ""),
    ]
    links = told("See the long [list of rules](https://a.example).", "See the long [list of rules](https://b.example).")
    assert links[1] == ("same", "list of rules", "now a link to https://b.example, no longer to https://a.example")
