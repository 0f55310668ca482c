"""A text written to a Word file, edited or not, and read back."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings

from policybook.cli import main
from policybook.documents import docx as word
from policybook.documents import manuscript
from policybook.documents.docx import lists
from policybook.documents.drafts import match
from policybook.documents.drafts.draft import Draft
from policybook.errors import PolicybookError
from policybook.model import Text
from policybook.values import digest
from tests import held, office
from tests.documents.drafts.test_drafts import again, canonical, texts

docx = pytest.importorskip("docx", reason="python-docx is not installed")

ABOUT = word.About("A text", "Heron Bend", "en")
DISCIPLINE = held.heron_bend("3210").by_id["2026-03-10"]


def back(data: bytes, base: Text) -> Draft:
    return match.matched(word.read(data).accepted, base, base.by_id)


@given(texts())
@settings(deadline=None, max_examples=25)
def test_a_text_comes_back_as_it_went(text: Text) -> None:
    assert again(text, word.read(word.clean(text, ABOUT)).accepted).decode() == canonical(text).decode(), repr(
        text.data
    )


_TABLE = "| Grade | Days |\n| ----- | ---- |\n| 6     | 5    |\n"
_BARE: dict[str, Any] = {"label": "", "table": _TABLE}


@pytest.mark.parametrize(
    "items",
    [[_BARE], [_BARE, "x"], ["x", _BARE, "y"], ["x", _BARE, _BARE, "y"], ["x", {"text": "y", "items": [_BARE, "u"]}]],
)
@pytest.mark.parametrize("numbering", ["(a)", "•"])
@pytest.mark.parametrize("words", [{"text": "Words."}, {}])
def test_an_item_without_a_label_may_hold_nothing_but_a_table(items: list[Any], numbering: str, words: Any) -> None:
    counted = {"numbering": numbering} if numbering != "•" else {}
    provisions = [{"id": "one", **words, **counted, "items": items}]
    text = Text({"title": "T", "text": provisions}, "p", "s")
    assert back(word.clean(text, ABOUT), text).provisions[0]["items"] == items
    assert again(text, word.read(word.clean(text, ABOUT)).accepted) == canonical(text)


def test_every_held_text_comes_back_as_it_went() -> None:
    for text in held.texts():
        assert back(word.clean(text, ABOUT), text).provisions == text.data["text"], text.path


@office.needs_office
def test_libreoffice_may_open_and_save_it_and_the_text_is_still_the_same(tmp_path: Path) -> None:
    texts = held.varied()
    files = [tmp_path / f"{at}.docx" for at in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_bytes(word.clean(text, ABOUT))
    for saved, text in zip(office.converted(files, "docx", tmp_path), texts, strict=True):
        draft = back(saved.read_bytes(), text)
        assert draft.provisions == text.data["text"], text.path
        assert digest.canonical("", [], draft.footnotes) == digest.canonical("", [], text.footnotes)


@office.needs_sides
def test_an_edit_made_in_libreoffice_is_the_only_change(tmp_path: Path) -> None:
    file = tmp_path / "edited.docx"
    file.write_bytes(word.clean(DISCIPLINE, ABOUT))
    office.replaced(file, "within five school days", "within three school days", tmp_path)
    draft = back(file.read_bytes(), DISCIPLINE)
    (change,) = difference(DISCIPLINE.data["text"], draft.provisions)
    assert change == ("/1/items/0/text", change[1], change[1].replace("five", "three"))
    assert draft.footnotes == DISCIPLINE.footnotes


def edited(text: Text, edit: Any) -> Draft:
    """Return what becomes of a text when its Word file is edited."""
    document = docx.Document(io.BytesIO(word.clean(text, ABOUT)))
    edit(document)
    held = io.BytesIO()
    document.save(held)
    return back(held.getvalue(), text)


def find(document: Any, words: str) -> Any:
    return next(paragraph for paragraph in document.paragraphs if words in paragraph.text)


def difference(old: Any, new: Any, at: str = "") -> list[tuple[str, Any, Any]]:
    """Return where two values differ: the place, what was and what is."""
    if isinstance(old, dict) and isinstance(new, dict):
        return [d for key in {**old, **new} for d in difference(old.get(key), new.get(key), f"{at}/{key}")]
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [d for n, pair in enumerate(zip(old, new, strict=True)) for d in difference(*pair, f"{at}/{n}")]
    return [] if old == new else [(at, old, new)]


def test_a_reworded_sentence_is_the_only_change() -> None:
    def edit(document: Any) -> None:
        run = next(run for run in find(document, "This policy covers").runs if "covers" in run.text)
        run.text = run.text.replace("covers school,", "also covers school,")

    (change,) = difference(DISCIPLINE.data["text"], edited(DISCIPLINE, edit).provisions)
    assert change[0] == "/0/text"
    assert change[2] == change[1].replace("covers", "also covers")


def test_a_new_item_gets_its_letter_and_an_id() -> None:
    def edit(document: Any) -> None:
        first = find(document, "Every school will offer")
        new = first.insert_paragraph_before("Nobody will wait *alone*.", first.style)
        new._p.get_or_add_pPr().append(first._p.pPr.numPr.__copy__())

    draft = edited(DISCIPLINE, edit)
    new, *rest = draft.provisions[1]["items"]
    assert new == {"id": "nobody-wait-alone", "text": r"Nobody will wait \*alone\*."}
    assert rest == DISCIPLINE.data["text"][1]["items"]
    assert draft.given == ("nobody-wait-alone",)
    assert draft.text().provisions[1].items[2].label == "(c)"


def test_a_section_cut_and_one_typed_in_plain_styles() -> None:
    def edit(document: Any) -> None:
        for words in ("Telling the family", "The principal will tell"):
            found = find(document, words)._p
            found.getparent().remove(found)
        end = document.paragraphs[-1]
        end.insert_paragraph_before("Appeals", document.styles["Heading 1"])

    draft = edited(DISCIPLINE, edit)
    assert "how-notified" in draft.gone
    assert "appeals" in draft.given


def test_tracked_changes_read_as_two_texts() -> None:
    document = docx.Document(io.BytesIO(word.clean(DISCIPLINE, ABOUT)))
    body = document.element.body
    found = find(document, "Discipline teaches")._p
    xml = (
        '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:pPr><w:rPr>'
        '<w:{0} w:id="900" w:author="A" w:date="2026-01-01T00:00:00Z"/></w:rPr></w:pPr>'
        '<w:{0} w:id="901" w:author="A"><w:r><w:{1}>A paragraph of its own.</w:{1}></w:r></w:{0}></w:p>'
    )
    from docx.oxml import parse_xml

    body.insert(body.index(found), parse_xml(xml.format("del", "delText")))
    body.insert(body.index(found), parse_xml(xml.format("ins", "t").replace("of its own", "that is new")))
    saved = io.BytesIO()
    document.save(saved)
    reading = word.read(saved.getvalue())
    assert reading.rejected is not None
    before = [manuscript.words(block) for block in reading.rejected.blocks]
    after = [manuscript.words(block) for block in reading.accepted.blocks]
    assert "A paragraph of its own." in before
    assert "A paragraph of its own." not in after
    assert "A paragraph that is new." in after
    assert "A paragraph that is new." not in before


def test_numbering_that_word_computes_is_read() -> None:
    document = docx.Document()
    for words, style in (
        ("One", "List Number"),
        ("Two", "List Number"),
        ("Sign", "List Bullet"),
        ("Three", "List Number"),
    ):
        document.add_paragraph(words, style)
    held = io.BytesIO()
    document.save(held)
    blocks = word.read(held.getvalue()).accepted.blocks
    assert [(block.label, block.mark, manuscript.words(block)) for block in blocks] == [
        ("1.", "", "One"), ("2.", "", "Two"), ("", "•", "Sign"), ("3.", "", "Three"),
    ]  # fmt: skip


def test_word_counts_a_list_only_where_it_counts_as_the_record_does() -> None:
    assert lists.automatic(["(a)", "(b)"]) == ("lowerLetter", "(%1)", 1)
    assert lists.automatic(["iv.", "v."]) == ("lowerRoman", "%1.", 4)
    assert lists.automatic(["4.", "5."]) == ("decimal", "%1.", 4)
    assert lists.automatic(["y", "z", "aa"]) == ("lowerLetter", "%1", 25)
    assert lists.automatic(["z", "aa", "ab"]) is None
    assert lists.automatic(["1.", "3."]) is None


def packed(**parts: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return held.getvalue()


def replaced(part: str, *changes: tuple[bytes, bytes]) -> bytes:
    """Return our file with something else in one of its parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word.clean(DISCIPLINE, ABOUT))) as source, zipfile.ZipFile(held, "w") as file:
        for name in source.namelist():
            data = source.read(name)
            for old, new in changes if name == part else ():
                assert old in data
                data = data.replace(old, new, 1)
            file.writestr(name, data)
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "isn't a Word file"),
        (b"%PDF-1.7 \n", "is a PDF"),
        (b"\xd0\xcf\x11\xe0 old", "old Word file"),
        (b"{\\rtf1 words}", "RTF"),
        (packed(**{"content.xml": b"<x/>", "mimetype": b"x"}), "OpenDocument"),
        (packed(**{"a.txt": b"words"}), "another kind of file"),
        (packed(**{"word/document.xml": b"<x/>"}), "can't be read as a Word file"),
        (packed(**{"word/document.xml": b" " * 40_000_000}), "unpacks to far more"),
        (replaced("word/document.xml", (b"<w:body>", b"<w:body><broken>")), "can't be read as a Word file"),
        (word.clean(DISCIPLINE, ABOUT)[:2000], "isn't a Word file"),
    ],
)
def test_what_is_no_bearable_word_file_is_said_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(PolicybookError, match=said) as error:
        word.read(data, "policy.docx")
    assert str(error.value).startswith("policy.docx ")
    assert "\n" not in str(error.value)


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("what nobody may read", encoding="utf-8")
    doctype = f'<!DOCTYPE w [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'.encode()
    data = replaced(
        "word/document.xml",
        (b"<w:document", doctype + b"<w:document"),
        (b"Discipline teaches", b"Discipline &a; teaches"),
    )
    words = " ".join(manuscript.words(block) for block in word.read(data).accepted.blocks)
    assert "Discipline" in words
    assert "nobody" not in words


def test_hostile_words_stay_words() -> None:
    text = Text(
        {"title": "<w:p/>&", "text": [{"id": "a", "text": "<script>\u0001\ufffe ]]> &amp; [x](javascript:1)"}]}, "", ""
    )
    read = word.read(word.clean(text, ABOUT)).accepted
    assert read.title == "<w:p/>&"
    assert manuscript.words(read.blocks[0]) == "<script>\ufffd\ufffd ]]> &amp; x"


def test_the_command_writes_a_file_that_comes_back(tmp_path: Path) -> None:
    target = tmp_path / "x.docx"
    words = [
        "export",
        "docx",
        "3210",
        "--manual",
        str(held.HERON_BEND),
        "--as-of",
        "2026-11-24",
        "--output",
        str(target),
    ]
    made = CliRunner().invoke(main.policybook, words, standalone_mode=False)
    assert made.exception is None, made.exception
    reading = word.read(target.read_bytes())
    assert reading.base.means(DISCIPLINE.computed_digest)
    assert docx.Document(str(target)).core_properties.title == "3210 Fair Discipline"
