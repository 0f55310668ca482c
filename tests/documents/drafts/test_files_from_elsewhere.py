"""Files as clerks have them: made by other programs, with headers, comments and lines that are no part of the text."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policybook.documents import docx, drafts, plain_text
from policybook.errors import PolicybookError
from policybook.lint import runner
from policybook.record.tree import DiskTree
from tests import office
from tests.held import HERON_BEND

library = pytest.importorskip("docx", reason="python-docx is not installed")

MANUAL = runner.judge(DiskTree(HERON_BEND, "policy"), date(2026, 11, 24), {}).manual
POLICY = MANUAL.find("3210")
assert POLICY is not None
BASE = POLICY.by_id["2026-03-10"]
OLDER = POLICY.by_id["2019-08-20"]


def word(*paragraphs: tuple[str, str], **more: str) -> Any:
    made = library.Document()
    for style, words in paragraphs:
        made.add_paragraph(words, style=style)
    return made


def saved(document: Any) -> bytes:
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def as_typed() -> Any:
    return word(*(("Normal", line) for line in plain_text.of_text(BASE).split("\n") if line.strip()))


def test_a_text_that_shares_no_words_with_the_policy_is_questioned() -> None:
    recipe = b"""Apple cake

Butter together with sugar until creamy. Whisk three eggs, then stir flour, baking powder, cinnamon and lemon zest.

Peel apples, quarter them, slice thinly and arrange over batter. Sprinkle almonds. Bake forty minutes until golden.
"""
    with pytest.raises(drafts.AnotherBase, match="shares almost no words with policy 3210"):
        drafts.read(recipe, "cake.txt", POLICY, BASE)
    assert drafts.read(recipe, "cake.txt", POLICY, BASE, anyway=True).provisions


@pytest.mark.parametrize(
    "line", ["POLICY 3210", "Policy No. 3210", "Adopted: 8/20/2019", "Revised: March 10, 2026", "Last reviewed: 2024"]
)
def test_lines_that_name_the_policy_and_its_dates_are_no_provisions(line: str) -> None:
    text = f"{line}\n\n{plain_text.of_text(BASE)}\n\n{line}".encode()
    with_lines = drafts.read(text, "x.txt", POLICY, BASE)
    without = drafts.read(plain_text.of_text(BASE).encode(), "x.txt", POLICY, BASE)
    assert with_lines.provisions == without.provisions
    assert any(line in notice for notice in with_lines.notices)


def test_a_sentence_that_begins_like_such_a_line_stays() -> None:
    sentence = "Adopted policies are posted within five school days of the meeting."
    draft = drafts.read(f"{plain_text.of_text(BASE)}\n\n{sentence}\n".encode(), "x.txt", POLICY, BASE)
    assert sentence in str(draft.provisions)


def test_words_own_list_styles_keep_their_levels() -> None:
    document = word(
        ("Normal", "The principal does three things:"),
        ("List Bullet", "hears the student;"),
        ("List Bullet 2", "in person, or"),
        ("List Bullet 3", "by telephone;"),
        ("List Bullet", "calls the family."),
    )
    depths = [block.depth for block in docx.read(saved(document)).accepted.blocks]
    assert depths == [0, 1, 2, 3, 1]


def test_a_pasted_web_page_has_its_title_and_levels() -> None:
    document = word(
        ("Heading 1", BASE.title), ("Heading 2", "Scope"), ("Normal", "It holds in school."), ("Heading 2", "Duties")
    )
    draft = drafts.read(saved(document), "page.docx", POLICY, None)
    assert draft.title == BASE.title
    assert [one.get("heading") for one in draft.provisions] == ["Scope", "Duties"]
    assert {one.get("level", 1) for one in draft.provisions} == {1}


def test_what_is_left_out_and_what_is_hidden_is_said() -> None:
    document = as_typed()
    document.sections[0].header.paragraphs[0].text = "Heron Bend School District"
    hidden = document.paragraphs[-1].add_run("Remember to ask counsel.")
    hidden.font.hidden = True
    from docx.oxml import parse_xml

    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
    box = f"<w:r {w}><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    document.paragraphs[0]._p.append(parse_xml(box))
    notices = drafts.read(saved(document), "x.docx", POLICY, BASE).notices
    assert [notice.split(":")[0] for notice in notices] == [
        "A text box is left out",
        "The page header is left out",
        "Hidden text is taken in",
    ]
    assert "‘In the box’" in notices[0]


def test_a_comment_is_said_to_be_left_out() -> None:
    document = as_typed()
    if not hasattr(document, "add_comment"):
        pytest.skip("this python-docx writes no comments")
    document.add_comment(document.paragraphs[0].runs, text="Why five days?", author="Counsel")
    notices = drafts.read(saved(document), "x.docx", POLICY, BASE).notices
    assert "A comment is left out: ‘Why five days?’." in notices


@office.needs_office
def test_an_opendocument_file_keeps_ids_and_base(tmp_path: Path) -> None:
    assert POLICY is not None
    files = []
    for name, text in (("new", BASE), ("old", OLDER)):
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(docx.clean(text, docx.about(MANUAL, POLICY, text)))
    new, old = office.converted(files, "odt", tmp_path)
    draft = drafts.read(new.read_bytes(), new.name, POLICY, BASE)
    assert (draft.given, draft.gone) == ((), ())
    assert draft.says(BASE)
    with pytest.raises(drafts.AnotherBase, match="made from revision 2019-08-20"):
        drafts.read(old.read_bytes(), old.name, POLICY, BASE)


def test_a_damaged_opendocument_file_is_refused_in_a_sentence() -> None:
    data = b"PK\x03\x04" + b"application/vnd.oasis.opendocument.text" + b"\0" * 40
    with pytest.raises(PolicybookError, match=r"x\.odt can't be read"):
        drafts.read(data, "x.odt", POLICY, BASE)
