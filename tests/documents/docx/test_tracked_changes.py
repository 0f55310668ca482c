"""A redline in Word: accepting every change gives the new text, rejecting every one the old, whoever reads it."""

from __future__ import annotations

import io
import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from policybook import redline
from policybook.documents import docx as word
from policybook.documents import manuscript
from policybook.documents.drafts import match
from policybook.model import Text
from policybook.text import rich_text
from tests import held, office
from tests.documents.drafts.test_drafts import canonical, texts

docx = pytest.importorskip("docx", reason="python-docx is not installed")

ABOUT = word.About("A redline", "Heron Bend", "en")


def text(*provisions: dict[str, Any], title: str = "Order", **more: Any) -> Text:
    return Text({"title": title, "text": list(provisions), **more}, "x.yml", "1@x")


def made(old: Text | None, new: Text | None) -> bytes:
    return word.redlined(redline.between(old, new), ABOUT)


def sides(data: bytes, old: Text, new: Text) -> tuple[bytes, bytes]:
    """Return the canonical forms of what our own reader finds on both sides."""
    read = word.read(data)
    taken = {*old.by_id, *new.by_id}
    accepted = match.matched(read.accepted, new, taken)
    rejected = match.matched(read.rejected or read.accepted, old, taken)
    return canonical(accepted.text()), canonical(rejected.text())


MOVED = (
    text(
        {
            "id": "a",
            "label": "1.",
            "heading": "Quiet",
            "text": "Nobody shouts in the hall.\nDogs stay outside the hall.",
        },
        {"id": "b", "label": "2.", "heading": "Turns", "text": "Everybody speaks for three minutes, in **turn**."},
        {
            "id": "c",
            "text": "The chair may:",
            "numbering": "(a)",
            "items": ["close the doors of the hall early;", "call a recess of ten minutes;", "ask for quiet."],
        },
        {"id": "d", "text": "A table of times:", "table": "| who | minutes |\n| guests | 3 |\n| members | 5 |"},
        footnotes={"1": "An old note."},
    ),
    text(
        {"id": "b", "label": "1.", "heading": "Turns", "text": "Everybody speaks for five minutes, in **turn**.[^law]"},
        {"id": "a", "label": "2.", "heading": "Quiet in the hall", "text": "Nobody shouts in the hall."},
        {
            "id": "c",
            "text": "The chair, or whoever stands in, may:",
            "numbering": "(a)",
            "items": [
                "ask for quiet.",
                "close the doors of the hall early;",
                {"text": "x", "items": ["deeper", "still"]},
            ],
        },
        {"id": "d", "text": "A table of times:", "table": "| who | minutes | how |\n| guests | 4 | loud |"},
        {"id": "e", "text": "Dogs stay outside the hall."},
        title="Order at Meetings",
        footnotes={"law": "See [the law](https://law.example/1)."},
    ),
)
CUT = (
    text(
        {"id": "a", "text": "We offer a **restorative meeting** soon."},
        {"id": "b", "kind": "lines", "text": "One\nTwo"},
    ),
    text(
        {"id": "a", "text": "We offer a **restorative** meeting *soon*."},
        {"id": "b", "kind": "lines", "text": "One\nThree\nTwo"},
    ),
)


def pairs() -> list[tuple[Text, Text]]:
    """Return texts of Heron Bend before and after an act, and a few that were made for this."""
    found: list[tuple[Text, Text]] = [MOVED, (MOVED[1], MOVED[0]), CUT, (CUT[1], CUT[0])]
    for policy in held.manual(held.HERON_BEND):
        line = [act for act in (*policy.acts, *policy.proposals) if act.holds_text]
        found += list(itertools.pairwise(line))
    return found


@given(texts(), texts())
@settings(deadline=None, max_examples=30)
def test_both_texts_can_be_had_back(old: Text, new: Text) -> None:
    assert sides(made(old, new), old, new) == (canonical(new), canonical(old)), repr((old.data, new.data))


def test_both_texts_of_every_act_can_be_had_back() -> None:
    for old, new in pairs():
        assert sides(made(old, new), old, new) == (canonical(new), canonical(old)), new.path


def lines(text: Text) -> list[str]:
    """Return what a text looks like as plain lines."""
    shown = manuscript.of(text)

    def line(words: rich_text.Line) -> str:
        return "".join(span.note or span.text for span in words)

    found = [shown.title]
    for block in shown.blocks:
        label = block.label or block.mark
        found += [f"{label}\t" if label else ""] if block.kind != "table" else []
        if block.kind == "table":
            found += [line(cell) for row in block.rows for cell in row]
        else:
            found[-1] += "\n".join(map(line, block.lines))
    found += [f"{name}\t{line(words)}" for name, words in sorted(shown.notes.items())]
    return [part for whole in found for part in whole.split("\n") if part.strip()]


@office.needs_sides
def test_libreoffice_finds_both_texts(tmp_path: Path) -> None:
    some = pairs()[:4] + pairs()[4::4]
    files = [tmp_path / f"{at}.docx" for at in range(len(some))]
    for file, (old, new) in zip(files, some, strict=True):
        file.write_bytes(made(old, new))
    for (accepted, rejected), (old, new) in zip(office.sides(files, tmp_path), some, strict=True):
        assert [one for one in accepted.split("\n") if one.strip()] == lines(new), new.path
        assert [one for one in rejected.split("\n") if one.strip()] == lines(old), new.path


@office.needs_pandoc
def test_pandoc_finds_both_texts(tmp_path: Path) -> None:
    plain = tmp_path / "plain.docx"
    file = tmp_path / "redline.docx"

    def words(path: Path, side: str) -> list[str]:
        """Return the words; pandoc keeps the ruled lines of a table's rows that are gone."""
        return [word for word in office.pandoc(path, side).split() if set(word) != {"-"}]

    for old, new in [*pairs()[:2], *pairs()[4::6]]:
        file.write_bytes(made(old, new))
        for side, text in (("accept", new), ("reject", old)):
            plain.write_bytes(made(text, text))
            assert words(file, side) == words(plain, "accept"), (side, new.path)


def test_what_moved_here_from_another_policy_is_put_in() -> None:
    new = text({"id": "a", "text": "Words that stood in another policy.", "was": "9#z"})
    origin = redline.Unit("z", "text", "z", text="Words that stood elsewhere, in another policy.")
    marked = redline.between(None, new, redline.Elsewhere({"9#z": origin}))
    assert [op.change for op in marked.ops][-1] == "moved-here"
    body = docx.Document(io.BytesIO(word.redlined(marked, ABOUT))).element.body
    assert not list(body.iter("{*}moveTo", "{*}moveToRangeStart"))
    accepted = word.read(word.redlined(marked, ABOUT)).accepted
    assert manuscript.words(accepted.blocks[0]) == "Words that stood in another policy."


def test_changes_name_who_made_them_and_when_and_moves_are_moves() -> None:
    body = docx.Document(io.BytesIO(made(*MOVED))).element.body
    changes = list(body.iter("{*}ins", "{*}del", "{*}moveFrom", "{*}moveTo"))
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    assert {change.get(f"{name}author") for change in changes} == {"Heron Bend"}
    assert all(change.get(f"{name}date") for change in changes)
    ids = [change.get(f"{name}id") for change in changes]
    assert len(set(ids)) == len(ids)
    away = {start.get(f"{name}name") for start in body.iter("{*}moveFromRangeStart")}
    here = {start.get(f"{name}name") for start in body.iter("{*}moveToRangeStart")}
    assert away == here != set()
